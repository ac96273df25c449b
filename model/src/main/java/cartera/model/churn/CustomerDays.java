package cartera.model.churn;

import cartera.model.purchase.PurchaseHistory;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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
     */
    public record Day(boolean isPurchase, double amount) {

        public Day {
            if (!Double.isFinite(amount)) {
                throw new IllegalArgumentException("Invalid amount: %s (must be finite)".formatted(amount));
            }
        }
    }

    private final long[] days;
    private final double[] amounts;
    private final long[] purchaseDays;

    private CustomerDays(SortedMap<Long, Day> byDay) {
        this.days = byDay.keySet().stream().mapToLong(Long::longValue).toArray();
        this.amounts = byDay.values().stream().mapToDouble(Day::amount).toArray();
        this.purchaseDays = byDay.entrySet().stream()
                .filter(entry -> entry.getValue().isPurchase())
                .mapToLong(Map.Entry::getKey)
                .toArray();
    }

    private CustomerDays(long[] days, double[] amounts, long[] purchaseDays) {
        this.days = days;
        this.amounts = amounts;
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
                Arrays.copyOf(amounts, known),
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
        double sum = 0;
        for (int i = notAfter(days, from); i < notAfter(days, to); i++) {
            sum += amounts[i];
        }
        return sum;
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
