package cartera.model.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Least squares of values on a trend, a smooth season and steps, by orthonormal columns.
 *
 * <p>Source: R. Frisch and F. V. Waugh, Econometrica 1 (1933): the coefficient of one more column is that of what the others leave of it.
 */
final class Regression {

    /** Waves of a season: its narrow peaks are the matter of {@link Outliers}. */
    private static final int WAVES = 3;

    private static final double ALREADY_THERE = 1e-9;
    private static final double MOST_AUTOCORRELATION = .99;

    /** How much more, for each fitted column by the number of values, errors hang together than those of the fit do. */
    private static final double FITTED_AWAY = 5;

    private final int length;
    private final List<double[]> columns;

    private Regression(int length, List<double[]> columns) {
        this.length = length;
        this.columns = columns;
    }

    /** On a line, and from two seasons on on waves. */
    static Regression onTrendAndSeason(int length, int season) {
        var regression = new Regression(length, List.of()).with(t -> 1).with(t -> t - (length - 1) / 2.0);
        int waves = length < 2 * season ? 0 : Math.min(WAVES, season / 2);
        for (int wave = 1; wave <= waves; wave++) {
            double turn = 2 * Math.PI * wave / season;
            regression = regression.with(t -> Math.cos(turn * t)).with(t -> Math.sin(turn * t));
        }
        return regression;
    }

    /** With the values of some periods left out. */
    Regression without(int[] periods) {
        Regression without = this;
        for (int period : periods) {
            without = without.with(t -> t == period ? 1 : 0);
        }
        return without;
    }

    Regression withStep(int at) {
        return with(step(at));
    }

    private static IntToDoubleFunction step(int at) {
        return t -> t < at ? 0 : 1;
    }

    private Regression with(IntToDoubleFunction column) {
        double[] values = IntStream.range(0, length).mapToDouble(column).toArray();
        double[] rest = left(left(values));
        double size = Math.sqrt(dot(rest, rest));
        if (size * size <= ALREADY_THERE * dot(values, values)) {
            return this;
        }
        List<double[]> more = new ArrayList<>(columns);
        more.add(Arrays.stream(rest).map(value -> value / size).toArray());
        return new Regression(length, List.copyOf(more));
    }

    /** What the columns leave of values. */
    private double[] left(double[] values) {
        double[] left = values.clone();
        for (double[] column : columns) {
            double along = dot(column, values);
            for (int t = 0; t < length; t++) {
                left[t] -= along * column[t];
            }
        }
        return left;
    }

    /** The step at a period beside all else; zero where the columns leave nothing of it. */
    double size(double[] values, int at) {
        double[] step = left(IntStream.range(0, length).mapToDouble(step(at)).toArray());
        double squares = dot(step, step);
        return squares <= ALREADY_THERE * length ? 0 : dot(step, values) / squares;
    }

    /**
     * Wald statistic of a step at a period: its square over its variance, which is multiplied by (1 + r) / (1 - r) for errors of
     * autocorrelation r. A fit makes r look smaller than it is, which is made up for.
     */
    double test(double[] values, int at) {
        double[] step = left(IntStream.range(0, length).mapToDouble(step(at)).toArray());
        double squares = dot(step, step);
        if (squares <= ALREADY_THERE * length) {
            return 0;
        }
        double[] errors = left(values);
        double size = dot(step, errors) / squares;
        Arrays.setAll(errors, t -> errors[t] - size * step[t]);
        double explained = size * size * squares;
        double variance = dot(errors, errors) / Math.max(1, length - columns.size() - 1);
        if (variance <= 1e-18 * dot(values, values)) {
            return explained <= 1e-18 * dot(values, values) ? 0 : Double.MAX_VALUE;
        }
        double r = autocorrelation(errors) * (1 + FITTED_AWAY * (columns.size() + 1) / length);
        double together = Math.min(MOST_AUTOCORRELATION, Math.max(0, r));
        return explained / (variance * (1 + together) / (1 - together));
    }

    private static double autocorrelation(double[] errors) {
        return dot(Arrays.copyOf(errors, errors.length - 1), Arrays.copyOfRange(errors, 1, errors.length))
                / dot(errors, errors);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
