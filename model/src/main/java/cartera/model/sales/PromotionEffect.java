package cartera.model.sales;

import cartera.model.fit.Quantile;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The effect of promotions, as the logarithm of how many times more a period wholly on promotion sells.
 *
 * <p>What periods exceed the ordinary by is averaged with weights that bound what one of them can say. The average is shrunk
 * towards what is known already, by its noise and by {@link #PRIOR}; unless it stands clear of the noise, what is known stays.
 *
 * <p>Sources: the multiplicative form, D. R. Wittink, M. J. Addona, W. J. Hawkes and J. C. Porter, SCAN*PRO: the estimation,
 * validation and use of promotional effects based on scanner data, working paper (1988); the weights, P. J. Huber, Robust
 * estimation of a location parameter, Annals of Mathematical Statistics 35 (1964); the shrinkage, also of groups of goods towards
 * each other, with normal laws, R. C. Blattberg and E. I. George, Shrinkage estimation of price and promotional elasticities,
 * Journal of the American Statistical Association 86 (1991).
 */
final class PromotionEffect {

    /** Periods on promotion of no other effect that count beside the seen ones: what was seen once may be chance. */
    private static final double PRIOR = 0.5;

    /** How far effects lie from each other, one standard deviation: most sell between 0.67 and 1.5 times as much as is known. */
    private static final double SPREAD = 0.4;

    /** Standard errors that an effect must be worth. */
    private static final double CLEAR = 2;

    /** Where Huber's weights begin to fall, in standard deviations. */
    private static final double BOUND = 1.345;

    private static final int ROUNDS = 20;

    /** Standard deviations for one median absolute deviation, under the normal law. */
    private static final double NORMAL = 1.4826;

    private PromotionEffect() {}

    /** The effect that periods show, where {@code known} is what others say; 0 is none. */
    static double of(List<PromotedPeriod> seen, double known) {
        if (seen.isEmpty()) {
            return known;
        }
        double mean = mean(seen);
        double scatter = Math.max(1, deviation(seen.stream().mapToDouble(one -> one.error(mean))));
        double information =
                seen.stream().mapToDouble(PromotedPeriod::information).sum();
        double error = scatter / Math.sqrt(information);
        double periods = periods(seen);
        double trust = SPREAD * SPREAD / (SPREAD * SPREAD + error * error) * periods / (periods + PRIOR);
        return Math.abs(mean - known) > CLEAR * error ? known + (mean - known) * trust : known;
    }

    /** Weighted least squares through the origin, from the median on. */
    private static double mean(List<PromotedPeriod> seen) {
        double mean = Quantile.median(seen.stream().mapToDouble(one -> one.excess() / one.share()));
        for (int round = 0; round < ROUNDS; round++) {
            double product = 0;
            double square = 0;
            for (PromotedPeriod one : seen) {
                double bounded = Math.min(1, BOUND / Math.abs(one.error(mean)));
                product += bounded * one.information() * one.excess() / one.share();
                square += bounded * one.information();
            }
            mean = product / square;
        }
        return mean;
    }

    /** How many periods as fully on promotion as any would tell as much. */
    private static double periods(List<PromotedPeriod> seen) {
        double most = seen.stream().mapToDouble(PromotedPeriod::share).max().orElse(1);
        return seen.stream().mapToDouble(one -> Math.pow(one.share() / most, 2)).sum();
    }

    /** The standard deviation from 0 that the median absolute value means. */
    static double deviation(DoubleStream values) {
        return NORMAL * Quantile.median(values.map(Math::abs));
    }
}
