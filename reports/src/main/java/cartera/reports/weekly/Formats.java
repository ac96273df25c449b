package cartera.reports.weekly;

import cartera.reports.Unit;
import cartera.reports.text.Language;
import cartera.reports.text.Scale;
import java.util.Map;

/** Number formats of cells. They hold no separators: each reader sees his own. */
final class Formats {

    private static final String MINUS = "\"\u2212\"";

    static final String WHOLE = signless("#,##0", "0");
    static final String TENTHS = signless("#,##0.0", "0.0");
    static final String HUNDREDTHS = signless("0.00", "0.00");
    static final String PERCENT = signless("0.0%", "0.0%");
    static final String PERCENT_WHOLE = signless("0%", "0%");
    static final String PERCENT_CHANGE = signed("0.0%", "0.0%");
    /** Matrices show zero as a dash. */
    static final String WHOLE_OR_DASH = "#,##0;" + MINUS + "#,##0;\"\u2013\"";

    static final String TENTHS_OR_DASH = "#,##0.0;" + MINUS + "#,##0.0;\"\u2013\"";

    private Formats() {}

    static String number(Unit unit, int power) {
        return switch (unit) {
            case SHARE -> PERCENT;
            case MONEY -> power == 0 ? WHOLE : TENTHS;
            case POINTS, TIMES -> TENTHS;
            case COUNT, CUSTOMERS, DAYS, TEXT, DATE -> WHOLE;
        };
    }

    /** With its sign, also where it is positive. */
    static String change(Unit unit, int power, Language language) {
        return switch (unit) {
            case SHARE -> PERCENT_CHANGE;
            case POINTS -> points(language);
            case MONEY -> power == 0 ? signed("#,##0", "0") : signed("#,##0.0", "0.0");
            case TIMES -> signed("#,##0.0", "0.0");
            case COUNT, CUSTOMERS, DAYS, TEXT, DATE -> signed("#,##0", "0");
        };
    }

    /** A whole number with what it counts. */
    static String counted(String unit) {
        return "#,##0\"\u00a0" + unit + "\"";
    }

    static String date(Language language) {
        return language.word("cell.date");
    }

    static String month(Language language) {
        return language.word("cell.month");
    }

    /** What stands over a column of money. */
    static String money(Language language, Scale scale) {
        return language.word("unit.money." + scale.code(), Map.of("currency", language.currency()))
                .strip();
    }

    private static String points(Language language) {
        String digits = "0.0\"\u00a0" + language.word("unit.points") + "\"";
        return signed(digits, digits);
    }

    private static String signless(String digits, String zero) {
        return digits + ";" + MINUS + digits + ";" + zero;
    }

    private static String signed(String digits, String zero) {
        return "+" + digits + ";" + MINUS + digits + ";" + zero;
    }
}
