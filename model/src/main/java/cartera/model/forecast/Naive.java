package cartera.model.forecast;

import java.util.Arrays;

/** Naive forecast: each future step repeats the last value. */
record Naive() implements Method {

    static final Method NAIVE = new Naive();

    @Override
    public String name() {
        return "naive";
    }

    @Override
    public FittedMethod fit(Series series) {
        return RuledMethod.of(name(), series, Naive::repeat);
    }

    static double[] repeat(Series seen, int steps) {
        double[] forecast = new double[steps];
        Arrays.fill(forecast, seen.last());
        return forecast;
    }
}
