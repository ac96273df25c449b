package cartera.model.sales;

import cartera.model.fit.Quantile;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How periods on promotion stood out in a past. Each is held against the median of the ordinary periods around it, those on no
 * promotion, and against how the same periods of other seasons stood out without one, so that a season is not taken for a
 * promotion.
 */
final class PromotedPeriods {

    private static final int NEIGHBOURS = 4;
    private static final int FEWEST_ORDINARY = 8;

    /** No period is said to sell more times as much as the ones around it, or as little. */
    private static final double MOST = Math.log(5);

    private static final double LEAST_NOISE = 0.01;

    private final double[] values;
    private final double[] share;
    private final int season;
    private final double[] outstanding;

    /**
     * Of a past with the same working days throughout.
     *
     * @param share of each period's days on promotion, from 0 to 1; of periods to come it is not looked at, missing ones are 0
     */
    PromotedPeriods(double[] values, double[] share, int season) {
        this.values = values;
        this.share = Arrays.copyOf(share, values.length);
        this.season = season;
        this.outstanding =
                IntStream.range(0, values.length).mapToDouble(this::outstanding).toArray();
    }

    /** Those that can be compared; none if hardly any period is ordinary. */
    List<PromotedPeriod> seen() {
        int[] ordinary = comparable().filter(this::isOrdinary).toArray();
        if (ordinary.length < FEWEST_ORDINARY) {
            return List.of();
        }
        double noise = spread(ordinary, this::excess);
        double seasons = spread(ordinary, t -> outstanding[t]);
        return comparable()
                .filter(t -> !isOrdinary(t))
                .mapToObj(t -> new PromotedPeriod(
                        share[t], excess(t), others(t).length > 0 ? noise : seasons * Math.sqrt(alike(t))))
                .toList();
    }

    private IntStream comparable() {
        return IntStream.range(0, values.length).filter(t -> Double.isFinite(outstanding[t]));
    }

    private boolean isOrdinary(int t) {
        return share[t] == 0;
    }

    /** From the ordinary periods around it; NaN where these do not tell. */
    private double outstanding(int t) {
        double usual = Quantile.median(IntStream.rangeClosed(t - NEIGHBOURS, t + NEIGHBOURS)
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
        return comparable()
                .filter(i -> i != t && isSamePlace(i, t) && isOrdinary(i))
                .mapToDouble(i -> outstanding[i])
                .toArray();
    }

    private boolean isSamePlace(int i, int t) {
        return season > 1 && (i - t) % season == 0;
    }

    private static double spread(int[] periods, IntToDoubleFunction value) {
        return Math.max(
                LEAST_NOISE, PromotionEffect.deviation(Arrays.stream(periods).mapToDouble(value)));
    }
}
