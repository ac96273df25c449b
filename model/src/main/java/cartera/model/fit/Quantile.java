package cartera.model.fit;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Quantiles of values, between neighbours in proportion.
 *
 * <p>Source: R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996),
 * definition 7.
 */
public final class Quantile {

    private Quantile() {}

    /** The middle value, or half-way between the two; zero without values. */
    public static double median(DoubleStream values) {
        return of(values, .5);
    }

    /** The value below which a share of the values, from 0 to 1, lies; zero without values. */
    public static double of(DoubleStream values, double share) {
        double[] sorted = values.toArray();
        if (sorted.length == 0) {
            return 0;
        }
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
