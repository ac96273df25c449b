package cartera.model.forecast;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How far the forecasts of a set are off to one side, learnt from stretches of its past.
 *
 * <p>Of each stretch the values are divided by the forecasts made at its beginning, every series in units of its level. A set
 * whose products fade is forecast too high in stretch after stretch; a set with good and bad years is not. The mean ratio is
 * therefore drawn towards 1 by how far the stretches disagree, and is 1 where that may explain it. It is used only
 * where in every stretch the factor learnt from the others would have made the forecasts better: a few series
 * that grow fast raise the mean of a set and are no reason to raise the others.
 *
 * <p>Source: W. James and C. Stein, Estimation with quadratic loss, Proc. 4th Berkeley Symposium (1961), positive part.
 */
final class SetBias {

    private static final int FEWEST_STRETCHES = 3;

    /** Two-sided 95 % quantiles of Student's law, by degrees of freedom from 1. */
    private static final double[] STUDENT = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365};

    /** Sums of values and forecasts of one series over one stretch, in units of its level, and its spread in the same. */
    private record Sums(double actual, double forecast, double sigma) {

        double squaredError(double factor) {
            return Math.pow((actual - factor * forecast) / sigma, 2);
        }
    }

    /** One stretch of the past over all series that reach back to it. */
    private record Stretch(List<Sums> sums, double ratio) {

        static Stretch of(List<SeriesForecast> set, int stretch) {
            List<Sums> sums = set.stream()
                    .filter(one -> one.isNonNegative() && one.sigma() > 0 && stretch < one.actualSums().length)
                    .map(one -> new Sums(
                            one.actualSums()[stretch] / one.level(),
                            one.forecastSums()[stretch] / one.level(),
                            one.sigma() / one.level()))
                    .sorted(Comparator.comparingDouble(Sums::actual)
                            .thenComparingDouble(Sums::forecast)
                            .thenComparingDouble(Sums::sigma))
                    .toList();
            double forecast = sums.stream().mapToDouble(Sums::forecast).sum();
            return new Stretch(sums, sums.stream().mapToDouble(Sums::actual).sum() / forecast);
        }

        boolean isTelling() {
            return ratio > 0 && Double.isFinite(ratio);
        }

        boolean isBetterWith(double factor) {
            return sums.stream().mapToDouble(one -> one.squaredError(factor)).sum()
                    < sums.stream().mapToDouble(one -> one.squaredError(1)).sum();
        }
    }

    private SetBias() {}

    /** What values were of their forecasts: 1 where nothing is certain. */
    static double of(List<SeriesForecast> set) {
        int reach = set.stream().mapToInt(one -> one.actualSums().length).max().orElse(0);
        List<Stretch> stretches = IntStream.range(0, reach)
                .mapToObj(stretch -> Stretch.of(set, stretch))
                .filter(Stretch::isTelling)
                .toList();
        if (stretches.size() < FEWEST_STRETCHES) {
            return 1;
        }
        boolean isBetter =
                stretches.stream().allMatch(stretch -> stretch.isBetterWith(mean(others(stretches, stretch))));
        return isBetter ? shrunk(stretches) : 1;
    }

    private static List<Stretch> others(List<Stretch> stretches, Stretch left) {
        return stretches.stream().filter(stretch -> stretch != left).toList();
    }

    /** The mean ratio, drawn towards 1; 1 where the stretches disagree so much that it may as well be. */
    private static double shrunk(List<Stretch> stretches) {
        double mean = mean(stretches);
        double certainty = Math.abs(mean - 1) / Math.sqrt(variance(stretches, mean));
        boolean isCertain = certainty > STUDENT[stretches.size() - 2];
        return isCertain ? 1 + (1 - 1 / (certainty * certainty)) * (mean - 1) : 1;
    }

    private static double mean(List<Stretch> stretches) {
        return weighted(stretches, Stretch::ratio, 1);
    }

    private static double variance(List<Stretch> stretches, double mean) {
        double count = stretches.size();
        return weighted(stretches, stretch -> Math.pow(stretch.ratio - mean, 2), 2) * count / (count - 1);
    }

    /** Sum of terms, each stretch by a power of its share of the series. */
    private static double weighted(List<Stretch> stretches, ToDoubleFunction<Stretch> term, int power) {
        double total =
                stretches.stream().mapToDouble(stretch -> stretch.sums.size()).sum();
        return stretches.stream()
                .mapToDouble(stretch -> Math.pow(stretch.sums.size() / total, power) * term.applyAsDouble(stretch))
                .sum();
    }
}
