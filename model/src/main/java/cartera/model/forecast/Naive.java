package cartera.model.forecast;

import java.util.Arrays;

/** Naive forecast: each future step repeats the last value. */
record Naive() implements Method {

    static final Method NAIVE = new Naive();

    /** Below this size squares and reciprocals leave the range of numbers. */
    private static final double SMALLEST_SIZE = 1e-290;

    @Override
    public String name() {
        return "naive";
    }

    @Override
    public FittedMethod fit(Series series) {
        return RuledMethod.of(name(), series, Naive::repeat);
    }

    /** Whether nothing more can be learnt from a series than its last value. */
    static boolean isAllThatIsKnown(Series series, int fewestValues) {
        return series.length() < fewestValues || series.isConstant() || series.meanSize() < SMALLEST_SIZE;
    }

    static double[] repeat(Series seen, int steps) {
        double[] forecast = new double[steps];
        Arrays.fill(forecast, seen.last());
        return forecast;
    }
}
