package cartera.model.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a set of series of one season says about the errors of its forecasts, and the intervals that follow.
 *
 * <p>Split conformal intervals: the quantiles of past errors, step by step. An error counts in units of its own series' spread at
 * that step, so that series of any size and noise share one law, which a short series could not learn alone. A set of few errors
 * leans on the normal law and the growth of a random walk, and so do steps further ahead than the set was forecast.
 *
 * <p>Sources: G. Shafer and V. Vovk, A tutorial on conformal prediction, Journal of Machine Learning Research 9 (2008);
 * R. J. Tibshirani et al., Conformal prediction under covariate shift, NeurIPS 32 (2019), for scaled scores.
 *
 * @param growth by step: mean square of an error in units of the one-step errors of its series
 * @param quantiles by step: of errors in units of the spread, at 2.5, 10, 25, 75, 90 and 97.5 per cent
 * @param excess by step: how much wider intervals of short series are, whose errors the parameters have seen
 * @param bias what past values were of their forecasts, where the set is off to one side for certain, else 1
 */
@SuppressWarnings("ArrayRecordComponent")
public record PooledScores(double[] growth, double[][] quantiles, double[] excess, double bias) {

    private static final double[] PROBABILITIES = {.025, .1, .25, .75, .9, .975};
    private static final double[] NORMAL = {-1.959964, -1.281552, -.674490, .674490, 1.281552, 1.959964};

    /** Independent errors that the normal law is worth beside the pooled quantiles. */
    private static final double NORMAL_ERRORS = 10;

    /** Scores of a set; 2,000 series are plenty, and the order of the list changes nothing. */
    public static PooledScores of(List<SeriesForecast> set) {
        int steps = set.stream().mapToInt(SeriesForecast::steps).max().orElse(0);
        double[] growth = growth(set, steps);
        double[][] quantiles = IntStream.range(0, steps)
                .mapToObj(step -> quantiles(set, step, growth))
                .toArray(double[][]::new);
        return new PooledScores(growth, quantiles, Excess.of(set, growth), SetBias.of(set));
    }

    /** Forecasts with intervals for a whole set, in its order: series of one season are pooled. */
    public static List<Bands> bands(List<SeriesForecast> set) {
        var pools = set.stream()
                .collect(Collectors.groupingBy(
                        SeriesForecast::season, Collectors.collectingAndThen(Collectors.toList(), PooledScores::of)));
        return set.stream()
                .map(one -> Objects.requireNonNull(pools.get(one.season())).bands(one))
                .toList();
    }

    /** The forecast of one series with its intervals; nothing is below zero where the series never was. */
    public Bands bands(SeriesForecast one) {
        return one.steps() > growth.length ? extended(one.steps()).bands(one) : within(one);
    }

    private PooledScores extended(int steps) {
        double[] longer = Arrays.copyOf(growth, steps);
        double[][] laws = Arrays.copyOf(quantiles, steps);
        double[] wider = Arrays.copyOf(excess, steps);
        for (int step = growth.length; step < steps; step++) {
            longer[step] = step == 0 ? 1 : longer[step - 1] * (step + 1) / step;
            laws[step] = step == 0 ? NORMAL : laws[step - 1];
            wider[step] = step == 0 ? 1 : wider[step - 1];
        }
        return new PooledScores(longer, laws, wider, bias);
    }

    private Bands within(SeriesForecast one) {
        double[][] bounds = new double[PROBABILITIES.length][one.steps()];
        double[] mid = one.mid().clone();
        var spread = new Spread(one, growth);
        for (int step = 0; step < mid.length; step++) {
            double widened = one.isShort() ? one.sigma() * excess[step] : one.sigma();
            double deviation = widened * Math.sqrt(spread.at(step));
            for (int i = 0; i < bounds.length; i++) {
                bounds[i][step] = mid[step] + deviation * quantiles[step][i];
            }
            mid[step] *= one.isNonNegative() ? bias : 1;
        }
        var bands = new Bands(
                mid,
                atMost(bounds[2], mid),
                atLeast(bounds[3], mid),
                atMost(bounds[1], mid),
                atLeast(bounds[4], mid),
                atMost(bounds[0], mid),
                atLeast(bounds[5], mid));
        return one.isNonNegative() ? bands.nonNegative() : bands;
    }

    private static double[] growth(List<SeriesForecast> set, int steps) {
        double[] growth = new double[steps];
        for (int step = 0; step < steps; step++) {
            int at = step;
            double prior = step == 0 ? 1 : growth[step - 1] * (step + 1) / step;
            double errors = sum(set, one -> independent(one, at));
            double squares = sum(set, one -> independent(one, at) * meanSquare(one, at));
            growth[step] = (Spread.PRIOR_ERRORS * prior + squares) / (Spread.PRIOR_ERRORS + errors);
        }
        return growth;
    }

    private static double[] quantiles(List<SeriesForecast> set, int step, double[] growth) {
        double[] scores = set.stream()
                .filter(one -> step < one.steps())
                .flatMapToDouble(one -> standardised(one.scores()[step], step, new Spread(one, growth)))
                .sorted()
                .toArray();
        double errors = sum(set, one -> independent(one, step));
        return IntStream.range(0, PROBABILITIES.length)
                .mapToDouble(i -> (NORMAL_ERRORS * NORMAL[i] + errors * quantile(scores, PROBABILITIES[i]))
                        / (NORMAL_ERRORS + errors))
                .toArray();
    }

    /** Each error in units of the spread that the others tell of, as the spread of a future error is told by past ones. */
    private static DoubleStream standardised(double[] scores, int step, Spread spread) {
        return IntStream.range(0, scores.length)
                .mapToDouble(origin -> scores[origin] / Math.sqrt(spread.without(step, origin)));
    }

    private static double independent(SeriesForecast one, int step) {
        return step < one.steps() ? Spread.independent(one.scores()[step].length, step) : 0;
    }

    private static double meanSquare(SeriesForecast one, int step) {
        return step < one.steps()
                ? Arrays.stream(one.scores()[step])
                        .map(score -> score * score)
                        .average()
                        .orElse(0)
                : 0;
    }

    /** Added in the order of size, so that the order of the set is not seen in the last digits. */
    private static double sum(List<SeriesForecast> set, ToDoubleFunction<SeriesForecast> term) {
        return set.stream().mapToDouble(term).sorted().sum();
    }

    static double quantile(double[] sorted, double probability) {
        if (sorted.length == 0) {
            return 0;
        }
        double position = Math.min(sorted.length - 1.0, Math.max(0, probability * (sorted.length + 1) - 1));
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    private static double[] atMost(double[] bound, double[] mid) {
        return IntStream.range(0, mid.length)
                .mapToDouble(i -> Math.min(bound[i], mid[i]))
                .toArray();
    }

    private static double[] atLeast(double[] bound, double[] mid) {
        return IntStream.range(0, mid.length)
                .mapToDouble(i -> Math.max(bound[i], mid[i]))
                .toArray();
    }
}
