package cartera.reports.weekly;

import cartera.reports.Metric;
import cartera.reports.Row;
import cartera.reports.Unit;
import cartera.reports.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One metric of the company over the last weeks. What is unknown is null: no cost, no plan, no last year.
 *
 * @param weeks Mondays, oldest first; the last is the week of the report
 * @param rows by Monday; a week without a row is unknown
 */
record Kpi(Metric metric, List<LocalDate> weeks, Map<LocalDate, Row> rows) {

    static final String ACTUAL = "actual";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Nullable
    Value actual() {
        return value(last(), ACTUAL, ACTUAL);
    }

    @Nullable
    Value base(Base base) {
        return value(last(), base.column(), base.column());
    }

    /** Actual less base; for a share in percentage points. */
    @Nullable
    Value gap(Base base) {
        Value actual = actual();
        Value other = base(base);
        return actual == null || other == null
                ? null
                : gap(actual.number().subtract(other.number()), base.column() + "_gap");
    }

    /** Gap by base; null where the base is zero or negative, and for shares, whose percentages mislead. */
    @Nullable
    Value gapShare(Base base) {
        Value gap = gap(base);
        Value other = base(base);
        if (gap == null || other == null || other.number().signum() <= 0 || isShare()) {
            return null;
        }
        return new Value(
                gap.number().divide(other.number(), MathContext.DECIMAL64),
                Unit.SHARE,
                metric.id(),
                base.column() + "_gap_share");
    }

    /** The number of a week, under the week's own key. */
    @Nullable
    Value actual(LocalDate week) {
        return value(rows.get(week), ACTUAL, week.toString());
    }

    @Nullable
    Value plan(LocalDate week) {
        return value(rows.get(week), Base.PLAN.column(), "plan/" + week);
    }

    /** How far the number of a week is from that week's plan, or from the week before where there is no plan at all. */
    @Nullable
    Value gap(LocalDate week) {
        Value actual = actual(week);
        Value other = hasPlan() ? plan(week) : actual(week.minusWeeks(1));
        return actual == null || other == null ? null : gap(actual.number().subtract(other.number()), "gap/" + week);
    }

    boolean isShare() {
        return metric.unit() == Unit.SHARE;
    }

    boolean isComplete() {
        Row last = last();
        return last == null || last.flag("is_complete");
    }

    /** Whether any of the weeks is known; the newest may not be. */
    boolean hasActual() {
        return weeks.stream().anyMatch(week -> actual(week) != null);
    }

    /** Whether any of the weeks has a plan. */
    boolean hasPlan() {
        return weeks.stream().anyMatch(week -> plan(week) != null);
    }

    /** How many weeks up to the last have a number, counted back to the first unknown one. */
    Value known() {
        return count("known", week -> actual(week) != null);
    }

    /** How many weeks in a row the gap has had the sign that it has now. */
    Value streak() {
        int now = gapSign(weeks.get(weeks.size() - 1));
        return count("streak", week -> now != 0 && gapSign(week) == now);
    }

    int gapSign(LocalDate week) {
        Value gap = gap(week);
        return gap == null ? 0 : gap.number().signum();
    }

    /** How many weeks in a row the number has gone the way it went last. */
    Value trend() {
        int now = step(weeks.get(weeks.size() - 1));
        return count("trend", week -> now != 0 && step(week) == now);
    }

    /** 1 if the number was higher than the week before, -1 if lower, 0 if equal or unknown. */
    int step(LocalDate week) {
        Value now = actual(week);
        Value before = actual(week.minusWeeks(1));
        return now == null || before == null ? 0 : now.number().compareTo(before.number());
    }

    /** The largest magnitude among the numbers that are shown side by side. */
    BigDecimal size() {
        BigDecimal size = size(actual());
        for (Base base : Base.values()) {
            size = size.max(size(base(base)));
        }
        return size;
    }

    private static BigDecimal size(@Nullable Value value) {
        return value == null ? BigDecimal.ZERO : value.number().abs();
    }

    /** How many weeks in a row, counted back from the last, are so. */
    private Value count(String key, Predicate<LocalDate> isSo) {
        int n = 0;
        while (n < weeks.size() && isSo.test(weeks.get(weeks.size() - 1 - n))) {
            n++;
        }
        return new Value(BigDecimal.valueOf(n), Unit.COUNT, metric.id(), key);
    }

    private @Nullable Row last() {
        return rows.get(weeks.get(weeks.size() - 1));
    }

    private Value gap(BigDecimal difference, String key) {
        return isShare()
                ? new Value(difference.multiply(HUNDRED), Unit.POINTS, metric.id(), key)
                : new Value(difference, metric.unit(), metric.id(), key);
    }

    private @Nullable Value value(@Nullable Row row, String column, String key) {
        BigDecimal number = row == null ? null : row.number(column);
        return number == null ? null : metric.value(number, key);
    }
}
