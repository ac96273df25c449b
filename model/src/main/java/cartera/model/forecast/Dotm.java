package cartera.model.forecast;

/**
 * The dynamic optimised theta method: a level that forgets and the straight line through all that has been seen, in the
 * proportion that forecast best so far.
 *
 * <p>Source: J. A. Fiorucci, T. R. Pellegrini, F. Louzada, F. Petropoulos, A. B. Koehler, Int. J. Forecasting 32 (2016),
 * section 3.2. The season is taken out before and put back, shrunken by its reliability instead of tested.
 */
record Dotm() implements Method {

    private static final int FEWEST_VALUES = 6;
    private static final Method FALLBACK = new Theta();

    @Override
    public String name() {
        return "dotm";
    }

    @Override
    public FittedMethod fit(Series series) {
        return Naive.isAllThatIsKnown(series, FEWEST_VALUES)
                ? FALLBACK.fit(series)
                : RuledMethod.scaled(name(), series, Dotm::rule);
    }

    private static Rule rule(Series series) {
        var season = SeasonalIndex.shrunken(series);
        return season.around(DynamicTheta.fit(season.adjusted(series)));
    }
}
