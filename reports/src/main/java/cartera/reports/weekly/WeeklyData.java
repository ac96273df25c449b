package cartera.reports.weekly;

import cartera.reports.Metric;
import cartera.reports.Metrics;
import cartera.reports.ReportIdentity;
import cartera.reports.Row;
import cartera.reports.Table;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of one weekly report, as its sheets ask for them. A table that was not made reads as empty. */
final class WeeklyData {

    /** Rows of the Summary, in its order. */
    static final List<String> SUMMARY = List.of(
            "revenue",
            "forecast_month",
            "gross_margin",
            "margin_share",
            "money_at_risk",
            "payments_in",
            "sales",
            "average_sale",
            "customers_active",
            "customers_new",
            "customers_returned",
            "customers_silent");

    private static final int WEEKS = 13;

    private final Map<String, Table> tables = new HashMap<>();
    private final Metrics metrics;
    private final ReportIdentity identity;
    private final Map<String, Map<LocalDate, Row>> values = new HashMap<>();
    private final Map<String, Row> causes = new HashMap<>();
    private final Map<String, String> facts = new LinkedHashMap<>();

    WeeklyData(List<Table> tables, Metrics metrics, ReportIdentity identity) {
        tables.forEach(table -> this.tables.put(table.name(), table));
        this.metrics = metrics;
        this.identity = identity;
        for (Row row : rows("metric_value")) {
            values.computeIfAbsent(row.code("metric"), id -> new HashMap<>()).put(row.day("period_on"), row);
        }
        rows("metric_cause").forEach(row -> causes.put(row.code("metric"), row));
        for (Row row : rows("fact")) {
            String value = row.text("value");
            if (value != null) {
                facts.put(row.code("fact"), value);
            }
        }
    }

    ReportIdentity identity() {
        return identity;
    }

    Metrics metrics() {
        return metrics;
    }

    /** Rows of {@code reports.NAME}. */
    List<Row> rows(String name) {
        return rowsOf("reports." + name);
    }

    /** Whether {@code reports.TABLE} has a column. */
    boolean has(String table, String column) {
        return tables.getOrDefault("reports." + table, Table.empty(table)).columns().stream()
                .anyMatch(one -> one.name().equals(column));
    }

    /** Rows of {@code scores.NAME}: how well a model did. */
    List<Row> scores(String name) {
        return rowsOf("scores." + name);
    }

    private List<Row> rowsOf(String table) {
        return tables.getOrDefault(table, Table.empty(table)).rows();
    }

    /** The metric of a column of {@code reports.TABLE}. */
    Metric column(String table, String column) {
        return metrics.column("reports." + table, column);
    }

    Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    Map<String, String> facts() {
        return facts;
    }

    String currency() {
        return fact("currency").orElse("");
    }

    /** Monday of the report's week. */
    LocalDate week() {
        return identity.asOf().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The thirteen weeks up to that of the report, oldest first; a week without data is unknown, not left out. */
    List<LocalDate> weeks() {
        List<LocalDate> weeks = new ArrayList<>();
        for (int back = WEEKS - 1; back >= 0; back--) {
            weeks.add(week().minusWeeks(back));
        }
        return weeks;
    }

    Kpi kpi(String id) {
        return new Kpi(metrics.metric(id), weeks(), values.getOrDefault(id, Map.of()));
    }

    List<Kpi> summary() {
        return SUMMARY.stream().map(this::kpi).toList();
    }

    Optional<Row> cause(String metric) {
        return Optional.ofNullable(causes.get(metric));
    }

    Bridge bridge() {
        boolean isComparable = kpi("revenue").base(Base.PREVIOUS) != null;
        return Bridge.of(isComparable ? rows("revenue_bridge") : List.of());
    }

    /** Rows in the order of their positions; the tables themselves are sorted by their grain. */
    List<Row> placed(String table) {
        return rows(table).stream()
                .sorted(Comparator.comparingInt(row -> row.whole("position")))
                .toList();
    }

    /** The segments of one scheme, such as rfm, the best first. */
    List<Row> segments(String scheme) {
        return placed("segment_summary").stream()
                .filter(row -> row.code("scheme").equals(scheme))
                .toList();
    }

    /** Who went from which segment of a scheme to which. */
    List<Row> moves(String scheme) {
        return rows("segment_move").stream()
                .filter(row -> row.code("scheme").equals(scheme))
                .toList();
    }

    /** The files, by source and name. */
    List<Row> files() {
        return rows("input_file").stream()
                .sorted(Comparator.comparing((Row row) -> String.valueOf(row.text("source")))
                        .thenComparing(row -> String.valueOf(row.text("name")))
                        .thenComparing(row -> row.code("load_id")))
                .toList();
    }

    /** The checks that found something, the worst first: by severity, then by money, then by their own order. */
    List<Row> faults() {
        return Checks.worstFirst(rows("data_check"));
    }

    static BigDecimal sum(List<Row> rows, String column) {
        return rows.stream().map(row -> row.amount(column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
