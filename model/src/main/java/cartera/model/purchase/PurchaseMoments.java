package cartera.model.purchase;

/**
 * Where to start a fit: the NBD parameters whose mean and variance of counts are those of the sample, each customer
 * weighted by the time observed.
 *
 * @param rate steps a week
 * @param excess variance of the rate between customers; 0 or less where counts vary no more than chance does
 */
record PurchaseMoments(double rate, double excess) {

    private static final double LEAST_SHAPE = 0.05;
    private static final double MOST_SHAPE = 50;

    static PurchaseMoments of(PurchaseSample sample, int k) {
        double weeks = sample.observedWeeks();
        double rate = weeks > 0 ? k * (sample.repeatPurchases() + 0.5) / weeks : 1;
        double squares = 0;
        double weeksSquared = 0;
        for (var group : sample.groups()) {
            double age = group.history().ageWeeks();
            double expected = rate * age;
            double difference = (double) k * group.history().repeatPurchases() - expected;
            squares += group.customers() * (difference * difference - expected);
            weeksSquared += group.customers() * age * age;
        }
        return new PurchaseMoments(rate, weeksSquared > 0 ? squares / weeksSquared : 0);
    }

    /** Parameters r and alpha. */
    double[] start() {
        double shape = excess > 0 ? rate * rate / excess : MOST_SHAPE;
        shape = Math.max(LEAST_SHAPE, Math.min(MOST_SHAPE, shape));
        return new double[] {shape, shape / rate};
    }
}
