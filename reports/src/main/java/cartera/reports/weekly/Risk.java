package cartera.reports.weekly;

import cartera.reports.Row;
import cartera.reports.Unit;
import cartera.reports.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The customers of the call list with what they put at risk, and how the list and its score came about. */
record Risk(WeeklyData data, List<Row> rows) {

    /** Metrics of the list's columns begin so. */
    static final String LIST = "at_risk_";

    private static final String SILENCE_RULE = "silence_rule";

    static Risk of(WeeklyData data) {
        return new Risk(data, data.placed("at_risk"));
    }

    Value customers() {
        return new Value(BigDecimal.valueOf(rows.size()), Unit.CUSTOMERS, LIST + "position", "customers");
    }

    /** The sum of a column of money over the list. */
    Value total(String column) {
        return data.column("at_risk", column).value(WeeklyData.sum(rows, column), "total");
    }

    /** What part of the list's money at risk its first five hold; none where it has no more than five, or no money. */
    Optional<Value> topShare() {
        BigDecimal total = total("money_at_risk").number();
        if (rows.size() <= Actions.TOP || total.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal top = WeeklyData.sum(rows.subList(0, Actions.TOP), "money_at_risk");
        return Optional.of(
                new Value(top.divide(total, MathContext.DECIMAL64), Unit.SHARE, LIST + "money_at_risk", "top_share"));
    }

    /** What the money is of: margin, or amount where no cost is known. */
    String basis() {
        boolean isAmount = rows.stream().anyMatch(row -> "amount".equals(row.text("risk_basis")));
        return isAmount ? "amount" : "margin";
    }

    /** The money at risk with all customers. */
    @Nullable
    Value whole() {
        return data.kpi("money_at_risk").actual();
    }

    /** Silent for longer than the limit by which customers count as silent. */
    boolean isOverdue(Row row) {
        BigDecimal usual = row.number("usual_gap_days");
        BigDecimal silent = row.number("silent_days");
        return usual != null
                && silent != null
                && data.fact("silent_ratio")
                        .map(ratio -> silent.compareTo(usual.multiply(new BigDecimal(ratio))) > 0)
                        .orElse(false);
    }

    /** A count that the run states about itself. */
    Optional<Value> count(String fact) {
        return data.fact(fact).map(number -> new Value(new BigDecimal(number), Unit.COUNT, "fact_value", fact));
    }

    /** The score in use, as held against the past. */
    Optional<Row> score() {
        return evaluation().stream()
                .filter(row -> row.flag("is_chosen"))
                .filter(row -> !row.code("scorer").equals(SILENCE_RULE))
                .findFirst();
    }

    /** The best rule of the kind "silent for k days". */
    Optional<Row> rule() {
        return evaluation().stream()
                .filter(row -> row.code("scorer").equals(SILENCE_RULE))
                .findFirst();
    }

    private List<Row> evaluation() {
        return data.scores("churn_evaluation");
    }

    /** The tenths of the customers by probability, as the score in use predicted them and as they came. */
    List<Row> calibration() {
        return score().stream()
                .flatMap(score -> data.scores("churn_calibration").stream()
                        .filter(bin -> bin.code("scorer").equals(score.code("scorer"))))
                .toList();
    }

    /** Whether the money at risk is known for any customer of the list. */
    boolean hasMoney() {
        return rows.stream().map(row -> row.number("money_at_risk")).anyMatch(Objects::nonNull);
    }

    static Map<String, Object> with(Map<String, Object> arguments, String name, Object value) {
        Map<String, Object> more = new HashMap<>(arguments);
        more.put(name, value);
        return more;
    }
}
