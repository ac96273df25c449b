package cartera.model.churn;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A logistic regression on the logits that several scores give, none with a weight below 0 (L. Breiman, Stacked
 * regressions, Machine Learning 24, 1996), drawn a little towards equal weights of sum 1. It calibrates, too: scores that
 * are too sure get weights of a sum below 1.
 *
 * @param weights of the scores, then what is added
 */
record BlendWeights(double[] weights) {

    /** A weight that is off by 1 costs half as much log-likelihood. */
    private static final double PENALTY = 5;

    private static final double LEAST_CURVATURE = 1e-3;
    private static final int MOST_ROUNDS = 200;
    private static final double TOLERANCE = 1e-7;

    /**
     * Fits by Newton's steps on one weight after the other.
     *
     * @param logits by score and example; at least one score
     * @param labels 1 for churned, 0 for stayed, of each example
     */
    static BlendWeights fit(double[][] logits, double[] labels) {
        double[] weights = new double[logits.length + 1];
        Arrays.fill(weights, 0, logits.length, 1.0 / logits.length);
        var blend = new BlendWeights(weights);
        double moved = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS && moved > TOLERANCE; round++) {
            moved = 0;
            for (int j = 0; j < weights.length; j++) {
                double next = blend.next(j, logits, labels);
                moved = Math.max(moved, Math.abs(next - weights[j]));
                weights[j] = next;
            }
        }
        return blend;
    }

    private double next(int j, double[][] logits, double[] labels) {
        boolean isWeight = j < logits.length;
        double gradient = isWeight ? PENALTY * (weights[j] - 1.0 / logits.length) : 0;
        double curvature = isWeight ? PENALTY : LEAST_CURVATURE;
        for (int i = 0; i < labels.length; i++) {
            double probability = Logit.probability(logit(logits, i));
            double value = isWeight ? logits[j][i] : 1;
            gradient += (probability - labels[i]) * value;
            curvature += probability * (1 - probability) * value * value;
        }
        double next = weights[j] - gradient / curvature;
        return isWeight ? Math.max(0, next) : next;
    }

    private double logit(double[][] logits, int i) {
        double logit = weights[logits.length];
        for (int j = 0; j < logits.length; j++) {
            logit += weights[j] * logits[j][i];
        }
        return logit;
    }

    /** The probabilities of rows by the logits that the scores give them. */
    double[] probabilities(double[][] logits) {
        return IntStream.range(0, logits[0].length)
                .mapToDouble(i -> Logit.probability(logit(logits, i)))
                .toArray();
    }
}
