package cartera.boosting;

import cartera.model.churn.Examples;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Rows of features as XGBoost holds them, outside of Java's memory until closed. */
record Rows(DMatrix matrix, double[] labels) implements AutoCloseable {

    private static final double SUREST = 1e-9;

    /** Rows without an outcome, at least one. */
    static Rows of(double[][] features) throws XGBoostError {
        int width = features[0].length;
        float[] cells = new float[Math.multiplyExact(features.length, width)];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(features[i / width][i % width]);
        }
        return new Rows(new DMatrix(cells, features.length, width, Float.NaN), new double[0]);
    }

    /** Some of the examples, at least one. */
    static Rows of(Examples examples, IntPredicate some) throws XGBoostError {
        int[] places = IntStream.range(0, examples.size()).filter(some).toArray();
        double[] labels = Arrays.stream(places).mapToDouble(examples::label).toArray();
        float[] cells = new float[labels.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (float) labels[i];
        }
        Rows rows = of(Arrays.stream(places).mapToObj(examples::features).toArray(double[][]::new));
        rows.matrix.setLabel(cells);
        return new Rows(rows.matrix, labels);
    }

    /** XGBoost refuses what its shorter numbers call infinite. */
    private static float cell(double value) {
        return (float) Math.min(Float.MAX_VALUE, Math.max(-Float.MAX_VALUE, value));
    }

    /** What the first {@code trees} of a booster say of the rows; 0 are all. */
    double[] probabilities(Booster booster, int trees) throws XGBoostError {
        return Arrays.stream(booster.predict(matrix, false, trees))
                .mapToDouble(row -> row[0])
                .toArray();
    }

    /** Mean log loss of probabilities for the labels. */
    double loss(double[] probabilities) {
        return IntStream.range(0, labels.length)
                .mapToDouble(i -> {
                    double p = Math.min(1 - SUREST, Math.max(SUREST, probabilities[i]));
                    return -labels[i] * Math.log(p) - (1 - labels[i]) * Math.log1p(-p);
                })
                .average()
                .orElse(0);
    }

    @Override
    public void close() {
        matrix.dispose();
    }
}
