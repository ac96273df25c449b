package cartera.model.churn;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Features as lines with bends at five quantiles (F. Harrell, Regression Modeling Strategies, 2nd ed., table 2.3), so that
 * a risk may fall fast at first and slowly later; of a feature with few values, at each. A flag stays as it is.
 *
 * <p>Beyond the values learnt from, the line is level: nothing is known there.
 */
record Bends(Line[] lines) {

    private static final double[] QUANTILES = {.05, .275, .5, .725, .95};
    private static final int FEW = 8;

    /** One feature. */
    record Line(double least, double most, double[] knots) {

        static Line of(double[] sorted) {
            double[] values = Arrays.stream(sorted).distinct().toArray();
            double least = values[0];
            double most = values[values.length - 1];
            DoubleStream knots = values.length <= FEW
                    ? Arrays.stream(values)
                    : Arrays.stream(QUANTILES).map(share -> sorted[(int) (share * (sorted.length - 1))]);
            return new Line(
                    least,
                    most,
                    knots.filter(knot -> knot > least && knot < most).distinct().toArray());
        }

        DoubleStream of(double value) {
            double inside = Math.min(most, Math.max(least, value));
            return DoubleStream.concat(
                    DoubleStream.of(inside), Arrays.stream(knots).map(knot -> Math.max(0, inside - knot)));
        }
    }

    /** Learns from examples, at least one. */
    static Bends of(Examples examples) {
        return new Bends(IntStream.range(0, examples.width())
                .mapToObj(j -> Line.of(examples.values(j).sorted().toArray()))
                .toArray(Line[]::new));
    }

    double[] of(double[] row) {
        return IntStream.range(0, lines.length)
                .boxed()
                .flatMapToDouble(j -> lines[j].of(row[j]))
                .toArray();
    }

    Examples bent(Examples examples) {
        return new Examples(Arrays.stream(examples.rows()).map(this::of).toArray(double[][]::new), examples.labels());
    }
}
