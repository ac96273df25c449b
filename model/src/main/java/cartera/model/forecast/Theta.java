package cartera.model.forecast;

/**
 * The theta method: simple exponential smoothing with half the slope of the straight line through all values.
 *
 * <p>Source: V. Assimakopoulos and K. Nikolopoulos, Int. J. Forecasting 16 (2000), in the form of R. J. Hyndman and B.
 * Billah, Int. J. Forecasting 19 (2003), equation (7). A season that passes the test is taken out before and put back.
 */
record Theta() implements Method {

    private static final double QUANTILE = 1.6448536269514722;
    private static final int FEWEST_VALUES = 4;
    private static final Method FALLBACK = new Ses();

    private record Drifting(SimpleSmoothing level, double drift) implements Rule {

        static Drifting fit(Series series) {
            return new Drifting(
                    SimpleSmoothing.fit(series),
                    StraightLine.of(series, series.length()).slope() / 2);
        }

        @Override
        public double parameters() {
            return level.parameters() + 1;
        }

        @Override
        public double[] forecast(Series seen, int steps) {
            double[] forecast = level.forecast(seen, steps);
            double lag = (1 - Math.pow(1 - level.alpha(), seen.length())) / level.alpha();
            for (int step = 0; step < steps; step++) {
                forecast[step] += drift * (step + lag);
            }
            return forecast;
        }
    }

    @Override
    public String name() {
        return "theta";
    }

    @Override
    public FittedMethod fit(Series series) {
        return Naive.isAllThatIsKnown(series, FEWEST_VALUES)
                ? FALLBACK.fit(series)
                : RuledMethod.scaled(name(), series, Theta::rule);
    }

    private static Rule rule(Series series) {
        boolean isSeasonal = new Seasonality(QUANTILE, 2 * series.season() + 1).isFoundIn(series);
        var season = isSeasonal ? SeasonalIndex.of(series) : SeasonalIndex.NONE;
        return season.around(Drifting.fit(season.adjusted(series)));
    }
}
