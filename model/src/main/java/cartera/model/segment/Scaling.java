package cartera.model.segment;

/**
 * Puts measures on one scale: ln(1 + value), then less the mean, by the standard deviation of the population. A value
 * below 0 counts as 0; a measure in which all are equal becomes 0.
 *
 * @param means of the logarithms
 * @param deviations of the logarithms, 0 where all are equal
 */
public record Scaling(double[] means, double[] deviations) {

    /** The scaling of some customers' measures, a row for each. */
    public static Scaling of(double[][] measures) {
        int width = measures.length == 0 ? 0 : measures[0].length;
        double[] means = new double[width];
        double[] deviations = new double[width];
        for (int j = 0; j < width; j++) {
            for (double[] row : measures) {
                means[j] += logged(row[j]) / measures.length;
            }
            for (double[] row : measures) {
                double difference = logged(row[j]) - means[j];
                deviations[j] += difference * difference / measures.length;
            }
            deviations[j] = Math.sqrt(deviations[j]);
        }
        return new Scaling(means, deviations);
    }

    private static double logged(double value) {
        return Math.log1p(Math.max(value, 0));
    }

    /** The scaled measures, a row for each customer. */
    public double[][] apply(double[][] measures) {
        double[][] scaled = new double[measures.length][means.length];
        for (int i = 0; i < measures.length; i++) {
            for (int j = 0; j < means.length; j++) {
                scaled[i][j] = deviations[j] > 0 ? (logged(measures[i][j]) - means[j]) / deviations[j] : 0;
            }
        }
        return scaled;
    }
}
