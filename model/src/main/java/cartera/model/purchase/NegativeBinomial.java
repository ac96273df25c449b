package cartera.model.purchase;

import java.util.Arrays;

/** The negative binomial distribution as a table: counts of events whose rate has a gamma law. */
final class NegativeBinomial {

    /** Longest table: beyond it the tail is dropped, which only parameters at the edge of their range ever reach. */
    private static final int MOST = 1 << 20;

    private static final double NEGLIGIBLE = 1e-17;
    private static final double LARGE = 1e200;

    private NegativeBinomial() {}

    /**
     * Probabilities of 0, 1, 2, .. events, {@code G(shape+n)/(G(shape) n!) (1-success)^shape success^n}, until the rest
     * is negligible.
     *
     * <p>The table is built from a first term of 1 and divided by its own sum, so that (1-success)^shape may lie far
     * below the smallest double.
     */
    static double[] probabilities(double shape, double success) {
        double[] table = new double[64];
        table[0] = 1;
        double sum = 1;
        int length = 1;
        while (length < MOST
                && !isNegligible(table[length - 1], Math.max(success, ratio(shape, success, length)), sum)) {
            table = length == table.length ? Arrays.copyOf(table, 2 * length) : table;
            table[length] = table[length - 1] * ratio(shape, success, length);
            sum += table[length];
            length++;
            if (sum > LARGE) {
                scale(table, length, 1 / sum);
                sum = 1;
            }
        }
        scale(table, length, 1 / sum);
        return Arrays.copyOf(table, length);
    }

    /** Term {@code n} over term {@code n - 1}. */
    private static double ratio(double shape, double success, int n) {
        return success * (shape + n - 1) / n;
    }

    /** Whether all terms after {@code last} together, a geometric series at most, change nothing in {@code sum}. */
    private static boolean isNegligible(double last, double ratio, double sum) {
        return ratio < 1 && last * ratio <= NEGLIGIBLE * sum * (1 - ratio);
    }

    private static void scale(double[] table, int length, double factor) {
        for (int i = 0; i < length; i++) {
            table[i] *= factor;
        }
    }
}
