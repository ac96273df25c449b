package cartera.jobs.bench;

import cartera.model.purchase.Holdout;
import cartera.model.purchase.HoldoutGroup;
import cartera.model.purchase.PurchaseGroup;
import cartera.model.purchase.PurchaseSample;
import cartera.model.spend.SpendHistory;
import cartera.model.spend.SpendOutcome;
import cartera.model.spend.SpendSample;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The customers at the end of a day. What comes after it is asked for by name only: in hold-outs.
 *
 * @param known those with a purchase up to then
 */
record Cut(LocalDate on, List<Known> known) {

    private static final double DAYS_PER_WEEK = 7;

    /** A customer and what models know of it at the cut. */
    record Known(Customer customer, PurchaseGroup group, SpendHistory spent) {

        private static Optional<Known> of(Customer customer, LocalDate cut) {
            return customer.history(cut).map(group -> new Known(customer, group, customer.spent(cut)));
        }
    }

    static Cut of(List<Customer> customers, LocalDate on) {
        return new Cut(
                on,
                customers.stream()
                        .flatMap(customer -> Known.of(customer, on).stream())
                        .toList());
    }

    PurchaseSample purchases() {
        return PurchaseSample.of(known.stream().map(Known::group).toList());
    }

    SpendSample spending() {
        return SpendSample.of(known.stream().map(Known::spent).toList());
    }

    /** Purchases from the day after the cut up to and with {@code end}. */
    Holdout holdout(LocalDate end) {
        return Holdout.of(
                known.stream()
                        .map(one -> new HoldoutGroup(
                                one.group().history(), one.customer().purchases(on, end), 1))
                        .toList(),
                ChronoUnit.DAYS.between(on, end) / DAYS_PER_WEEK);
    }

    /** What the repeat buyers who bought in the hold-out spent on a purchase day of it. */
    List<SpendOutcome> spendOutcomes(LocalDate end) {
        return known.stream()
                .filter(one ->
                        one.spent().repeatPurchases() > 0 && one.customer().purchases(on, end) > 0)
                .map(one -> new SpendOutcome(
                        one.spent(),
                        one.customer().amount(on, end).doubleValue()
                                / one.customer().purchases(on, end)))
                .toList();
    }
}
