package cartera.jobs.bench;

import cartera.model.purchase.PurchaseGroup;
import cartera.model.purchase.PurchaseHistory;
import cartera.model.spend.SpendHistory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A customer and all days with a purchase or a return.
 *
 * @param days in ascending order, each once
 */
public record Customer(String id, List<Day> days) {

    private static final double DAYS_PER_WEEK = 7;

    /**
     * All rows of a customer and day.
     *
     * @param isPurchase whether there was more than returns
     * @param amount of purchases less returns; 0 where the table has no amounts
     */
    public record Day(LocalDate on, boolean isPurchase, BigDecimal amount) {}

    public Customer {
        days = List.copyOf(days);
    }

    /** Purchase days up to and with {@code until}, in ascending order. */
    public List<LocalDate> purchaseDays(LocalDate until) {
        return days.stream()
                .filter(day -> day.isPurchase() && !day.on().isAfter(until))
                .map(Day::on)
                .toList();
    }

    /** Number of purchase days after {@code after}, up to and with {@code until}. */
    public int purchases(LocalDate after, LocalDate until) {
        return (int) days.stream()
                .filter(day -> day.isPurchase() && isBetween(day, after, until))
                .count();
    }

    /** What was bought less what was returned after {@code after}, up to and with {@code until}. */
    public BigDecimal amount(LocalDate after, LocalDate until) {
        return days.stream()
                .filter(day -> isBetween(day, after, until))
                .map(Day::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The same from the first day on. */
    public BigDecimal amount(LocalDate until) {
        return amount(LocalDate.MIN, until);
    }

    private static boolean isBetween(Day day, LocalDate after, LocalDate until) {
        return day.on().isAfter(after) && !day.on().isAfter(until);
    }

    /** What purchase models know of the customer at the end of {@code cut}; empty before the first purchase. */
    public Optional<PurchaseGroup> history(LocalDate cut) {
        List<LocalDate> bought = purchaseDays(cut);
        if (bought.isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = bought.get(0);
        PurchaseHistory history = PurchaseHistory.ofDays(
                bought.size() - 1,
                ChronoUnit.DAYS.between(first, bought.get(bought.size() - 1)),
                ChronoUnit.DAYS.between(first, cut));
        return Optional.of(new PurchaseGroup(history, 1, OptionalDouble.of(logGapSum(bought))));
    }

    private static double logGapSum(List<LocalDate> bought) {
        double sum = 0;
        for (int i = 1; i < bought.size(); i++) {
            sum += Math.log(ChronoUnit.DAYS.between(bought.get(i - 1), bought.get(i)) / DAYS_PER_WEEK);
        }
        return sum;
    }

    /** What spend models know at the end of {@code cut}: the amount after the first purchase day, per repeat purchase. */
    public SpendHistory spent(LocalDate cut) {
        List<LocalDate> bought = purchaseDays(cut);
        int repeats = bought.size() - 1;
        return repeats < 1
                ? SpendHistory.NONE
                : new SpendHistory(repeats, amount(bought.get(0), cut).doubleValue() / repeats);
    }
}
