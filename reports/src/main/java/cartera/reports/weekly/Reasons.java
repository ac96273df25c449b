package cartera.reports.weekly;

import cartera.reports.Row;
import cartera.reports.Unit;
import cartera.reports.Value;
import cartera.reports.text.Language;
import cartera.reports.text.Sentence;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a customer may leave: up to three reasons in the words of the language, each with its numbers, the strongest first. */
record Reasons(Language language) {

    private static final int COUNT = 3;

    /** Units of the reasons that do not count things. */
    private static final Map<String, Unit> UNITS = Map.ofEntries(
            Map.entry("silent", Unit.DAYS),
            Map.entry("rare", Unit.DAYS),
            Map.entry("irregular", Unit.DAYS),
            Map.entry("known_days", Unit.DAYS),
            Map.entry("contract_ends", Unit.DAYS),
            Map.entry("contract_ended", Unit.DAYS),
            Map.entry("less_money", Unit.MONEY),
            Map.entry("small_purchases", Unit.MONEY),
            Map.entry("returned", Unit.SHARE),
            Map.entry("discount", Unit.SHARE));

    /** Numbers that the list itself shows: the reason quotes the list. */
    private static final Map<String, String> SHOWN = Map.of(
            "silent/value", "silent_days",
            "silent/base", "usual_gap_days",
            "rare/value", "usual_gap_days");

    Sentence of(Row row) {
        Sentence all = Sentence.EMPTY;
        for (int i = 1; i <= COUNT; i++) {
            String code = row.text("reason_" + i);
            if (code != null) {
                all = all.then("; ", reason(row, code, "reason_" + i));
            }
        }
        return all.text().isEmpty() ? language.say("why.none", Map.of()) : all.capitalised(language.locale());
    }

    /** A reason that the language does not know, or whose numbers are missing, goes by its code. */
    private Sentence reason(Row row, String code, String column) {
        Map<String, Object> arguments = new HashMap<>();
        for (String part : new String[] {"value", "base"}) {
            Value value = value(row, code, column, part);
            if (value != null) {
                arguments.put(part, value);
            }
        }
        String key = "why." + code;
        return language.has(key) && arguments.keySet().containsAll(language.arguments(key))
                ? language.say(key, arguments)
                : language.say("why.other", Map.of("code", code.replace('_', ' ')));
    }

    private static @Nullable Value value(Row row, String code, String column, String part) {
        String shown = SHOWN.get(code + "/" + part);
        BigDecimal number = row.number(shown == null ? column + "_" + part : shown);
        if (number == null) {
            return null;
        }
        String party = row.code("party_id");
        return shown == null
                ? new Value(number, UNITS.getOrDefault(code, Unit.COUNT), Risk.LIST + column, party + "/" + part)
                : new Value(number, Unit.DAYS, Risk.LIST + shown, party);
    }
}
