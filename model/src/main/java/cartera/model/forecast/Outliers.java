package cartera.model.forecast;

import cartera.model.fit.Quantile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Single values that lie {@link #FAR} robust standard deviations and {@link #NOTEWORTHY} of the usual size from what is usual: the
 * line through the neighbours, and beside it the pattern of the season where that leaves less.
 *
 * <p>Source: F. R. Hampel, The influence curve and its role in robust estimation, JASA 69 (1974). The deviation is that of the
 * median, or on each side that of the outer twentieth where that is wider: sales lie skew.
 *
 * @param left what the usual leaves of each value
 */
@SuppressWarnings("ArrayRecordComponent")
record Outliers(double[] values, double[] left, int season) {

    private static final double FAR = 4.2;

    /** From here on a value may be a peak of its season. */
    private static final double SOMEWHAT_FAR = 2.5;

    /** Share of the usual size below which a deviation is no news, however regular the series. */
    private static final double NOTEWORTHY = .2;

    /** Part of a deviation that a season before or after makes it one of the season. */
    private static final double LIKE = .4;

    private static final double NORMAL_MEDIAN = 1.4826;
    private static final double OUTER = .05;
    private static final double NORMAL_OUTER = 1.644854;
    private static final int FEWEST_SEASONS = 3;

    static Outliers of(double[] values, int season) {
        double[] plain = less(values, RobustLevel.of(values));
        double[] adjusted = less(values, pattern(plain, season));
        double[] seasonal = less(adjusted, RobustLevel.of(adjusted));
        return new Outliers(values, spread(seasonal) < spread(plain) ? seasonal : plain, season);
    }

    /** Median by place in the season, the judged season left out; none under {@value #FEWEST_SEASONS} seasons. */
    private static double[] pattern(double[] values, int season) {
        if (season == 1 || values.length < FEWEST_SEASONS * season) {
            return new double[values.length];
        }
        return IntStream.range(0, values.length)
                .mapToDouble(t -> Quantile.median(IntStream.iterate(t % season, i -> i < values.length, i -> i + season)
                        .filter(i -> i != t)
                        .mapToDouble(i -> values[i])))
                .toArray();
    }

    private static double spread(double[] left) {
        return NORMAL_MEDIAN * Quantile.median(Arrays.stream(left).map(Math::abs));
    }

    private static double[] less(double[] values, double[] usual) {
        return IntStream.range(0, values.length)
                .mapToDouble(t -> values[t] - usual[t])
                .toArray();
    }

    private List<Deviation> all() {
        return beyond(FAR);
    }

    private List<Deviation> beyond(double deviations) {
        double middle = spread(left);
        double above = deviations * Math.max(middle, Quantile.of(Arrays.stream(left), 1 - OUTER) / NORMAL_OUTER);
        double below = deviations * Math.max(middle, -Quantile.of(Arrays.stream(left), OUTER) / NORMAL_OUTER);
        return IntStream.range(0, left.length)
                .filter(t -> left[t] > above || left[t] < -below)
                .mapToObj(t -> new Deviation(t, values[t] - left[t], left[t]))
                .filter(one -> one.isShare(NOTEWORTHY))
                .toList();
    }

    /** Those that no season explains. */
    List<Deviation> unlike() {
        return all().stream().filter(one -> !isOfSeason(one)).toList();
    }

    /** Whether about the same time of the season before or after deviates likewise: what moves with the calendar moves by a period. */
    private boolean isOfSeason(Deviation one) {
        double enough = LIKE * Math.abs(one.size());
        return season > 1
                && IntStream.of(-season, season)
                        .flatMap(away -> IntStream.rangeClosed(-1, 1).map(by -> one.position() + away + by))
                        .filter(t -> t >= 0 && t < left.length)
                        .anyMatch(t -> left[t] * Math.signum(one.size()) >= enough);
    }

    /** The values, with what is usual in place of all that lies far, of the season or not. */
    double[] cleaned() {
        double[] cleaned = values.clone();
        all().forEach(one -> cleaned[one.position()] = one.usual());
        return cleaned;
    }

    /**
     * All periods at whose place in the season something lies somewhat far: peaks of the season, also where the neighbours do not
     * show them, as at the end of a series.
     */
    int[] ofPeaks() {
        return (season == 1 ? List.<Deviation>of() : beyond(SOMEWHAT_FAR))
                .stream()
                        .mapToInt(Deviation::position)
                        .flatMap(at -> IntStream.iterate(at % season, t -> t < values.length, t -> t + season))
                        .distinct()
                        .toArray();
    }
}
