package cartera.model.forecast;

import java.util.List;

/**
 * The method a series calls for: an intermittent one where demand is rare, else the default combination; and naive where it
 * would clearly have forecast better.
 *
 * <p>Naive and seasonal naive are held against the choice on rolling origins over one season ahead. Series too short for a
 * method are answered by simpler ones, down to the last value; {@link FittedMethod#method} names what answers.
 */
record Auto() implements Method {

    private static final List<Method> BENCHMARKS = List.of(new SeasonalNaive(), Naive.NAIVE);

    /** Standard errors by which naive must be better: one-sided 95 %. Less would follow chance in a short series. */
    private static final double CLEARLY = 1.645;

    /** Without a season, forecasts are held against each other over this number of steps. */
    private static final int STEPS = 6;

    @Override
    public String name() {
        return "auto";
    }

    @Override
    public FittedMethod fit(Series series) {
        int steps = series.season() > 1 ? series.season() : STEPS;
        FittedMethod best = calledFor(series).fit(series);
        for (Method benchmark : BENCHMARKS) {
            FittedMethod naive = benchmark.fit(series);
            if (Backtest.advantage(naive, best, steps) > CLEARLY) {
                best = naive;
            }
        }
        return best;
    }

    private static Method calledFor(Series series) {
        return Demand.of(series).isRare() ? BlockSmoothing.IMAPA : Combination.MEAN;
    }
}
