package cartera.reports.weekly;

import cartera.reports.Row;
import cartera.reports.Unit;
import cartera.reports.Value;
import cartera.reports.text.Language;
import cartera.reports.text.Sentence;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why customers moved between segments, in words: the number that crossed a limit. And how far last week's picture still holds. */
record Moves(WeeklyData data, Language language) {

    /** Why a customer of {@code reports.customer_move} moved. */
    Sentence why(Row row) {
        String key = row.code("scheme") + "/" + row.code("party_id");
        return why(
                row.text("why"),
                numbers(row, Map.of("value", "why_value", "limit", "why_limit"), "customer_move", key));
    }

    /** Why one of {@code reports.vip_change} is a VIP or is none. */
    Sentence vipWhy(Row row) {
        boolean isLost = row.code("change").equals("lost");
        Map<String, String> columns = Map.of("value", "amount_12m", "limit", "least_amount");
        Sentence why = why(row.text("why"), numbers(row, columns, "vip_change", row.code("party_id")));
        // that it is its first purchase says nothing of one who left
        return isLost && "first_purchase".equals(row.text("why")) ? Sentence.EMPTY : why;
    }

    private Map<String, Object> numbers(Row row, Map<String, String> columns, String metric, String key) {
        Map<String, Object> numbers = new HashMap<>();
        Unit unit = unit(row.text("why"));
        columns.forEach((argument, column) -> {
            BigDecimal number = row.number(column);
            if (number != null) {
                // a sum that stands in the table is quoted from there
                numbers.put(
                        argument,
                        column.startsWith("amount")
                                ? new Value(number, unit, metric + "_" + column, key)
                                : new Value(number, unit, metric + "_why", key + "/" + argument));
            }
        });
        return numbers;
    }

    private Sentence why(@Nullable String code, Map<String, Object> numbers) {
        String key = "move." + code;
        if (code == null || !language.has(key)) {
            return code == null ? Sentence.EMPTY : language.say("why.other", Map.of("code", code.replace('_', ' ')));
        }
        if (numbers.keySet().containsAll(language.arguments(key))) {
            return language.say(key, numbers).capitalised(language.locale());
        }
        String bare = key + ".bare";
        return language.has(bare) ? language.say(bare, Map.of()).capitalised(language.locale()) : Sentence.EMPTY;
    }

    /** By what the number counts. */
    private static Unit unit(@Nullable String code) {
        if (code == null) {
            return Unit.COUNT;
        }
        if (code.startsWith("money")) {
            return Unit.MONEY;
        }
        return code.startsWith("frequency") || code.startsWith("months") ? Unit.COUNT : Unit.DAYS;
    }

    /** How many gained and lost it. */
    Sentence vip(List<Row> rows) {
        if (rows.isEmpty()) {
            return language.say("vip.none", Map.of());
        }
        return language.say("vip.about", Map.of("gained", changes(rows, "gained"), "lost", changes(rows, "lost")));
    }

    private static Value changes(List<Row> rows, String change) {
        long count =
                rows.stream().filter(row -> row.code("change").equals(change)).count();
        return new Value(BigDecimal.valueOf(count), Unit.CUSTOMERS, "vip_change_change", change);
    }

    /** What part of the customers changed their segment. */
    Sentence stability() {
        return segments()
                .filter(row -> row.number("moved_share") != null)
                .map(row -> language.say(
                        "stability." + (isUnstable() ? "unstable" : "stable"),
                        Map.of(
                                "moved",
                                data.column("stability", "moved_share").value(row.amount("moved_share"), "rfm"))))
                .orElse(Sentence.EMPTY);
    }

    /** Whether so many moved that last week's segments say little of this week's. */
    boolean isUnstable() {
        return segments().filter(row -> "unstable".equals(row.text("note"))).isPresent();
    }

    private Optional<Row> segments() {
        return data.rows("stability").stream()
                .filter(row -> row.code("subject").equals("rfm"))
                .findFirst();
    }

    /** The measures whose spread over the customers is another than last week; empty if none is. */
    Sentence drift() {
        List<String> drifted = data.rows("stability").stream()
                .filter(row -> "drift".equals(row.text("note")))
                .map(row -> row.code("subject"))
                .sorted()
                .map(subject -> language.name("stability", subject))
                .toList();
        return drifted.isEmpty()
                ? Sentence.EMPTY
                : language.say("stability.drift", Map.of("what", String.join(", ", drifted)));
    }
}
