package cartera.model.churn;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A reason in a sales director's words: what is the case, and with what it compares.
 *
 * @param code what is the case, such as {@code fewer_purchases}
 * @param value how much of it, in the unit of the code: days, purchases, groups, money, or a share
 * @param base what it is compared with, in the same unit; empty where it stands alone
 */
public record Explanation(String code, double value, OptionalDouble base) {

    private static Explanation of(String code, double value) {
        return new Explanation(code, value, OptionalDouble.empty());
    }

    private static Explanation of(String code, double value, double base) {
        return new Explanation(code, value, OptionalDouble.of(base));
    }

    /**
     * What there is to say of a theme, if it holds: nobody is told to be silent for less than the usual gap, or to return
     * goods that never came back.
     *
     * @param usualGapDays what the reader knows as the customer's gap
     */
    static Optional<Explanation> of(Theme theme, Snapshot customer, double usualGapDays) {
        return switch (theme) {
            case SILENCE -> silence(customer, usualGapDays);
            case RHYTHM -> Optional.of(rhythm(customer, usualGapDays));
            case REGULARITY -> regularity(customer);
            case RECENT_PURCHASES -> Optional.of(purchases(customer));
            case SPEND -> Optional.of(spend(customer));
            case AGE ->
                Optional.of(
                        of("known_days", customer.cutDay() - customer.customer().firstDay()));
            case BREADTH -> Optional.of(breadth(customer));
            case RETURNS -> some("returned", customer.returnedShare());
            case DISCOUNT -> some("discount", customer.discountShare());
            case CONTACTS -> Optional.of(of("few_contacts", customer.contacts()));
            case SERVICE -> some("late_orders", customer.lateOrders());
        };
    }

    private static Optional<Explanation> some(String code, double value) {
        return value > 0 ? Optional.of(of(code, value)) : Optional.empty();
    }

    private static Optional<Explanation> silence(Snapshot customer, double usualGapDays) {
        double silent = customer.silentDays();
        return silent > usualGapDays ? Optional.of(of("silent", silent, usualGapDays)) : Optional.empty();
    }

    private static Explanation rhythm(Snapshot customer, double usualGapDays) {
        int purchases = customer.customer().gaps().length + 1;
        return purchases == 1 ? of("one_purchase", 1) : of("rare", usualGapDays);
    }

    private static Optional<Explanation> regularity(Snapshot customer) {
        double[] gaps = customer.customer().gaps();
        Arrays.sort(gaps);
        return gaps.length > 1 && gaps[gaps.length - 1] >= 2 * gaps[0]
                ? Optional.of(of("irregular", gaps[0], gaps[gaps.length - 1]))
                : Optional.empty();
    }

    private static Explanation purchases(Snapshot customer) {
        int now = customer.purchaseDays(0, 1);
        int before = customer.purchaseDays(1, 2);
        return now < before ? of("fewer_purchases", now, before) : of("few_purchases", now);
    }

    private static Explanation spend(Snapshot customer) {
        double now = customer.amount(0, 1);
        double before = customer.amount(1, 2);
        return now < before
                ? of("less_money", now, before)
                : of(
                        "small_purchases",
                        customer.customer().amount(Long.MIN_VALUE, customer.cutDay())
                                / (customer.customer().gaps().length + 1));
    }

    private static Explanation breadth(Snapshot customer) {
        int now = customer.groups(0, 1);
        int before = customer.groups(1, 2);
        return now < before ? of("fewer_groups", now, before) : of("few_groups", customer.groups(0, 2));
    }
}
