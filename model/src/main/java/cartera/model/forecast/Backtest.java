package cartera.model.forecast;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Forecasts a method would have made from rolling origins in the past, with the parameters found on the whole series: nothing is
 * fitted again.
 */
final class Backtest {

    private static final int MOST_ORIGINS = 60;
    private static final int FEWEST_SEEN = 3;

    private Backtest() {}

    /** The first origin whose forecasts count: states of the method have settled, and the past is not too distant. */
    static int firstOrigin(Series series) {
        int settled = Math.max(FEWEST_SEEN, Math.min(series.length() / 3, 2 * series.season()));
        return Math.max(settled, series.length() - MOST_ORIGINS);
    }

    /** Values less forecasts, by step; within a step from the oldest origin to the newest. Empty where the series is too short. */
    static double[][] errors(FittedMethod fitted, int steps) {
        Series series = fitted.series();
        int first = firstOrigin(series);
        int origins = Math.max(0, series.length() - first);
        double[][] errors = IntStream.range(0, steps)
                .mapToObj(step -> new double[Math.max(0, origins - step)])
                .toArray(double[][]::new);
        for (int origin = 0; origin < origins; origin++) {
            double[] forecast = fitted.forecast(first + origin, Math.min(steps, origins - origin));
            for (int step = 0; step < forecast.length; step++) {
                errors[step][origin] = series.value(first + origin + step) - forecast[step];
            }
        }
        return errors;
    }

    /**
     * Mean absolute error over all origins and steps, every step counting the same, widened by {@link #optimism}; 0 where
     * there is none.
     */
    static double meanError(FittedMethod fitted, int steps) {
        double mean = Arrays.stream(errors(fitted, steps))
                .filter(ofStep -> ofStep.length > 0)
                .mapToDouble(
                        ofStep -> Arrays.stream(ofStep).map(Math::abs).average().orElse(0))
                .average()
                .orElse(0);
        return mean * optimism(fitted);
    }

    /**
     * How many times larger errors on new values are than errors on the values the parameters were found on.
     *
     * <p>Source: the final prediction error of H. Akaike, Fitting autoregressive models for prediction, Annals of the Institute
     * of Statistical Mathematics 21 (1969): with k parameters found on n values the variance is (n + k) / (n - k) times as large.
     */
    static double optimism(FittedMethod fitted) {
        double values = fitted.series().length();
        double found = Math.min(fitted.parameters(), values / 2);
        return values == 0 ? 1 : Math.sqrt((values + found) / (values - found));
    }
}
