package cartera.model.churn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Rows of features with the share that churned: 0 or 1 for a customer, anything between for a smoothed label. Kept in
 * one order, so that a fit gives the same bits however the rows came.
 */
public final class Examples {

    private final double[][] features;
    private final double[] labels;

    /**
     * Takes the rows over.
     *
     * @throws IllegalArgumentException for unequal lengths or a value that is not finite
     */
    public Examples(double[][] features, double[] labels) {
        if (features.length != labels.length) {
            throw new IllegalArgumentException(
                    "Invalid labels: %d for %d rows (one each)".formatted(labels.length, features.length));
        }
        for (double[] row : features) {
            if (row.length != features[0].length || !Arrays.stream(row).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException(
                        "Invalid features: %s (equal lengths, all finite)".formatted(Arrays.toString(row)));
            }
        }
        int[] order = IntStream.range(0, labels.length)
                .boxed()
                .sorted(Comparator.<Integer, double[]>comparing(i -> features[i], Arrays::compare)
                        .thenComparing(i -> labels[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.features = Arrays.stream(order).mapToObj(i -> features[i]).toArray(double[][]::new);
        this.labels = Arrays.stream(order).mapToDouble(i -> labels[i]).toArray();
    }

    /** How many rows. */
    public int size() {
        return labels.length;
    }

    /** Features of a row. */
    public int width() {
        return features.length == 0 ? 0 : features[0].length;
    }

    /** A row itself, not a copy. */
    public double[] features(int i) {
        return features[i];
    }

    /** A feature of all rows. */
    DoubleStream values(int feature) {
        return Arrays.stream(features).mapToDouble(row -> row[feature]);
    }

    /** Share that churned of a row. */
    public double label(int i) {
        return labels[i];
    }

    /** All rows, not copied. */
    double[][] rows() {
        return features.clone();
    }

    /** Share that churned of all rows. */
    double[] labels() {
        return labels.clone();
    }

    /** The rows with the places asked for. */
    Examples some(IntPredicate places) {
        int[] chosen = IntStream.range(0, size()).filter(places).toArray();
        return new Examples(
                Arrays.stream(chosen).mapToObj(this::features).toArray(double[][]::new),
                Arrays.stream(chosen).mapToDouble(this::label).toArray());
    }

    /** How many churned. */
    public double churned() {
        return Arrays.stream(labels).sum();
    }
}
