package cartera.model.forecast;

import java.util.Arrays;

/**
 * Mean square of a series' errors at each step, in units of its one-step errors: from its own errors at all steps, the near ones
 * most, and from the growth of errors in the set, which counts like {@link #PRIOR_ERRORS} of its own.
 */
final class Spread {

    /** Independent errors that the growth of the set is worth. */
    static final double PRIOR_ERRORS = 5;

    private final double[] growth;
    private final double[][] squares;

    Spread(SeriesForecast one, double[] growth) {
        this.growth = growth;
        squares = Arrays.stream(one.scores()).map(Spread::running).toArray(double[][]::new);
    }

    private static double[] running(double[] scores) {
        double[] running = new double[scores.length + 1];
        for (int origin = 0; origin < scores.length; origin++) {
            running[origin + 1] = running[origin] + scores[origin] * scores[origin];
        }
        return running;
    }

    /** Errors of one step overlap with those of the next origins: as many independent ones as they are worth. */
    static double independent(double errors, int step) {
        return errors / (1 + step / 2.0);
    }

    /** The spread at a step. */
    double at(int step) {
        return without(step, 0, Integer.MIN_VALUE);
    }

    /** The spread at a step as told by errors that share no period with the forecast from {@code origin}. */
    double without(int step, int origin) {
        return without(step, origin, origin + step);
    }

    private double without(int step, int first, int last) {
        double weights = PRIOR_ERRORS;
        double sum = PRIOR_ERRORS;
        for (int other = 0; other < squares.length; other++) {
            double[] running = squares[other];
            int from = Math.min(running.length - 1, Math.max(0, first - other));
            int to = Math.min(running.length - 1, Math.max(from, last + 1));
            double count = running.length - 1 - (to - from);
            if (count > 0) {
                double ratio = (other + 1.0) / (step + 1);
                double weight = independent(count, other) * Math.pow(Math.min(ratio, 1 / ratio), 2);
                weights += weight;
                sum += weight * (running[running.length - 1] - running[to] + running[from]) / (count * growth[other]);
            }
        }
        return growth[step] * sum / weights;
    }
}
