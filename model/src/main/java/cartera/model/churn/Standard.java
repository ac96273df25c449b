package cartera.model.churn;

import cartera.model.fit.BlockSum;
import java.util.Arrays;

/** Mean and spread of each feature; a feature that does not vary becomes 0 everywhere. */
record Standard(Means means, Means spreads) {

    /** Numbers by feature. */
    static final class Means {
        private final double[] values;

        Means(double[] values) {
            this.values = values.clone();
        }

        double of(int feature) {
            return values[feature];
        }
    }

    static Standard of(Examples examples) {
        int width = examples.width();
        int rows = examples.size();
        double[] means = divided(
                BlockSum.of(rows, width, (from, to, sums) -> {
                    for (int i = from; i < to; i++) {
                        double[] row = examples.features(i);
                        for (int j = 0; j < width; j++) {
                            sums[j] += row[j];
                        }
                    }
                }),
                rows);
        double[] variances = divided(
                BlockSum.of(rows, width, (from, to, sums) -> {
                    for (int i = from; i < to; i++) {
                        double[] row = examples.features(i);
                        for (int j = 0; j < width; j++) {
                            sums[j] += (row[j] - means[j]) * (row[j] - means[j]);
                        }
                    }
                }),
                rows);
        double[] spreads = new double[width];
        for (int j = 0; j < width; j++) {
            // rounding leaves a constant feature a spread of up to 1e-12 of its size
            boolean isConstant = Math.sqrt(variances[j]) <= 1e-10 * Math.abs(means[j]);
            spreads[j] = isConstant ? Double.POSITIVE_INFINITY : Math.sqrt(variances[j]);
        }
        return new Standard(new Means(means), new Means(spreads));
    }

    private static double[] divided(double[] sums, int rows) {
        return Arrays.stream(sums).map(sum -> sum / Math.max(1, rows)).toArray();
    }

    /** In spreads from the mean. */
    double of(int feature, double value) {
        return (value - means.of(feature)) / spreads.of(feature);
    }

    double[][] rows(Examples examples) {
        return Arrays.stream(examples.rows()).map(this::of).toArray(double[][]::new);
    }

    double[] of(double[] row) {
        double[] standard = new double[row.length];
        for (int j = 0; j < row.length; j++) {
            standard[j] = of(j, row[j]);
        }
        return standard;
    }
}
