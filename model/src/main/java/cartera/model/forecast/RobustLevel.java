package cartera.model.forecast;

import java.util.Arrays;
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
        double slope = median(IntStream.range(from, to)
                .boxed()
                .flatMapToDouble(i -> IntStream.range(i + 1, to).mapToDouble(j -> (values[j] - values[i]) / (j - i)))
                .toArray());
        return median(IntStream.range(from, to)
                .mapToDouble(t -> values[t] + slope * (at - t))
                .toArray());
    }

    static double median(double[] values) {
        return quantile(values, .5);
    }

    /** The value below which a share of the values lies, between neighbours in proportion; zero without values. */
    static double quantile(double[] values, double share) {
        if (values.length == 0) {
            return 0;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
