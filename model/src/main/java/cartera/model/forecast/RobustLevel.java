package cartera.model.forecast;

import cartera.model.fit.Quantile;
import java.util.stream.IntStream;

/**
 * What is usual at each period by a line through its neighbours, by medians, so that single values do not bend it.
 *
 * <p>Source: P. K. Sen, Estimates of the regression coefficient based on Kendall's tau, JASA 63 (1968), in a moving window.
 */
final class RobustLevel {

    private static final int NEIGHBOURS = 5;

    private RobustLevel() {}

    /** The usual value by period. */
    static double[] of(double[] values) {
        int width = 2 * NEIGHBOURS + 1;
        return IntStream.range(0, values.length)
                .mapToDouble(t -> {
                    int from = Math.max(0, Math.min(t - NEIGHBOURS, values.length - width));
                    return lineAt(values, from, Math.min(values.length, from + width), t);
                })
                .toArray();
    }

    private static double lineAt(double[] values, int from, int to, int at) {
        double slope = Quantile.median(IntStream.range(from, to)
                .boxed()
                .flatMapToDouble(i -> IntStream.range(i + 1, to).mapToDouble(j -> (values[j] - values[i]) / (j - i))));
        return Quantile.median(IntStream.range(from, to).mapToDouble(t -> values[t] + slope * (at - t)));
    }
}
