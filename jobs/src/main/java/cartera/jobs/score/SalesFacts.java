package cartera.jobs.score;

import static cartera.jobs.engine.Row.required;

import cartera.jobs.engine.Row;
import cartera.model.sales.SalesSeries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of scores.forecast_fact of one step, as series: periods in their order, missing ones as zero.
 *
 * <p>Row: step, level, key, parent_key, period_on, is_future, amount, working_days, promotion_days,
 * plan.
 */
final class SalesFacts {

    private record Node(String level, String key) implements Comparable<Node> {

        @Override
        public int compareTo(Node other) {
            int byLevel = level.compareTo(other.level);
            return byLevel == 0 ? key.compareTo(other.key) : byLevel;
        }
    }

    private record Fact(
            @Nullable BigDecimal amount,
            long promotionDays,
            @Nullable BigDecimal plan) {}

    private static final int DAYS_PER_WEEK = 7;

    private final String step;
    private final SortedMap<LocalDate, Integer> days = new TreeMap<>();
    private final SortedMap<Node, SortedMap<LocalDate, Fact>> facts = new TreeMap<>();
    private final Map<Node, String> parents = new TreeMap<>();
    private int past;

    private SalesFacts(String step) {
        this.step = step;
    }

    /** The facts by step. */
    static Collection<SalesFacts> of(Iterator<Row> rows) {
        SortedMap<String, SalesFacts> byStep = new TreeMap<>();
        rows.forEachRemaining(row -> byStep.computeIfAbsent(required(row.text("step")), SalesFacts::new)
                .add(row));
        return byStep.values();
    }

    private void add(Row row) {
        Node node = new Node(required(row.text("level")), required(row.text("key")));
        LocalDate period = required(row.date("period_on"));
        Long promotionDays = row.integer("promotion_days");
        facts.computeIfAbsent(node, key -> new TreeMap<>())
                .put(
                        period,
                        new Fact(
                                row.decimal("amount"), promotionDays == null ? 0 : promotionDays, row.decimal("plan")));
        String parent = row.text("parent_key");
        parents.put(node, parent == null ? "" : parent);
        if (node.level().equals(SalesSeries.COMPANY)) {
            days.put(period, Math.toIntExact(required(row.integer("working_days"))));
            past += required(row.is("is_future")) ? 0 : 1;
        }
    }

    String step() {
        return step;
    }

    /** How many periods have passed. */
    int past() {
        return past;
    }

    /** The first day of every period, past and to come. */
    List<LocalDate> periods() {
        return List.copyOf(days.keySet());
    }

    int[] days() {
        return days.values().stream().mapToInt(Integer::intValue).toArray();
    }

    /** The series that have sold anything. */
    List<SalesSeries> series() {
        List<LocalDate> periods = periods();
        List<SalesSeries> series = new ArrayList<>();
        facts.forEach((node, byPeriod) -> {
            double[] values = new double[past];
            Arrays.setAll(values, t -> amount(byPeriod.get(periods.get(t))));
            boolean hasSold = Arrays.stream(values).anyMatch(value -> value != 0);
            if (hasSold || node.level().equals(SalesSeries.COMPANY)) {
                series.add(new SalesSeries(
                        node.level(), node.key(), required(parents.get(node)), values, promotion(byPeriod)));
            }
        });
        return series;
    }

    /** The part of each period's days on promotion. */
    private double[] promotion(SortedMap<LocalDate, Fact> byPeriod) {
        return periods().stream()
                .mapToDouble(period -> {
                    Fact fact = byPeriod.get(period);
                    return fact == null ? 0 : (double) fact.promotionDays() / length(period);
                })
                .toArray();
    }

    private int length(LocalDate period) {
        return step.equals("week") ? DAYS_PER_WEEK : period.lengthOfMonth();
    }

    private static double amount(@Nullable Fact fact) {
        BigDecimal amount = fact == null ? null : fact.amount();
        return amount == null ? 0 : amount.doubleValue();
    }

    /** What was sold; zero where no row says otherwise. */
    BigDecimal actual(String level, String key, LocalDate period) {
        Fact fact = fact(level, key, period);
        BigDecimal amount = fact == null ? null : fact.amount();
        return amount == null ? BigDecimal.ZERO : amount;
    }

    /** The human plan; null where there is none. */
    @Nullable
    BigDecimal plan(String level, String key, LocalDate period) {
        Fact fact = fact(level, key, period);
        return fact == null ? null : fact.plan();
    }

    private @Nullable Fact fact(String level, String key, LocalDate period) {
        SortedMap<LocalDate, Fact> byPeriod = facts.get(new Node(level, key));
        return byPeriod == null ? null : byPeriod.get(period);
    }
}
