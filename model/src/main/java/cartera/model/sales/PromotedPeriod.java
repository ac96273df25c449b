package cartera.model.sales;

/**
 * A past period on promotion.
 *
 * @param share of its days on promotion, above 0
 * @param excess of the logarithm of its value over what was expected without one
 * @param noise of that, one standard deviation
 */
record PromotedPeriod(double share, double excess, double noise) {

    /** How far off an effect is here, in standard deviations. */
    double error(double effect) {
        return (excess - effect * share) / noise;
    }

    /** What it tells of the effect: one over the variance. */
    double information() {
        return share * share / (noise * noise);
    }
}
