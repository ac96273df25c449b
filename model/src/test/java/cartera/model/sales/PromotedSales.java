package cartera.model.sales;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;

/** Weekly sales with a level that wanders by 2 % a week, noise with a wild week now and then, and promotions. */
final class PromotedSales {

    private static final double WANDER = 0.02;

    private PromotedSales() {}

    /** @param share of each week's days on promotion */
    static double[] of(double[] share, double lift, double noise, Random random) {
        double[] values = new double[share.length];
        double level = 1000;
        for (int t = 0; t < values.length; t++) {
            level *= Math.exp(WANDER * random.nextGaussian());
            double error = noise * random.nextGaussian() * (random.nextInt(25) == 0 ? 3 : 1);
            values[t] = level * Math.exp(error) * (1 + lift * share[t]);
        }
        return values;
    }

    static double[] weeks(int weeks, IntPredicate isPromoted) {
        double[] share = new double[weeks];
        Arrays.setAll(share, t -> isPromoted.test(t) ? 1 : 0);
        return share;
    }

    /** So many weeks on promotion, anywhere among the first {@code among}. */
    static double[] anyWeeks(int promotions, int among, int weeks, Random random) {
        double[] share = new double[weeks];
        random.ints(0, among).distinct().limit(promotions).forEach(t -> share[t] = 1);
        return share;
    }
}
