package cartera.model.forecast;

/** How forecasts follow from what has been seen, all parameters being known. */
@FunctionalInterface
interface Rule {

    /** Forecasts for 1, 2, .. {@code steps} after the end of {@code seen}, which holds at least one value. */
    double[] forecast(Series seen, int steps);

    /** See {@link FittedMethod#parameters}. */
    default double parameters() {
        return 1;
    }
}
