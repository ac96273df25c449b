package cartera.model.purchase;

import java.util.List;

/**
 * How a model's expected purchases compare with those that were made.
 *
 * @param customers compared
 * @param expected purchases of all of them together
 * @param actual the same as they were
 * @param rootMeanSquareError per customer
 * @param meanAbsoluteError per customer; a poor judge where most buy nothing, for then expecting nothing does best
 * @param byFrequency the same for customers with 0, 1, .. 6, and 7 or more repeat purchases before; empty ones left out
 */
public record Accuracy(
        long customers,
        double expected,
        double actual,
        double rootMeanSquareError,
        double meanAbsoluteError,
        List<Frequency> byFrequency) {

    /** Purchases of customers with so many repeat purchases before, the highest number standing for all above. */
    public record Frequency(int repeatPurchases, long customers, double expected, double actual) {}

    /** The share by which the total is expected too high, below 0 too low; 0 where nothing was bought. */
    public double bias() {
        return actual > 0 ? expected / actual - 1 : 0;
    }
}
