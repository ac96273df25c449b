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

    /** Naive is used where a better look would come by chance less often than this; a looser rule follows chance. */
    private static final double SELDOM = .05;

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
            if (Backtest.chanceAlone(naive, best, steps) < SELDOM) {
                best = naive;
            }
        }
        return best;
    }

    private static Method calledFor(Series series) {
        return Demand.of(series).isRare() ? BlockSmoothing.IMAPA : Combination.MEAN;
    }
}
