package cartera.reports.weekly;

import cartera.reports.Row;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Customers by the month of their first purchase, oldest first, and what the following months brought. Cohorts before the first customer are left out. */
final class Cohorts {

    /** One cohort: its cells by age in months. */
    record Cohort(LocalDate month, BigDecimal customers, Map<Integer, Row> cells) {

        boolean isMature(int age) {
            Row cell = cells.get(age);
            return cell != null && cell.flag("is_mature") && customers.signum() > 0;
        }

        @Nullable
        BigDecimal number(int age, String column) {
            Row cell = cells.get(age);
            return cell == null || customers.signum() == 0 ? null : cell.number(column);
        }

        /** The share of the cohort that bought at that age; null if the month is unknown. */
        @Nullable
        BigDecimal retention(int age) {
            BigDecimal active = number(age, "active");
            return active == null ? null : active.divide(customers, MathContext.DECIMAL64);
        }

        /** The sum of a column from the first month to {@code age}, by the customers of the cohort; null if a month is unknown. */
        @Nullable
        BigDecimal perCustomer(int age, String column) {
            BigDecimal sum = accumulated(age, column);
            return sum == null ? null : sum.divide(customers, MathContext.DECIMAL64);
        }

        private @Nullable BigDecimal accumulated(int age, String column) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int month = 0; month <= age; month++) {
                BigDecimal number = number(month, column);
                if (number == null) {
                    return null;
                }
                sum = sum.add(number);
            }
            return sum;
        }
    }

    private final List<Cohort> cohorts = new ArrayList<>();

    /** @param rows of {@code reports.cohort} */
    Cohorts(List<Row> rows) {
        Map<LocalDate, Map<Integer, Row>> cells = new TreeMap<>();
        for (Row row : rows) {
            cells.computeIfAbsent(row.day("cohort_on"), month -> new TreeMap<>())
                    .put(row.whole("age_months"), row);
        }
        cells.forEach((month, ages) ->
                add(new Cohort(month, ages.values().iterator().next().amount("customers"), ages)));
    }

    private void add(Cohort cohort) {
        if (cohort.customers().signum() > 0 || !cohorts.isEmpty()) {
            cohorts.add(cohort);
        }
    }

    List<Cohort> all() {
        return List.copyOf(cohorts);
    }

    /** How many cohorts, from the oldest, have come to that age. */
    int mature(int age) {
        int n = 0;
        while (n < cohorts.size()
                && (cohorts.get(n).isMature(age) || cohorts.get(n).customers().signum() == 0)) {
            n++;
        }
        return n;
    }

    /** Customers active at that age by customers, over the cohorts that have come to it: a ratio of sums. */
    Optional<BigDecimal> retention(int age) {
        return mean(age, cohort -> cohort.number(age, "active"));
    }

    /** What a customer has brought up to that age, over the cohorts that have come to it: a ratio of sums. */
    Optional<BigDecimal> perCustomer(int age, String column) {
        return mean(age, cohort -> cohort.accumulated(age, column));
    }

    private Optional<BigDecimal> mean(int age, Function<Cohort, @Nullable BigDecimal> number) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal customers = BigDecimal.ZERO;
        for (Cohort cohort : cohorts.subList(0, mature(age))) {
            BigDecimal one = cohort.customers().signum() == 0 ? BigDecimal.ZERO : number.apply(cohort);
            if (one == null) {
                return Optional.empty();
            }
            sum = sum.add(one);
            customers = customers.add(cohort.customers());
        }
        return customers.signum() == 0 ? Optional.empty() : Optional.of(sum.divide(customers, MathContext.DECIMAL64));
    }

    /** Whether every finished month has its margin. */
    boolean hasMargin() {
        return cohorts.stream()
                .flatMap(cohort -> cohort.cells().values().stream())
                .filter(cell -> cell.number("amount") != null)
                .allMatch(cell -> cell.number("margin") != null);
    }

    BigDecimal largestPerCustomer(String column, int ages) {
        BigDecimal largest = BigDecimal.ZERO;
        for (Cohort cohort : cohorts) {
            for (int age = 0; age < ages; age++) {
                BigDecimal number = cohort.perCustomer(age, column);
                largest = number == null ? largest : largest.max(number.abs());
            }
        }
        return largest;
    }
}
