package cartera.jobs.bench;

import cartera.model.purchase.PurchaseHistory;
import cartera.model.purchase.PurchaseSample;

/**
 * The forecast without a model: the customer's own rate, drawn towards everybody's by the weight of one purchase, times
 * what silence leaves of it: 1, above 1.5 usual gaps 0.7, above 2.5 0.3, above 5 0.05. The rule of
 * {@code scores.customer_value_horizon}, on mean gaps.
 *
 * @param weeklyRate repeat purchases of everybody per week; 0 where nobody came back
 * @param meanGapWeeks between the purchases of everybody; infinite where nobody came back
 */
record RhythmRule(double weeklyRate, double meanGapWeeks) {

    private static final double PRIOR_GAPS = 3;

    static RhythmRule of(PurchaseSample sample) {
        double spans = sample.groups().stream()
                .mapToDouble(group -> group.customers() * group.history().spanWeeks())
                .sum();
        double repeats = sample.repeatPurchases();
        return repeats == 0
                ? new RhythmRule(0, Double.POSITIVE_INFINITY)
                : new RhythmRule(repeats / sample.observedWeeks(), spans / repeats);
    }

    double expectedPurchases(PurchaseHistory history, double weeks) {
        return weeklyRate == 0
                ? 0
                : weeks * (history.repeatPurchases() + 1) / (history.ageWeeks() + 1 / weeklyRate) * left(history);
    }

    private double left(PurchaseHistory history) {
        double usualGap = (history.spanWeeks() + PRIOR_GAPS * meanGapWeeks) / (history.repeatPurchases() + PRIOR_GAPS);
        double gaps = history.silentWeeks() / usualGap;
        return gaps > 5 ? 0.05 : gaps > 2.5 ? 0.3 : gaps > 1.5 ? 0.7 : 1;
    }
}
