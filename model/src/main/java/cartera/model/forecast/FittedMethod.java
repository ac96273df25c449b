package cartera.model.forecast;

/**
 * A method whose parameters are found.
 *
 * <p>Forecasts are finite, and not negative where no value of the series is.
 */
public interface FittedMethod {

    /** The method that in fact answers: the one asked for, or the simpler one that took its place. */
    String method();

    /** Number of values found from the data, initial states among them: what makes errors on these data too small. */
    default int parameters() {
        return 1;
    }

    /** The series it was fitted to. */
    Series series();

    /** Forecasts for 1, 2, .. {@code steps} after the first {@code origin} values, with the parameters found on all of them. */
    double[] forecast(int origin, int steps);

    /** Forecasts for 1, 2, .. {@code steps} after the end of the series. */
    default double[] forecast(int steps) {
        return forecast(series().length(), steps);
    }
}
