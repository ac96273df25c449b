package cartera.model.forecast;

/** A way of forecasting. */
public interface Method {

    /** Name for tables and the command line; {@link Methods#of} reads it. */
    String name();

    /**
     * The method with its parameters found.
     *
     * <p>Never fails on odd data (empty, constant, all zero, shorter than a season, negative): where the method is beyond
     * the data, a simpler one takes its place, and {@link FittedMethod#method} says which.
     */
    FittedMethod fit(Series series);
}
