package cartera.model.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How much larger errors are where a method had not seen the values at all than the errors from which the intervals are made,
 * which its parameters have seen: the ratio of their 80 % quantiles, learnt on short series, whose last steps are held out of a
 * second fit.
 *
 * <p>The correction for the number of parameters is meant for one step ahead and many values; a slope found on a dozen values is
 * wrong by more at every further step. Of long series a second fit is not worth its time.
 */
final class Excess {

    private static final double QUANTILE = .8;

    /** Series that no excess at all is worth: one series proves nothing. */
    private static final double PRIOR_SERIES = 10;

    private Excess() {}

    /** By step; the steps beside each are taken together. */
    static double[] of(List<SeriesForecast> set, double[] growth) {
        List<SeriesForecast> held =
                set.stream().filter(one -> one.heldOut().length > 0).toList();
        return IntStream.range(0, growth.length)
                .mapToDouble(step -> {
                    double unseen = quantile(held, step, growth, Kind.HELD_OUT);
                    double seen = quantile(held, step, growth, Kind.SEEN);
                    double ratio = seen > 0 ? unseen / seen : 1;
                    return (PRIOR_SERIES + held.size() * ratio) / (PRIOR_SERIES + held.size());
                })
                .toArray();
    }

    private enum Kind {
        HELD_OUT,
        SEEN
    }

    private static double quantile(List<SeriesForecast> held, int step, double[] growth, Kind kind) {
        double[] sizes = IntStream.rangeClosed(Math.max(0, step - 1), Math.min(growth.length - 1, step + 1))
                .boxed()
                .flatMapToDouble(near -> held.stream()
                        .filter(one -> near < one.steps())
                        .flatMapToDouble(one -> kind == Kind.SEEN
                                ? DoubleStream.of(one.scores()[near])
                                : Arrays.stream(one.heldOut()).mapToDouble(stretch -> stretch[near]))
                        .map(error -> Math.abs(error) / Math.sqrt(growth[near])))
                .sorted()
                .toArray();
        return PooledScores.quantile(sizes, QUANTILE);
    }
}
