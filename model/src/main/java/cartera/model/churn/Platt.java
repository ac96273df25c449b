package cartera.model.churn;

import java.util.Arrays;

/**
 * Platt's calibration: a logistic curve over the logit of a probability, with labels drawn from 0 and 1 as by one more
 * customer of each kind.
 *
 * <p>Source: J. Platt, Probabilistic outputs for support vector machines, in Advances in Large Margin Classifiers (1999),
 * equation 9 for the labels. A curve that would fall is flat: the score says nothing.
 */
public final class Platt implements Calibration {

    private static final double PENALTY = 1e-6;

    private final double intercept;
    private final double slope;

    private Platt(double intercept, double slope) {
        this.intercept = intercept;
        this.slope = slope;
    }

    /** Fits to probabilities and outcomes, in any order, at least one. */
    public static Platt fit(double[] probabilities, boolean[] churned) {
        int positives = 0;
        for (boolean label : churned) {
            positives += label ? 1 : 0;
        }
        double high = (positives + 1.0) / (positives + 2.0);
        double low = 1.0 / (churned.length - positives + 2.0);
        double[][] logits = new double[churned.length][];
        double[] labels = new double[churned.length];
        Arrays.setAll(logits, i -> new double[] {Logit.of(probabilities[i])});
        Arrays.setAll(labels, i -> churned[i] ? high : low);
        var curve = LogisticRegression.fit(logits, labels, PENALTY);
        double zero = curve.logit(new double[] {0});
        double slope = curve.logit(new double[] {1}) - zero;
        return slope > 0
                ? new Platt(zero, slope)
                : new Platt(Logit.of(Arrays.stream(labels).average().orElse(0.5)), 0);
    }

    /** How many times larger the true logits are than those said: 1 is right, less is overconfident. */
    public double slope() {
        return slope;
    }

    @Override
    public double probability(double score) {
        return Logit.probability(intercept + slope * Logit.of(score));
    }
}
