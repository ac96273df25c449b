package cartera.model.value;

import cartera.model.purchase.PurchaseForecast;
import cartera.model.purchase.PurchaseHistory;
import cartera.model.spend.SpendHistory;
import cartera.model.spend.SpendModel;

/**
 * What customers are worth over a finite horizon: purchases to be expected times amount to be expected times margin,
 * each month's part discounted from its end.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie, K. L. Lee, J. Marketing Research 42 (2005), with the horizon ended: what lies
 * decades ahead is no plan.
 *
 * <p>The interval says what this one customer may bring, not how well the mean is known: it is the exact law of the
 * total of the amounts of all purchases to come, given the customer's history and the fitted parameters (what a
 * parametric bootstrap of the customer's future tends to). The uncertainty of the parameters is left out; with the
 * repeat buyers that a fit asks for it is small beside that of a single customer.
 *
 * @param yearlyDiscount share by which money a year ahead is worth less, 0 or more (0.15 for 15 %)
 * @param coverage probability that the interval holds, between 0 and 1; half of the rest lies on either side
 */
public record CustomerValue(PurchaseForecast purchases, SpendModel spend, double yearlyDiscount, double coverage) {

    private static final double WEEKS_PER_YEAR = 365.25 / 7;
    private static final double WEEKS_PER_MONTH = WEEKS_PER_YEAR / 12;

    public CustomerValue {
        if (!(yearlyDiscount >= 0 && Double.isFinite(yearlyDiscount))) {
            throw new IllegalArgumentException(
                    "Invalid yearlyDiscount: %s (must be 0 or more and finite)".formatted(yearlyDiscount));
        }
        if (!(coverage > 0 && coverage < 1)) {
            throw new IllegalArgumentException("Invalid coverage: %s (must lie between 0 and 1)".formatted(coverage));
        }
    }

    /** Weeks of so many months of a mean year. */
    public static double weeksOfMonths(int months) {
        return months * WEEKS_PER_MONTH;
    }

    /**
     * The value of a customer over the next {@code weeks}.
     *
     * @param marginShare margin per unit of amount, 1 where no cost is known; below 0 for who buys under cost
     * @param weeks the horizon, above 0
     */
    public ExpectedValue of(PurchaseHistory history, SpendHistory spent, double marginShare, double weeks) {
        if (!Double.isFinite(marginShare)) {
            throw new IllegalArgumentException("Invalid marginShare: %s (must be finite)".formatted(marginShare));
        }
        if (!(weeks > 0 && Double.isFinite(weeks))) {
            throw new IllegalArgumentException("Invalid weeks: %s (must be above 0 and finite)".formatted(weeks));
        }
        double expected = purchases.expectedPurchases(history, weeks);
        double amount = expected * spend.expectedAmount(spent);
        double rate = marginShare * discount(history, weeks, expected);
        var total = new TotalAmount(purchases.purchaseDistribution(history, weeks), spend, spent);
        double one = rate * total.quantile((1 - coverage) / 2);
        double other = rate * total.quantile((1 + coverage) / 2);
        return new ExpectedValue(
                expected, amount, marginShare * amount, rate * amount, Math.min(one, other), Math.max(one, other));
    }

    /** What a unit of money over the horizon is worth today: the mean of the discount over the months' purchases. */
    private double discount(PurchaseHistory history, double weeks, double expected) {
        if (yearlyDiscount == 0 || expected == 0) {
            return 1;
        }
        int months = (int) Math.max(1, Math.round(weeks / WEEKS_PER_MONTH));
        double discounted = 0;
        double before = 0;
        for (int month = 1; month <= months; month++) {
            double until = weeks * month / months;
            double made = month == months ? expected : purchases.expectedPurchases(history, until);
            discounted += (made - before) * Math.pow(1 + yearlyDiscount, -until / WEEKS_PER_YEAR);
            before = made;
        }
        return discounted / expected;
    }
}
