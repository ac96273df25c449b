package cartera.model.churn;

import cartera.model.purchase.PurchaseHistory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What one customer did, by day: a day with purchases counts once for frequency; returns of that or another day lower
 * the amounts only.
 */
public final class CustomerDays {

    /**
     * One day of a customer.
     *
     * @param isPurchase whether anything was bought, and not only returned
     * @param amount net of returns, in any one currency
     * @param signs what else is known of the day
     */
    public record Day(boolean isPurchase, double amount, Signs signs) {

        public Day {
            if (!Double.isFinite(amount)) {
                throw new IllegalArgumentException("Invalid amount: %s (must be finite)".formatted(amount));
            }
        }

        public Day(boolean isPurchase, double amount) {
            this(isPurchase, amount, Signs.NONE);
        }
    }

    /**
     * What the richer sources tell of a day; a source that does not tell leaves zeros, which say nothing.
     *
     * @param returned money of what came back, 0 or more
     * @param discount money taken off list prices, 0 or more
     * @param contacts times that the CRM shows somebody at work for the customer
     * @param lateOrders orders that came later than promised
     * @param groups product groups of what was bought
     */
    public record Signs(double returned, double discount, int contacts, int lateOrders, Set<String> groups) {

        /** Nothing known. */
        public static final Signs NONE = new Signs(0, 0, 0, 0, Set.of());

        public Signs {
            if (!(returned >= 0 && discount >= 0 && returned + discount < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "Invalid money: returned %s, discount %s (0 or more, finite)".formatted(returned, discount));
            }
            groups = Set.copyOf(groups);
        }
    }

    private final long[] days;
    private final Day[] byDay;
    private final long[] purchaseDays;

    private CustomerDays(SortedMap<Long, Day> byDay) {
        this.days = byDay.keySet().stream().mapToLong(Long::longValue).toArray();
        this.byDay = byDay.values().toArray(Day[]::new);
        this.purchaseDays = byDay.entrySet().stream()
                .filter(entry -> entry.getValue().isPurchase())
                .mapToLong(Map.Entry::getKey)
                .toArray();
    }

    private CustomerDays(long[] days, Day[] byDay, long[] purchaseDays) {
        this.days = days;
        this.byDay = byDay;
        this.purchaseDays = purchaseDays;
    }

    /** The days by their number. */
    public static CustomerDays of(Map<Long, Day> byDay) {
        return new CustomerDays(new TreeMap<>(byDay));
    }

    /** What was known at the end of {@code cutDay}: nothing of what came after is in it. */
    public CustomerDays until(long cutDay) {
        int known = notAfter(days, cutDay);
        return new CustomerDays(
                Arrays.copyOf(days, known),
                Arrays.copyOf(byDay, known),
                Arrays.copyOf(purchaseDays, notAfter(purchaseDays, cutDay)));
    }

    /** Whether anything was ever bought. */
    public boolean hasPurchases() {
        return purchaseDays.length > 0;
    }

    /** The first purchase day; only of a customer with purchases. */
    public long firstDay() {
        return purchaseDays[0];
    }

    /** The last purchase day; only of a customer with purchases. */
    public long lastDay() {
        return purchaseDays[purchaseDays.length - 1];
    }

    /** Days on which something was bought after {@code from} and not after {@code to}. */
    public int purchaseDays(long from, long to) {
        return notAfter(purchaseDays, to) - notAfter(purchaseDays, from);
    }

    /** Net amount of the days after {@code from} and not after {@code to}. */
    public double amount(long from, long to) {
        return sum(from, to, Day::amount);
    }

    /** Sum over the days after {@code from} and not after {@code to}. */
    double sum(long from, long to, ToDoubleFunction<Day> measure) {
        double sum = 0;
        for (int i = notAfter(days, from); i < notAfter(days, to); i++) {
            sum += measure.applyAsDouble(byDay[i]);
        }
        return sum;
    }

    /** Different product groups bought on the days after {@code from} and not after {@code to}. */
    int groups(long from, long to) {
        var groups = new HashSet<String>();
        for (int i = notAfter(days, from); i < notAfter(days, to); i++) {
            groups.addAll(byDay[i].signs().groups());
        }
        return groups.size();
    }

    /** The gaps between successive purchase days, in days. */
    double[] gaps() {
        double[] gaps = new double[Math.max(0, purchaseDays.length - 1)];
        Arrays.setAll(gaps, i -> purchaseDays[i + 1] - purchaseDays[i]);
        return gaps;
    }

    /** The history for purchase models, as of the end of {@code cutDay}; all purchases must lie before. */
    PurchaseHistory history(long cutDay) {
        return PurchaseHistory.ofDays(purchaseDays.length - 1, lastDay() - firstDay(), cutDay - firstDay());
    }

    /** Sum of ln(gap in weeks). */
    double logGapSum() {
        return Arrays.stream(gaps()).map(gap -> Math.log(gap / 7)).sum();
    }

    private static int notAfter(long[] days, long day) {
        int at = Arrays.binarySearch(days, day);
        return at >= 0 ? at + 1 : -at - 1;
    }
}
