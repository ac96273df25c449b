package cartera.model.forecast;

import java.util.stream.IntStream;

/**
 * The demands of a series that is zero in many periods: how far apart they are, and how much their sizes differ. Zeros before
 * the first demand are left out: the product was not on sale yet.
 *
 * @param start period of the first demand, counted from 0; the length where there is none
 * @param meanGap mean number of periods from one demand to the next (ADI): 1 where every period has one
 * @param squaredVariation squared coefficient of variation of the demands (CV2), periods without demand left out
 */
record Demand(int start, double meanGap, double squaredVariation) {

    /**
     * Classes of demand by rhythm and size.
     *
     * <p>Source: A. A. Syntetos, J. E. Boylan and J. D. Croston, On the categorization of demand patterns, Journal of the
     * Operational Research Society 56 (2005): where Croston's method and its corrected form begin to beat smoothing.
     */
    enum Pattern {
        SMOOTH,
        ERRATIC,
        INTERMITTENT,
        LUMPY
    }

    private static final double RARE_FROM = 1.32;
    private static final double UNEVEN_FROM = .49;

    static Demand of(Series series) {
        int[] periods = IntStream.range(0, series.length())
                .filter(t -> series.value(t) != 0)
                .toArray();
        if (periods.length == 0) {
            return new Demand(series.length(), 1, 0);
        }
        return new Demand(periods[0], meanGap(periods, series.length()), squaredVariation(series, periods));
    }

    /** A single demand has no gap yet: what has passed since it began stands for it. */
    private static double meanGap(int[] periods, int length) {
        int gaps = periods.length - 1;
        return gaps == 0 ? length - periods[0] : (periods[gaps] - periods[0]) / (double) gaps;
    }

    private static double squaredVariation(Series series, int[] periods) {
        double mean = IntStream.of(periods).mapToDouble(series::value).average().orElse(0);
        return IntStream.of(periods)
                .mapToDouble(t -> Math.pow(series.value(t) / mean - 1, 2))
                .average()
                .orElse(0);
    }

    Pattern pattern() {
        if (meanGap < RARE_FROM) {
            return squaredVariation < UNEVEN_FROM ? Pattern.SMOOTH : Pattern.ERRATIC;
        }
        return squaredVariation < UNEVEN_FROM ? Pattern.INTERMITTENT : Pattern.LUMPY;
    }

    /** Whether so many periods have no demand that size and rhythm are forecast apart. */
    boolean isRare() {
        return pattern() == Pattern.INTERMITTENT || pattern() == Pattern.LUMPY;
    }

    /** Number of periods that on average hold one demand. */
    int blockLength() {
        return (int) Math.rint(meanGap);
    }
}
