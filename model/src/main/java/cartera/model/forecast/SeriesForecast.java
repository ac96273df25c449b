package cartera.model.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one series brings to the forecast of a set: its own forecast, and how far earlier ones were off. It depends on no other
 * series, so any number can be computed side by side; {@link PooledScores} then makes intervals of it.
 *
 * <p>Earlier forecasts start from rolling origins with the parameters found on the whole series. Such parameters know the values
 * they are judged by, so errors seen are too small and are widened for the parameters found.
 *
 * @param method the method that answers
 * @param season steps of a season: series are pooled with others of the same season
 * @param isNonNegative whether no value of the series was below zero
 * @param isShort whether its intervals are widened by what the set learns from second fits
 * @param mid forecast, one value a step
 * @param level mean size of the values
 * @param sigma root mean squared one-step error, widened as above; 0 only where all values are zero
 * @param scores by step, oldest origin first: value less earlier forecast, in units of the one-step errors; empty where the
 *     series is too short
 * @param heldOut of a short series that was fitted again, by stretch and step: errors of fits that were not shown the last values, in units of that
 *     fit's {@code sigma}; else empty
 * @param actualSums sums of the values over the last stretch of as many steps as are forecast, over the one before, ..
 * @param forecastSums sums of the forecasts made at the beginning of those stretches
 */
@SuppressWarnings("ArrayRecordComponent")
public record SeriesForecast(
        String method,
        int season,
        boolean isNonNegative,
        boolean isShort,
        double[] mid,
        double level,
        double sigma,
        double[][] scores,
        double[][] heldOut,
        double[] actualSums,
        double[] forecastSums) {

    private static final int MOST_STRETCHES = 8;

    /** Up to this length a second fit costs little and parameters have seen much. */
    private static final int SHORT = 72;

    /** One stretch may be an odd one for the whole set. */
    private static final int MOST_REFITS = 2;

    /** Values that must be left to a fit that is not shown the last ones. */
    private static final int FEWEST_LEFT = 8;

    /** Below this number of one-step errors half the level counts as one error more: two equal values are not certainty. */
    private static final int FEW_ERRORS = 6;

    private static final double UNKNOWN_SHARE = .5;

    /**
     * The forecast of one series.
     *
     * @param steps 1 or more
     */
    public static SeriesForecast of(Series series, Method method, int steps) {
        return of(method.fit(series), heldOut(series, method, steps), steps);
    }

    /**
     * The forecast of a fitted method, without second fits of a short series: enough where a set has learnt from others.
     *
     * @param steps 1 or more
     */
    public static SeriesForecast of(FittedMethod fitted, int steps) {
        return of(fitted, new double[0][], steps);
    }

    private static SeriesForecast of(FittedMethod fitted, double[][] heldOut, int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("Invalid steps: %d (must be 1 or more)".formatted(steps));
        }
        Series series = fitted.series();
        double[][] errors = Backtest.errors(fitted, steps);
        double level = level(series);
        double seen = seenSigma(errors[0], level);
        double[][] scores =
                Arrays.stream(errors).map(ofStep -> scaled(ofStep, seen)).toArray(double[][]::new);
        double[][] sums = sums(fitted, steps);
        return new SeriesForecast(
                fitted.method(),
                series.season(),
                series.isNonNegative(),
                isShort(series, steps),
                fitted.forecast(steps),
                level,
                seen * Backtest.optimism(fitted),
                scores,
                heldOut,
                sums[0],
                sums[1]);
    }

    private static boolean isShort(Series series, int steps) {
        return series.length() <= SHORT && series.length() - steps >= fewestLeft(series);
    }

    private static int fewestLeft(Series series) {
        return Math.max(FEWEST_LEFT, series.length() / 2);
    }

    private static double[][] heldOut(Series series, Method method, int steps) {
        if (!isShort(series, steps)) {
            return new double[0][];
        }
        return IntStream.rangeClosed(1, MOST_REFITS)
                .map(stretch -> series.length() - stretch * steps)
                .filter(origin -> origin >= fewestLeft(series))
                .mapToObj(origin -> heldOut(series, method, origin, steps))
                .toArray(double[][]::new);
    }

    private static double[] heldOut(Series series, Method method, int origin, int steps) {
        SeriesForecast before = of(method.fit(series.first(origin)), new double[0][], steps);
        double[] errors = IntStream.range(0, steps)
                .mapToDouble(step -> series.value(origin + step) - before.mid[step])
                .toArray();
        return scaled(errors, before.sigma);
    }

    private static double[] scaled(double[] errors, double unit) {
        return Arrays.stream(errors).map(error -> unit > 0 ? error / unit : 0).toArray();
    }

    /** Intervals from this series alone. */
    public Bands bands() {
        return PooledScores.of(List.of(this)).bands(this);
    }

    /** Number of steps forecast. */
    public int steps() {
        return mid.length;
    }

    /** Errors are squared in units of the level, so that large numbers stay within range. */
    private static double seenSigma(double[] errors, double level) {
        if (level == 0) {
            return 0;
        }
        double squares = Arrays.stream(errors)
                .map(error -> error / level * (error / level))
                .sum();
        return errors.length >= FEW_ERRORS
                ? level * Math.sqrt(squares / errors.length)
                : level * Math.sqrt((squares + UNKNOWN_SHARE * UNKNOWN_SHARE) / (errors.length + 1));
    }

    private static double level(Series series) {
        return Arrays.stream(series.values()).map(Math::abs).average().orElse(0);
    }

    private static double[][] sums(FittedMethod fitted, int steps) {
        Series series = fitted.series();
        int stretches = Math.min(MOST_STRETCHES, (series.length() - Backtest.firstOrigin(series)) / steps);
        double[][] sums = new double[2][Math.max(0, stretches)];
        for (int stretch = 0; stretch < stretches; stretch++) {
            int origin = series.length() - (stretch + 1) * steps;
            sums[1][stretch] = Arrays.stream(fitted.forecast(origin, steps)).sum();
            for (int step = 0; step < steps; step++) {
                sums[0][stretch] += series.value(origin + step);
            }
        }
        return sums;
    }
}
