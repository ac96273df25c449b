package cartera.model.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is known ahead of every period, past and forecast: working days, holidays that fall into it, promotion marks.
 *
 * <p>Working days enter as the logarithm of their number, so that sales in proportion to them have the effect 1; holidays and
 * promotions as the share of the period they take, or 0 and 1. Periods beyond the last known one count as usual.
 *
 * @param columns one array an effect, one element a period, the first period of the series first
 */
@SuppressWarnings("ArrayRecordComponent")
public record KnownEffects(List<double[]> columns) {

    public KnownEffects {
        columns = List.copyOf(columns);
        for (double[] column : columns) {
            if (Arrays.stream(column).anyMatch(value -> !Double.isFinite(value))) {
                throw new IllegalArgumentException(
                        "Invalid effect: %s (must be finite)".formatted(Arrays.toString(column)));
            }
        }
    }

    /**
     * Numbers of working days by period.
     *
     * @throws IllegalArgumentException for a number below 0
     */
    public static KnownEffects workingDays(double[] days) {
        if (Arrays.stream(days).anyMatch(number -> number < 0)) {
            throw new IllegalArgumentException(
                    "Invalid working days: %s (must be 0 or more)".formatted(Arrays.toString(days)));
        }
        return new KnownEffects(List.of(Arrays.stream(days)
                .map(number -> Math.log(Math.max(number, .5)))
                .toArray()));
    }

    /** Marks by period: 1 where there is a promotion or a holiday, or the share of the period it takes. */
    public static KnownEffects marks(double[] marks) {
        return new KnownEffects(List.of(marks.clone()));
    }

    /** These and others. */
    public KnownEffects and(KnownEffects others) {
        return new KnownEffects(
                Stream.concat(columns.stream(), others.columns.stream()).toList());
    }

    /** Effects of {@code periods} periods, one row each, less their mean over the first {@code length}, which are the series. */
    double[][] centred(int length, int periods) {
        double[] means = columns.stream()
                .mapToDouble(
                        column -> Arrays.stream(column).limit(length).average().orElse(0))
                .toArray();
        return IntStream.range(0, periods)
                .mapToObj(period -> IntStream.range(0, means.length)
                        .mapToDouble(i -> period < columns.get(i).length ? columns.get(i)[period] - means[i] : 0)
                        .toArray())
                .toArray(double[][]::new);
    }
}
