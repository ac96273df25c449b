package cartera.model.forecast;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.RegularizedBeta;

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
     * How likely a method that forecasts no better than another would have seemed better by as much, from the same origins: the
     * mean gap between their squared errors, those of each widened by {@link #optimism}, against Student's distribution. Windows
     * that overlap count as few, so that a season of 52 weeks takes years to tell. 1 where nothing can be told.
     *
     * <p>Source: F. X. Diebold and R. S. Mariano, Comparing predictive accuracy, Journal of Business and Economic Statistics 13
     * (1995); Student's distribution after D. Harvey, S. Leybourne and P. Newbold, Testing the equality of prediction mean
     * squared errors, International Journal of Forecasting 13 (1997).
     */
    static double chanceAlone(FittedMethod one, FittedMethod other, int steps) {
        double[] errors = squaredByOrigin(one, steps);
        double[] others = squaredByOrigin(other, steps);
        double[] gaps = IntStream.range(0, errors.length)
                .mapToDouble(origin -> others[origin] - errors[origin])
                .toArray();
        double mean = Arrays.stream(gaps).average().orElse(0);
        double variance = Arrays.stream(gaps)
                .map(gap -> (gap - mean) * (gap - mean))
                .average()
                .orElse(0);
        double freedom = gaps.length / (1 + (steps - 1) / 2.0) - 1;
        return mean > 0 && variance > 0 && freedom > 0 ? tail(mean / Math.sqrt(variance / freedom), freedom) : 1;
    }

    /** The probability of a value of Student's distribution above one that is above zero. */
    private static double tail(double value, double freedom) {
        return RegularizedBeta.value(freedom / (freedom + value * value), freedom / 2, .5) / 2;
    }

    /** Mean squared error over all origins, widened by {@link #optimism}; 0 where there is none. */
    static double meanSquare(FittedMethod fitted, int steps) {
        return Arrays.stream(squaredByOrigin(fitted, steps)).average().orElse(0);
    }

    /** Mean squared error of the forecast from each origin, the last ones over the steps that have come. */
    private static double[] squaredByOrigin(FittedMethod fitted, int steps) {
        double[][] errors = errors(fitted, steps);
        double optimism = Math.pow(optimism(fitted), 2);
        return IntStream.range(0, errors[0].length)
                .mapToDouble(origin -> optimism
                        * Arrays.stream(errors)
                                .filter(ofStep -> origin < ofStep.length)
                                .mapToDouble(ofStep -> ofStep[origin] * ofStep[origin])
                                .average()
                                .orElse(0))
                .toArray();
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
