package cartera.model.forecast;

/**
 * Naive2, the benchmark of the M-competitions: the last value without its season, with the season put back.
 *
 * <p>Source: S. Makridakis and M. Hibon, The M3-Competition, Int. J. Forecasting 16 (2000). Without a season it is naive.
 */
record Naive2() implements Method {

    private static final double QUANTILE = 1.645;

    @Override
    public String name() {
        return "naive2";
    }

    @Override
    public FittedMethod fit(Series series) {
        return new Seasonality(QUANTILE, 3 * series.season()).isFoundIn(series)
                ? RuledMethod.of(name(), series, SeasonalIndex.of(series).around(Naive::repeat))
                : Naive.NAIVE.fit(series);
    }
}
