package cartera.model.forecast;

import java.util.Arrays;

/**
 * Simple exponential smoothing with known parameters.
 *
 * @param level before the first value
 */
record SimpleSmoothing(double alpha, double level) implements Rule {

    private static final double SMALLEST = 1e-4;
    private static final double LARGEST = 1 - SMALLEST;
    private static final int GRID = 25;
    private static final double PRECISION = 1e-9;

    /**
     * The parameters of the least sum of squared one-step errors, among all alpha in 0.0001 .. 0.9999.
     *
     * <p>Given alpha the errors are linear in the first level, so that only alpha has to be looked for.
     */
    static SimpleSmoothing fit(Series series) {
        double alpha =
                LineSearch.minimum(a -> best(series, a).squaredError(series), SMALLEST, LARGEST, GRID, PRECISION);
        return best(series, alpha);
    }

    /** Least squares of what smoothing from level 0 leaves, on the weight (1 - alpha)^t the first level still has. */
    private static SimpleSmoothing best(Series series, double alpha) {
        double level = 0;
        double weight = 1;
        double product = 0;
        double squares = 0;
        for (int t = 0; t < series.length(); t++) {
            double error = series.value(t) - level;
            product += weight * error;
            squares += weight * weight;
            level += alpha * error;
            weight *= 1 - alpha;
        }
        return new SimpleSmoothing(alpha, product / squares);
    }

    private double squaredError(Series series) {
        double now = level;
        double sum = 0;
        for (int t = 0; t < series.length(); t++) {
            double error = series.value(t) - now;
            sum += error * error;
            now += alpha * error;
        }
        return sum;
    }

    @Override
    public double parameters() {
        return 2;
    }

    @Override
    public double[] forecast(Series seen, int steps) {
        double now = level;
        for (int t = 0; t < seen.length(); t++) {
            now += alpha * (seen.value(t) - now);
        }
        double[] forecast = new double[steps];
        Arrays.fill(forecast, now);
        return forecast;
    }
}
