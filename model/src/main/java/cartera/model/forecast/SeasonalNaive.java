package cartera.model.forecast;

/**
 * Seasonal naive forecast: each future step repeats the value one season earlier.
 *
 * <p>Source: R. J. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 5.2.
 *
 * <p>Without a season, or before a whole one has been seen, the last value is repeated instead.
 */
record SeasonalNaive() implements Method {

    @Override
    public String name() {
        return "seasonal_naive";
    }

    @Override
    public FittedMethod fit(Series series) {
        return series.season() == 1 || series.length() < series.season()
                ? Naive.NAIVE.fit(series)
                : RuledMethod.of(name(), series, SeasonalNaive::repeat);
    }

    private static double[] repeat(Series seen, int steps) {
        int season = seen.season();
        if (seen.length() < season) {
            return Naive.repeat(seen, steps);
        }
        double[] forecast = new double[steps];
        for (int step = 0; step < steps; step++) {
            forecast[step] = seen.value(seen.length() - season + step % season);
        }
        return forecast;
    }
}
