package cartera.reports.weekly;

import cartera.reports.Row;
import cartera.reports.Unit;
import cartera.reports.Value;
import cartera.reports.text.Scale;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What will be sold, week by week, beside what was, and what is planned.
 *
 * @param past complete weeks, oldest first
 * @param future weeks to come, the next first
 */
record Forecast(WeeklyData data, List<Row> past, List<Row> future) {

    static final String TABLE = "forecast_week";
    static final String TOTAL = "total";

    private static final int AHEAD = 4;
    private static final List<String> PARTS = List.of("repeat", "pipeline", "new");
    private static final List<String> LEVELS = List.of(
            "company", "part", "category", "product", "manager", "team", "city", "region", "customer_group", "segment");

    static Forecast of(WeeklyData data) {
        List<Row> rows = data.rows(TABLE).stream()
                .sorted(Comparator.comparing(row -> row.day("period_on")))
                .toList();
        return new Forecast(
                data,
                rows.stream().filter(row -> !row.flag("is_forecast")).toList(),
                rows.stream()
                        .filter(row -> row.flag("is_forecast") && row.number("mid") != null)
                        .toList());
    }

    /** The weeks that Summary draws after those that were. */
    List<Row> ahead() {
        return future.stream()
                .filter(row -> row.day("period_on").isAfter(data.week()))
                .limit(AHEAD)
                .toList();
    }

    boolean isEmpty() {
        return future.isEmpty();
    }

    Value weeks() {
        return new Value(BigDecimal.valueOf(future.size()), Unit.COUNT, "forecast_week_period_on", "weeks");
    }

    /** A number of a week; null where it is unknown. */
    @Nullable
    Value value(Row row, String column) {
        BigDecimal number = row.number(column);
        return number == null ? null : data.column(TABLE, column).value(number, key(row));
    }

    static String key(Row row) {
        return row.day("period_on").toString();
    }

    /** The forecast of all weeks together. */
    Value sum() {
        return data.column(TABLE, "mid").value(WeeklyData.sum(future, "mid"), TOTAL);
    }

    /** The unit of money for weeks and months. */
    Scale scale() {
        return Scale.ofColumn(sum().number().abs().movePointLeft(1));
    }

    /** The plan of all weeks together; none if one of them has none. */
    Optional<Value> plan() {
        return future.stream().allMatch(row -> row.number("plan") != null) && !isEmpty()
                ? Optional.of(data.column(TABLE, "plan").value(WeeklyData.sum(future, "plan"), TOTAL))
                : Optional.empty();
    }

    /** Forecast less plan, of all weeks. */
    Optional<Value> gap() {
        return plan().map(plan -> gap(sum().number().subtract(plan.number()), TOTAL));
    }

    /** Forecast less plan, of one week. */
    Optional<Value> gap(Row row) {
        return row.number("plan") == null
                ? Optional.empty()
                : Optional.of(gap(row.amount("mid").subtract(row.amount("plan")), key(row)));
    }

    private static Value gap(BigDecimal number, String key) {
        return new Value(number, Unit.MONEY, "forecast_week_mid", "gap/" + key);
    }

    /** The same by the plan; none where that is zero. */
    Optional<Value> gapShare(@Nullable BigDecimal plan, Value gap) {
        return plan == null || plan.signum() <= 0
                ? Optional.empty()
                : Optional.of(new Value(
                        gap.number().divide(plan, MathContext.DECIMAL64),
                        Unit.SHARE,
                        gap.metric(),
                        gap.key() + "/share"));
    }

    /** Repeat business, pipeline, new customers, in this order. */
    List<Row> parts() {
        return data.rows("forecast_part").stream()
                .filter(row -> !row.code("part").equals(TOTAL))
                .sorted(Comparator.comparingInt(row -> PARTS.indexOf(row.code("part"))))
                .toList();
    }

    /** The parts together, with an interval of their own. */
    Optional<Row> total() {
        return data.rows("forecast_part").stream()
                .filter(row -> row.code("part").equals(TOTAL))
                .findFirst();
    }

    /** A limit of the forecast of all weeks together; less than the sum of the weeks' limits, for errors partly cancel out. */
    Optional<Value> limit(String column) {
        return total().map(row -> row.number(column))
                .map(number -> data.column("forecast_part", column).value(number, TOTAL));
    }

    List<Row> months() {
        return sorted("forecast_month", "month_on");
    }

    /** Past forecasts, the oldest first. */
    List<Row> origins() {
        return sorted("forecast_origin", "origin_on");
    }

    /** What was unusual in the past, the largest first. */
    List<Row> findings() {
        return data.rows("forecast_finding").stream()
                .sorted(Comparator.comparing(row -> row.amount("position")))
                .toList();
    }

    private List<Row> sorted(String table, String column) {
        return data.rows(table).stream()
                .sorted(Comparator.comparing(row -> row.day(column)))
                .toList();
    }

    /** How exact the forecasts were, the whole company first. */
    List<Row> levels() {
        return data.rows("forecast_record_summary").stream()
                .sorted(Comparator.comparingInt((Row row) -> place(row.code("level")))
                        .thenComparing(row -> row.code("level")))
                .toList();
    }

    /** Levels that nobody has thought of come last. */
    private static int place(String level) {
        int place = LEVELS.indexOf(level);
        return place < 0 ? LEVELS.size() : place;
    }

    /** The month of the report. */
    Optional<Row> month() {
        return months().stream()
                .filter(row -> row.day("month_on").equals(data.identity().asOf().withDayOfMonth(1)))
                .findFirst();
    }
}
