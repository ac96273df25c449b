package cartera.model.spend;

import cartera.model.fit.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The customer's own mean drawn towards everybody's: (x own + w all) / (x + w). A rule, not a law: totals have no
 * spread in it. It takes over where Gamma-Gamma cannot be fitted.
 *
 * @param mean everybody's: the mean over customers of their mean amounts, 0 or more
 * @param priorPurchases w, how many purchases everybody's mean counts for
 */
public record ShrunkenMean(double mean, double priorPurchases) implements SpendModel {

    /** The weight that the usual gap between purchases is shrunk with, too. */
    private static final double PRIOR_PURCHASES = 3;
    /** Purchases that everybody's mean counts for: next to none, or more than anybody makes. */
    private static final double OWN_MEAN = 1e-9;

    private static final double GLOBAL_MEAN = 1e9;

    public ShrunkenMean {
        if (!(mean >= 0 && Double.isFinite(mean))) {
            throw new IllegalArgumentException("Invalid mean: %s (must be 0 or more and finite)".formatted(mean));
        }
        Parameter.requirePositive("prior_purchases", priorPurchases);
    }

    /** The rule for a sample; its mean is 0 where the sample is empty. */
    public static ShrunkenMean of(SpendSample sample) {
        return new ShrunkenMean(sample.meanOfMeans(), PRIOR_PURCHASES);
    }

    /** The customer's own mean, everybody's where there is none. */
    static ShrunkenMean ownMean(SpendSample sample) {
        return new ShrunkenMean(sample.meanOfMeans(), OWN_MEAN);
    }

    /** Everybody's mean. */
    static ShrunkenMean globalMean(SpendSample sample) {
        return new ShrunkenMean(sample.meanOfMeans(), GLOBAL_MEAN);
    }

    /** {@code own_mean} and {@code global_mean} are its limits. */
    @Override
    public String name() {
        return priorPurchases <= OWN_MEAN
                ? "own_mean"
                : priorPurchases >= GLOBAL_MEAN ? "global_mean" : "shrunken_mean";
    }

    @Override
    public Map<String, Double> parameters() {
        var parameters = new LinkedHashMap<String, Double>();
        parameters.put("mean", mean);
        parameters.put("prior_purchases", priorPurchases);
        return parameters;
    }

    @Override
    public double expectedAmount(SpendHistory history) {
        if (history.isSpentNothing()) {
            return 0;
        }
        double own = history.repeatPurchases() / (history.repeatPurchases() + priorPurchases);
        return own * history.meanAmount() + (1 - own) * mean;
    }

    @Override
    public double probabilityOfTotalAtMost(SpendHistory history, int purchases, double amount) {
        return purchases * expectedAmount(history) <= amount ? 1 : 0;
    }
}
