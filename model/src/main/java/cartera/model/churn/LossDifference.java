package cartera.model.churn;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * By how much one score is better than another on the same customers: the mean difference of their log losses, customer
 * by customer, and its standard error (F. Diebold and R. Mariano, J. Business &amp; Economic Statistics 13, 1995, for
 * independent losses).
 *
 * @param mean above 0 where the challenger is better
 */
record LossDifference(double mean, double error) {

    private static final double ERRORS = 2;

    static LossDifference of(double[] champion, double[] challenger, boolean[] churned) {
        // sorted, so that the order of customers does not show in the last digit
        double[] differences = IntStream.range(0, churned.length)
                .mapToDouble(i -> loss(champion[i], churned[i]) - loss(challenger[i], churned[i]))
                .sorted()
                .toArray();
        double mean = Arrays.stream(differences).average().orElse(0);
        double squares = Arrays.stream(differences)
                .map(difference -> (difference - mean) * (difference - mean))
                .sum();
        int count = differences.length;
        return new LossDifference(
                mean, count < 2 ? Double.POSITIVE_INFINITY : Math.sqrt(squares / (count - 1) / count));
    }

    private static double loss(double probability, boolean churned) {
        double p = Logit.clamp(probability);
        return churned ? -Math.log(p) : -Math.log1p(-p);
    }

    /** Whether the challenger is better by more than noise: by over two standard errors. */
    boolean isClear() {
        return mean > ERRORS * error;
    }
}
