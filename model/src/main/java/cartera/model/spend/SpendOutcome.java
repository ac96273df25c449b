package cartera.model.spend;

/**
 * A repeat buyer at a cut-off date and the mean amount of the purchase days after it.
 *
 * @param before what was known at the cut-off
 * @param laterMeanAmount mean amount of the days after it, of a customer who bought then
 */
public record SpendOutcome(SpendHistory before, double laterMeanAmount) {

    public SpendOutcome {
        if (!Double.isFinite(laterMeanAmount)) {
            throw new IllegalArgumentException(
                    "Invalid laterMeanAmount: %s (must be finite)".formatted(laterMeanAmount));
        }
    }
}
