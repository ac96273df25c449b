package cartera.model.forecast;

/** How forecasts follow from what has been seen, all parameters being known. */
@FunctionalInterface
interface Rule {

    /** Forecasts for 1, 2, .. {@code steps} after the end of {@code seen}, which holds at least one value. */
    double[] forecast(Series seen, int steps);

    /** This rule for a series {@code scale} times as large. */
    default Rule scaled(double scale) {
        return (seen, steps) -> {
            double[] forecast = forecast(seen.times(1 / scale), steps);
            for (int step = 0; step < steps; step++) {
                forecast[step] *= scale;
            }
            return forecast;
        };
    }
}
