package cartera.model.forecast;

/**
 * Simple exponential smoothing from the first value on, its parameter one of .05, .10, .. .95: the smallest sum of squared
 * one-step errors, the smaller parameter among equals. On counts with many zeros a finer search finds noise.
 */
record GridSmoothing(double alpha) {

    private static final int GRID = 20;

    static GridSmoothing of(double[] values) {
        double best = Double.POSITIVE_INFINITY;
        var chosen = new GridSmoothing(1.0 / GRID);
        for (int i = 1; i < GRID; i++) {
            var candidate = new GridSmoothing(i / (double) GRID);
            double error = candidate.squaredError(values);
            if (error < best) {
                best = error;
                chosen = candidate;
            }
        }
        return chosen;
    }

    /** The level after the last value; 0 where there is none. */
    double level(double[] values) {
        double level = values.length == 0 ? 0 : values[0];
        for (double value : values) {
            level += alpha * (value - level);
        }
        return level;
    }

    private double squaredError(double[] values) {
        double level = values.length == 0 ? 0 : values[0];
        double sum = 0;
        for (double value : values) {
            sum += (value - level) * (value - level);
            level += alpha * (value - level);
        }
        return sum;
    }
}
