package cartera.model.churn;

import java.util.Arrays;

/** Logarithm of the odds, and back: finite for every probability of 0 to 1. */
final class Logit {

    /** No score is surer than one in a billion. */
    private static final double SUREST = 1e-9;
    /** A logit of 40 is certainty. */
    private static final double FARTHEST = 40;

    private Logit() {}

    static double of(double probability) {
        double inside = clamp(probability);
        return Math.log(inside) - Math.log1p(-inside);
    }

    static double probability(double logit) {
        return logit >= 0 ? 1 / (1 + Math.exp(-logit)) : Math.exp(logit) / (1 + Math.exp(logit));
    }

    static double clamp(double probability) {
        return Math.min(1 - SUREST, Math.max(SUREST, probability));
    }

    /** Minus the log-likelihood of a label under a logit: ln(1 + e^-z) without overflow. */
    static double loss(double logit, double label) {
        return Math.max(logit, 0) - logit * label + Math.log1p(Math.exp(-Math.abs(logit)));
    }

    /** The same odds ratios between customers with another mean probability. */
    static double[] withMean(double[] probabilities, double mean) {
        double[] logits = Arrays.stream(probabilities).map(Logit::of).toArray();
        double shift = shift(logits, mean);
        return Arrays.stream(logits).map(logit -> probability(logit + shift)).toArray();
    }

    /** What to add to logits for a mean probability, by bisection. */
    static double shift(double[] logits, double mean) {
        double[] sorted = Arrays.stream(logits).sorted().toArray();
        double low = -FARTHEST;
        double high = FARTHEST;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            double reached = Arrays.stream(sorted)
                    .map(logit -> probability(logit + middle))
                    .average()
                    .orElse(mean);
            low = reached < mean ? middle : low;
            high = reached < mean ? high : middle;
        }
        return (low + high) / 2;
    }
}
