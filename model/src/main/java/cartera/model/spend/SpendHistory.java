package cartera.model.spend;

/**
 * What a customer spent on repeat purchase days.
 *
 * @param repeatPurchases purchase days after the first (x)
 * @param meanAmount mean amount of these days (z), returns taken off; 0 without any
 */
public record SpendHistory(int repeatPurchases, double meanAmount) {

    /** Somebody without a repeat purchase. */
    public static final SpendHistory NONE = new SpendHistory(0, 0);

    public SpendHistory {
        if (repeatPurchases < 0) {
            throw new IllegalArgumentException(
                    "Invalid repeatPurchases: %d (must be 0 or more)".formatted(repeatPurchases));
        }
        if (!Double.isFinite(meanAmount) || (repeatPurchases == 0 && meanAmount != 0)) {
            throw new IllegalArgumentException("Invalid meanAmount: %s with %d repeat purchases (finite; 0 without any)"
                    .formatted(meanAmount, repeatPurchases));
        }
    }

    /** Whether the mean can be modelled: there is one, and returns did not use it up. */
    boolean isPositive() {
        return repeatPurchases > 0 && meanAmount > 0;
    }

    /** Whether there were repeat purchases and returns or gifts left nothing of them. */
    boolean isSpentNothing() {
        return repeatPurchases > 0 && meanAmount <= 0;
    }
}
