package cartera.model.purchase;

/**
 * All that the purchase models need to know of a customer. Several purchases of one day count once.
 *
 * @param repeatPurchases purchase days after the first (x)
 * @param spanWeeks from the first to the last purchase day (t_x); 0 without a repeat purchase
 * @param ageWeeks from the first purchase day to the as-of date (T)
 */
public record PurchaseHistory(int repeatPurchases, double spanWeeks, double ageWeeks) {

    /** Somebody who buys for the first time at this moment. */
    public static final PurchaseHistory NEW = new PurchaseHistory(0, 0, 0);

    private static final double DAYS_PER_WEEK = 7;

    public PurchaseHistory {
        if (repeatPurchases < 0) {
            throw new IllegalArgumentException(
                    "Invalid repeatPurchases: %d (must be 0 or more)".formatted(repeatPurchases));
        }
        if (!(spanWeeks >= 0 && spanWeeks <= ageWeeks && Double.isFinite(ageWeeks))) {
            throw new IllegalArgumentException(
                    "Invalid spanWeeks: %s (must lie between 0 and ageWeeks %s)".formatted(spanWeeks, ageWeeks));
        }
        if (repeatPurchases > 0 != spanWeeks > 0) {
            throw new IllegalArgumentException(
                    "Invalid spanWeeks: %s with %d repeat purchases (0 without any, else above)"
                            .formatted(spanWeeks, repeatPurchases));
        }
    }

    /** The same from whole days, as the tables keep them. */
    public static PurchaseHistory ofDays(int repeatPurchases, long spanDays, long ageDays) {
        return new PurchaseHistory(repeatPurchases, spanDays / DAYS_PER_WEEK, ageDays / DAYS_PER_WEEK);
    }

    /** The weeks since the last purchase day. */
    public double silentWeeks() {
        return ageWeeks - spanWeeks;
    }
}
