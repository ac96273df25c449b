package cartera.model.forecast;

/**
 * The dynamic theta model of a series without a season, with known parameters.
 *
 * <p>Source: Fiorucci and others, Int. J. Forecasting 32 (2016), equations (12) to (17).
 *
 * @param level before the first value
 * @param weight of the straight line, 1 - 1 / theta: 0 is simple exponential smoothing
 */
record DynamicTheta(double alpha, double level, double weight) implements Rule {

    private static final double SMALLEST = 0.1;
    private static final double LARGEST = 0.99;
    private static final int GRID = 30;
    private static final double PRECISION = 1e-6;
    /** The first level is known from the first value, as if seen with ten times the usual error. */
    private static final double FIRST_LEVEL_KNOWN = 0.01;

    /** The straight line through the values so far, updated by one value at a time. */
    private static final class RunningLine {

        private int count;
        private double mean;
        private double slope;

        void add(double value) {
            count++;
            slope = count == 1 ? 0 : ((count - 2) * slope + 6 * (value - mean) / count) / (count + 1);
            mean += (value - mean) / count;
        }

        /** What the line adds to the next step beside a level that forgets with {@code alpha}, {@code left} of its start being left. */
        double next(double alpha, double left) {
            double start = mean - slope * (count + 1) / 2;
            return left * start + slope * (1 - left * (1 - alpha)) / alpha;
        }
    }

    /** Sums of squares and products of the one-step errors from level 0 and weight 0, and of what the two add to them. */
    private static final class Moments {

        private final double alpha;
        private double levelLevel = FIRST_LEVEL_KNOWN;
        private double levelLine;
        private double lineLine;
        private double levelError;
        private double lineError;
        private double errorError;

        /** Errors from the third value on: before that there is no line. */
        Moments(Series series, double alpha) {
            this.alpha = alpha;
            double first = series.value(0);
            this.levelError = FIRST_LEVEL_KNOWN * first;
            this.errorError = FIRST_LEVEL_KNOWN * first * first;
            var line = new RunningLine();
            double level = 0;
            double left = 1;
            for (int t = 0; t < series.length(); t++) {
                if (t >= 2) {
                    add(left, line.next(alpha, left), series.value(t) - level);
                }
                line.add(series.value(t));
                level += alpha * (series.value(t) - level);
                left *= 1 - alpha;
            }
        }

        private void add(double left, double line, double error) {
            levelLevel += left * left;
            levelLine += left * line;
            lineLine += line * line;
            levelError += left * error;
            lineError += line * error;
            errorError += error * error;
        }

        /** Level and weight of the least squares, the weight within 0 .. 1. */
        DynamicTheta best() {
            double determinant = levelLevel * lineLine - levelLine * levelLine;
            double free = (levelLevel * lineError - levelLine * levelError) / determinant;
            double weight = determinant > 0 ? Math.max(0, Math.min(1, free)) : 0;
            return new DynamicTheta(alpha, (levelError - weight * levelLine) / levelLevel, weight);
        }

        double squaredError() {
            var best = best();
            double l = best.level;
            double w = best.weight;
            return errorError
                    - 2 * (l * levelError + w * lineError)
                    + l * l * levelLevel
                    + w * w * lineLine
                    + 2 * l * w * levelLine;
        }
    }

    /**
     * The parameters of the least sum of squared one-step errors, alpha in 0.1 .. 0.99 and theta 1 or more.
     *
     * <p>Given alpha the errors are linear in the first level and the weight, so that only alpha has to be looked for, and
     * the search cannot end in the local minima that the sum has in all three.
     */
    static DynamicTheta fit(Series series) {
        double alpha =
                LineSearch.minimum(a -> new Moments(series, a).squaredError(), SMALLEST, LARGEST, GRID, PRECISION);
        return new Moments(series, alpha).best();
    }

    @Override
    public double parameters() {
        return 3;
    }

    /** Beyond the end of what has been seen, the forecasts take the place of values. */
    @Override
    public double[] forecast(Series seen, int steps) {
        double[] forecast = new double[steps];
        var line = new RunningLine();
        double now = level;
        double left = 1;
        for (int t = 0; t < seen.length() + steps; t++) {
            if (t >= seen.length()) {
                forecast[t - seen.length()] = now + weight * line.next(alpha, left);
            }
            double value = t < seen.length() ? seen.value(t) : forecast[t - seen.length()];
            line.add(value);
            now += alpha * (value - now);
            left *= 1 - alpha;
        }
        return forecast;
    }
}
