package cartera.model.sales;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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
     * Of each of the company and its categories, in their order. What all promotions have shown together holds for a series unless
     * its own clearly show something else.
     *
     * @param series their past with the same working days throughout
     */
    static List<Promotions> of(List<SalesSeries> series, int season) {
        List<List<PromotedPeriod>> seen =
                series.stream().map(one -> seen(one, season)).toList();
        List<PromotedPeriod> all = IntStream.range(0, series.size())
                .filter(i -> !seen.get(i).isEmpty() && isOwn(series.get(i), series))
                .mapToObj(seen::get)
                .flatMap(List::stream)
                .toList();
        double most = BEYOND_SEEN
                * all.stream().mapToDouble(PromotedPeriod::share).max().orElse(0);
        double common = PromotionEffect.of(all, 0);
        return IntStream.range(0, series.size())
                .mapToObj(i -> new Promotions(series.get(i).promotion(), most, PromotionEffect.of(seen.get(i), common)))
                .toList();
    }

    private static List<PromotedPeriod> seen(SalesSeries one, int season) {
        boolean isPromoted =
                Arrays.stream(one.promotion()).limit(one.values().length).anyMatch(part -> part > 0);
        return isPromoted ? new PromotedPeriods(one.values(), one.promotion(), season).seen() : List.of();
    }

    /** Whether it has other promotions than what it is a part of, so that they are not counted again. */
    private static boolean isOwn(SalesSeries one, List<SalesSeries> series) {
        return series.stream()
                .filter(other -> other != one && isAbove(other, one))
                .noneMatch(other -> Arrays.equals(past(other), past(one)));
    }

    private static boolean isAbove(SalesSeries other, SalesSeries one) {
        return one.isOf(SalesSeries.CATEGORY)
                && (other.isOf(SalesSeries.COMPANY) || other.key().equals(one.parent()));
    }

    private static double[] past(SalesSeries one) {
        return Arrays.copyOf(one.promotion(), one.values().length);
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
