package cartera.model.forecast;

import java.util.stream.IntStream;

/**
 * Smoothing of sums over blocks of periods, which have fewer zeros than the periods: ADIDA for blocks of the mean gap between
 * demands, IMAPA the mean over blocks of 1, 2, .. that many periods.
 *
 * <p>Sources: K. Nikolopoulos, A. A. Syntetos, J. E. Boylan, F. Petropoulos and V. Assimakopoulos, An aggregate-disaggregate
 * intermittent demand approach (ADIDA), Journal of the Operational Research Society 62 (2011); F. Petropoulos and N. Kourentzes,
 * Forecast combinations for intermittent demand, same journal 66 (2015).
 */
record BlockSmoothing(String name, Blocks blocks) implements Method {

    /** Lengths of the blocks whose forecasts are averaged. */
    enum Blocks {
        MEAN_GAP,
        UP_TO_MEAN_GAP
    }

    static final Method ADIDA = new BlockSmoothing("adida", Blocks.MEAN_GAP);
    static final Method IMAPA = new BlockSmoothing("imapa", Blocks.UP_TO_MEAN_GAP);

    @Override
    public FittedMethod fit(Series series) {
        Demand demand = Demand.of(series);
        int longest = demand.blockLength();
        int shortest = blocks == Blocks.MEAN_GAP ? longest : 1;
        double[] smoothing = IntStream.rangeClosed(0, longest)
                .mapToDouble(length -> length < shortest
                        ? 0
                        : GridSmoothing.of(sums(series, demand.start(), length)).alpha())
                .toArray();
        return RuledMethod.of(
                name, series, (seen, steps) -> Croston.flat(level(seen, demand.start(), smoothing, shortest), steps));
    }

    private static double level(Series seen, int start, double[] smoothing, int shortest) {
        return IntStream.range(shortest, smoothing.length)
                .mapToDouble(length -> new GridSmoothing(smoothing[length]).level(sums(seen, start, length)) / length)
                .average()
                .orElse(0);
    }

    /** Sums over blocks that end with the series; what is left before the first whole block is dropped. */
    private static double[] sums(Series series, int start, int length) {
        int whole = Math.max(0, series.length() - start) / length;
        double[] sums = new double[whole];
        int first = series.length() - whole * length;
        for (int t = 0; t < whole * length; t++) {
            sums[t / length] += series.value(first + t);
        }
        return sums;
    }
}
