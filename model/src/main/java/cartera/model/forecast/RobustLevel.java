package cartera.model.forecast;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What is usual at each period: a line through the neighbours and the pattern of the season, both by medians, so that single
 * values bend neither.
 *
 * <p>Source: P. K. Sen, Estimates of the regression coefficient based on Kendall's tau, JASA 63 (1968), in a moving window;
 * seasonal places by the median of what the lines leave, from three seasons on.
 */
final class RobustLevel {

    private static final int NEIGHBOURS = 5;
    private static final int FEWEST_SEASONS = 3;

    private RobustLevel() {}

    /** The usual value by period. */
    static double[] of(double[] values, int season) {
        double[] pattern =
                season > 1 && values.length >= FEWEST_SEASONS * season ? pattern(values, season) : new double[] {0};
        double[] adjusted = IntStream.range(0, values.length)
                .mapToDouble(t -> values[t] - pattern[t % pattern.length])
                .toArray();
        double[] level = lines(adjusted, NEIGHBOURS);
        return IntStream.range(0, values.length)
                .mapToDouble(t -> level[t] + pattern[t % pattern.length])
                .toArray();
    }

    /** Median by place in the season of what is left by lines through a whole season around, less their mean. */
    private static double[] pattern(double[] values, int season) {
        double[] level = lines(values, season / 2 + 1);
        double[] places = IntStream.range(0, season)
                .mapToDouble(place -> median(IntStream.iterate(place, t -> t < values.length, t -> t + season)
                        .mapToDouble(t -> values[t] - level[t])
                        .toArray()))
                .toArray();
        double mean = Arrays.stream(places).average().orElse(0);
        return Arrays.stream(places).map(place -> place - mean).toArray();
    }

    private static double[] lines(double[] values, int reach) {
        return IntStream.range(0, values.length)
                .mapToDouble(t -> {
                    int from = Math.max(0, Math.min(t - reach, values.length - 2 * reach - 1));
                    int to = Math.min(values.length, from + 2 * reach + 1);
                    return lineAt(values, from, to, t);
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
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
