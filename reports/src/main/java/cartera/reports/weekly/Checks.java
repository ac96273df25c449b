package cartera.reports.weekly;

import cartera.reports.Row;
import cartera.reports.Unit;
import cartera.reports.Value;
import cartera.reports.text.Language;
import cartera.reports.text.Sentence;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What the checks of the data found, in words and as a grade. */
final class Checks {

    static final String OK = "ok";
    static final String ERROR = "error";
    static final String WARNING = "warning";

    /** From this share of the money a warning costs a grade of its own. */
    static final BigDecimal LARGE = new BigDecimal("0.05");

    private static final List<String> SEVERITIES = List.of(ERROR, WARNING, "notice", OK);

    private Checks() {}

    static List<Row> worstFirst(List<Row> checks) {
        return checks.stream()
                .filter(row -> !row.code("severity").equals(OK))
                .sorted(Comparator.comparingInt((Row row) -> SEVERITIES.indexOf(row.code("severity")))
                        .thenComparing((Row row) -> row.amount("amount").abs(), Comparator.reverseOrder())
                        .thenComparing(row -> row.whole("position")))
                .toList();
    }

    /** What stands for a grade where nothing was checked. */
    static final String UNGRADED = "–";

    /** A: nothing above a notice. B: warnings. C: a warning that touches 5 % of the money or more. D: an error. */
    static String grade(List<Row> checks) {
        if (checks.isEmpty()) {
            return UNGRADED;
        }
        if (checks.stream().anyMatch(row -> row.code("severity").equals(ERROR))) {
            return "D";
        }
        List<Row> warnings = checks.stream()
                .filter(row -> row.code("severity").equals(WARNING))
                .toList();
        if (warnings.isEmpty()) {
            return "A";
        }
        return warnings.stream().anyMatch(Checks::isLarge) ? "C" : "B";
    }

    private static boolean isLarge(Row check) {
        BigDecimal total = check.amount("total_amount");
        return total.signum() > 0
                && check.amount("amount")
                                .abs()
                                .divide(total, MathContext.DECIMAL64)
                                .compareTo(LARGE)
                        >= 0;
    }

    static Value rows(Row check) {
        return new Value(check.amount("rows"), Unit.COUNT, "data_check_rows", check.code("check_id"));
    }

    static Value amount(Row check) {
        return new Value(check.amount("amount"), Unit.MONEY, "data_check_amount", check.code("check_id"));
    }

    /** What is wrong, in a few words; a check that the language does not know goes by its id. */
    static Sentence fault(Language language, Row check) {
        return worded(language, "fault", check);
    }

    /** What it does to the numbers. */
    static Sentence effect(Language language, Row check) {
        return worded(language, "effect", check);
    }

    /** What to do about it, as the end of a sentence. */
    static Sentence step(Language language, Row check) {
        return worded(language, "step", check);
    }

    private static Sentence worded(Language language, String group, Row check) {
        String id = check.code("check_id");
        String known = group + "." + (language.has(group + "." + id) ? id : "other");
        String key = check.amount("amount").signum() == 0 && language.has(known + ".rows") ? known + ".rows" : known;
        return language.say(
                key, Map.of("check", language.name("check", id), "rows", rows(check), "amount", amount(check)));
    }
}
