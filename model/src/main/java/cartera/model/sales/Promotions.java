package cartera.model.sales;

import java.util.Arrays;

/**
 * How many times more a series sells on promotion: {@code exp(effect x share)}, share being the part of a period's days on
 * promotion. One effect for all promotions of a series; none where it does not stand clear of the noise. No period counts for
 * more than twice the part that was ever seen: who knows days does not know months.
 */
final class Promotions {

    private static final double BEYOND_SEEN = 2;

    private final double[] share;
    private final double most;
    private final double effect;

    private Promotions(double[] share, double most, double effect) {
        this.share = share;
        this.most = most;
        this.effect = effect;
    }

    /**
     * The effect that the past shows.
     *
     * @param values of the past periods, the same working days throughout
     * @param share of each period's days on promotion, from 0 to 1: past periods, then those to come; missing ones are 0
     */
    static Promotions of(double[] values, double[] share, int season) {
        double[] past = Arrays.copyOf(share, values.length);
        double seen = Arrays.stream(past).max().orElse(0);
        double effect = seen > 0 ? new PromotionEffect(values, past, season).logarithm() : 0;
        return new Promotions(share, BEYOND_SEEN * seen, effect);
    }

    double factor(int t) {
        return t < share.length ? Math.exp(effect * Math.min(most, share[t])) : 1;
    }

    /** The past as it would have been without promotions. */
    double[] without(double[] values) {
        double[] adjusted = new double[values.length];
        Arrays.setAll(adjusted, t -> values[t] / factor(t));
        return adjusted;
    }
}
