package cartera.model.purchase;

import cartera.model.fit.Parameter;
import java.util.Arrays;

/**
 * How a customer buys while alive: gaps of {@code k} exponential steps each, whose rate differs between customers by a
 * gamma law with shape {@code r} and scale {@code alpha} (weeks). With k = 1 purchases are a Poisson process.
 *
 * <p>Given a history, the steps gone since the last purchase are 0 .. k - 1 with known weights; given these, the rate
 * is gamma again and the steps to come are negative binomial. So every forecast is a finite mixture of sums of positive
 * terms: nothing cancels, nothing has a singularity in a parameter.
 *
 * <p>Source: D. C. Schmittlein, D. G. Morrison, R. Colombo, Management Science 33 (1987) for k = 1; M. Platzer and
 * T. Reutterer, Marketing Science 35 (2016), for gaps of Erlang-k.
 */
record Rhythm(int k, double r, double alpha) {

    Rhythm {
        Parameter.requirePositive("k", k);
        Parameter.requirePositive("r", r);
        Parameter.requirePositive("alpha", alpha);
    }

    /** Shape of the rate's law given the history, apart from steps since the last purchase. */
    double shape(PurchaseHistory history) {
        return r + (double) k * history.repeatPurchases();
    }

    /** Relative weights of 0 .. k - 1 steps gone since the last purchase. */
    double[] steps(PurchaseHistory history) {
        double[] weights = new double[k];
        weights[0] = 1;
        double silence = history.silentWeeks() / (alpha + history.ageWeeks());
        for (int j = 1; j < k; j++) {
            weights[j] = weights[j - 1] * (shape(history) + j - 1) / j * silence;
        }
        return weights;
    }

    /** Probability that somebody alive, who will stay so until the next purchase, makes none in {@code weeks}. */
    double silence(PurchaseHistory history, double weeks) {
        double[] steps = steps(history);
        double total = Arrays.stream(steps).sum();
        double silence = 0;
        for (int gone = 0; gone < k; gone++) {
            silence += steps[gone] / total * fewerThan(k - gone, shape(history) + gone, history, weeks);
        }
        return silence;
    }

    /** Probability of fewer than {@code limit} steps in {@code weeks}. */
    private double fewerThan(int limit, double shape, PurchaseHistory history, double weeks) {
        double scale = alpha + history.ageWeeks();
        double probability = Math.exp(-shape * Math.log1p(weeks / scale));
        double sum = 0;
        for (int n = 1; n <= limit; n++) {
            sum += probability;
            probability *= (shape + n - 1) / n * weeks / (scale + weeks);
        }
        return sum;
    }

    /** Probability of 0, 1, 2, .. purchases in {@code weeks} by somebody who stays alive throughout. */
    double[] opportunities(PurchaseHistory history, double weeks) {
        double success = weeks / (alpha + history.ageWeeks() + weeks);
        if (k == 1) {
            return NegativeBinomial.probabilities(shape(history), success);
        }
        double[] steps = steps(history);
        double total = Arrays.stream(steps).sum();
        double[] mixture = new double[1];
        for (int gone = 0; gone < k; gone++) {
            double[] coming = NegativeBinomial.probabilities(shape(history) + gone, success);
            int purchases = (gone + coming.length - 1) / k + 1;
            mixture = purchases > mixture.length ? Arrays.copyOf(mixture, purchases) : mixture;
            for (int n = 0; n < coming.length; n++) {
                mixture[(gone + n) / k] += steps[gone] / total * coming[n];
            }
        }
        return mixture;
    }
}
