package cartera.model.sales;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The effect of promotions on a series, as the logarithm of how many times more a period wholly on promotion sells.
 *
 * <p>A period is held against the median of the ordinary ones around it, those on no promotion, and against how the same periods
 * of other seasons stood out without one, so that a season is not taken for a promotion. The logarithms are averaged with weights
 * that bound what one period can say. The average is shrunk towards none by its noise and by {@link #PRIOR}; if it is not clear of
 * the noise, the answer is 0.
 *
 * <p>Sources: the multiplicative form, D. R. Wittink, M. J. Addona, W. J. Hawkes and J. C. Porter, SCAN*PRO: the estimation,
 * validation and use of promotional effects based on scanner data, working paper (1988); the weights, P. J. Huber, Robust
 * estimation of a location parameter, Annals of Mathematical Statistics 35 (1964); the shrinkage by noise, the positive part of
 * 1 - 1/z^2 in one dimension, W. James and C. Stein, Estimation with quadratic loss (1961).
 */
final class PromotionEffect {

    private static final int NEIGHBOURS = 4;
    private static final int FEWEST_ORDINARY = 8;

    /** Periods on promotion and of no effect that count beside the seen ones: what was seen once may be chance. */
    private static final double PRIOR = 0.5;

    /** Standard errors that an effect must be worth. */
    private static final double CLEAR = 2;

    /** No period is said to sell more times as much as the ones around it, or as little. */
    private static final double MOST = Math.log(5);

    private static final double LEAST_NOISE = 0.01;

    /** Where Huber's weights begin to fall, in standard deviations. */
    private static final double BOUND = 1.345;

    private static final int ROUNDS = 20;

    /** Standard deviations for one median absolute deviation, under the normal law. */
    private static final double NORMAL = 1.4826;

    private final double[] values;
    private final double[] share;
    private final int season;
    private final double[] outstanding;

    /** A past period on promotion: by how much its logarithm exceeds what was expected, give or take. */
    private record Seen(double share, double excess, double noise) {

        double error(double effect) {
            return (excess - effect * share) / noise;
        }

        double weight(double effect) {
            return Math.min(1, BOUND / Math.abs(error(effect))) / (noise * noise);
        }

        double information() {
            return share * share / (noise * noise);
        }
    }

    /**
     * Of a past.
     *
     * @param share of each period's days on promotion, from 0 to 1
     */
    PromotionEffect(double[] values, double[] share, int season) {
        this.values = values;
        this.share = share;
        this.season = season;
        this.outstanding =
                IntStream.range(0, values.length).mapToDouble(this::outstanding).toArray();
    }

    /** Zero where no effect is known. */
    double logarithm() {
        List<Seen> seen = seen();
        if (seen.isEmpty()) {
            return 0;
        }
        double mean = mean(seen);
        double scatter = NORMAL * median(seen.stream().mapToDouble(one -> Math.abs(one.error(mean))));
        double information = seen.stream().mapToDouble(Seen::information).sum();
        double clear = mean * mean * information / Math.max(1, scatter * scatter);
        double periods = periods(seen);
        return clear > CLEAR * CLEAR ? mean * (1 - 1 / clear) * periods / (periods + PRIOR) : 0;
    }

    private List<Seen> seen() {
        int[] ordinary = IntStream.range(0, values.length)
                .filter(t -> isOrdinary(t) && Double.isFinite(outstanding[t]))
                .toArray();
        if (ordinary.length < FEWEST_ORDINARY) {
            return List.of();
        }
        double noise = spread(ordinary, this::excess);
        double seasons = spread(ordinary, t -> outstanding[t]);
        return IntStream.range(0, values.length)
                .filter(t -> !isOrdinary(t) && Double.isFinite(outstanding[t]))
                .mapToObj(t ->
                        new Seen(share[t], excess(t), others(t).length > 0 ? noise : seasons * Math.sqrt(alike(t))))
                .toList();
    }

    /** How many periods as fully on promotion as any would tell as much. */
    private static double periods(List<Seen> seen) {
        double most = seen.stream().mapToDouble(Seen::share).max().orElse(1);
        return seen.stream().mapToDouble(one -> Math.pow(one.share / most, 2)).sum();
    }

    private boolean isOrdinary(int t) {
        return share[t] == 0;
    }

    /** From the ordinary periods around it; NaN where these do not tell. */
    private double outstanding(int t) {
        double usual = median(IntStream.rangeClosed(t - NEIGHBOURS, t + NEIGHBOURS)
                .filter(i -> i >= 0 && i < values.length && i != t && isOrdinary(i))
                .mapToDouble(i -> values[i]));
        return usual > 0 ? Math.max(-MOST, Math.min(MOST, Math.log(Math.max(values[t], 0) / usual))) : Double.NaN;
    }

    /** Beyond what the same periods of other seasons did; a season that did nothing counts beside them. */
    private double excess(int t) {
        double[] others = others(t);
        return outstanding[t] - Arrays.stream(others).sum() / (others.length + 1);
    }

    /** Periods on promotion in the same place of the season: without an ordinary one there, all of them tell no more than one. */
    private long alike(int t) {
        return IntStream.range(0, values.length)
                .filter(i -> !isOrdinary(i) && (i == t || isSamePlace(i, t)))
                .count();
    }

    private double[] others(int t) {
        return IntStream.range(0, values.length)
                .filter(i -> i != t && isSamePlace(i, t) && isOrdinary(i))
                .mapToDouble(i -> outstanding[i])
                .filter(Double::isFinite)
                .toArray();
    }

    private boolean isSamePlace(int i, int t) {
        return season > 1 && (i - t) % season == 0;
    }

    private static double spread(int[] periods, IntToDoubleFunction value) {
        double deviation = median(Arrays.stream(periods).mapToDouble(value).map(Math::abs));
        return Math.max(LEAST_NOISE, NORMAL * deviation);
    }

    /** Weighted least squares through the origin, from the median on. */
    private static double mean(List<Seen> seen) {
        double mean = median(seen.stream().mapToDouble(one -> one.excess / one.share));
        for (int round = 0; round < ROUNDS; round++) {
            double product = 0;
            double square = 0;
            for (Seen one : seen) {
                double weight = one.weight(mean);
                product += weight * one.share * one.excess;
                square += weight * one.share * one.share;
            }
            mean = product / square;
        }
        return mean;
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
