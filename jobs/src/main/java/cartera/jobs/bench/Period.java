package cartera.jobs.bench;

import cartera.jobs.connector.BadValue;
import cartera.jobs.read.Reason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a value was: a number (1, 2, ..; 1998, 1998.25) or a date, which may name a whole month or quarter.
 *
 * @param at the number, or the first day as days since 1970
 * @param finest the shortest period that such a text names; {@link Step#NUMBER} for a number
 */
record Period(double at, Step finest) {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}([.,]\\d+)?");
    private static final Pattern COMPACT_MONTH = Pattern.compile("(1[89]|2[01])(\\d\\d)(0[1-9]|1[0-2])");
    private static final Pattern COMPACT_DAY =
            Pattern.compile("((?:1[89]|2[01])\\d\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})[-./ ]?[QqКк]([1-4])");
    private static final Pattern QUARTER_FIRST = Pattern.compile("[QqКк]?([1-4])[-./ ]?(?:кв\\.?|[Qq])?[-./ ](\\d{4})");
    private static final Pattern WEEK = Pattern.compile("(\\d{4})[-. ]?[Ww](\\d{1,2})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/ ]?[Mm]?(?<=[-/ Mm])(\\d{1,2})");
    private static final Pattern MONTH_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{4})");
    private static final Pattern NAMED =
            Pattern.compile("(?:(\\d{4})[-./ ]?([A-Za-z]{3})|([A-Za-z]{3})[a-z]*[-./ ]?(\\d{4}))");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Whether a text is a number that names no day and no month. */
    static boolean isNumber(String text) {
        String plain = text.strip();
        return NUMBER.matcher(plain).matches()
                && !COMPACT_DAY.matcher(plain).matches()
                && !COMPACT_MONTH.matcher(plain).matches();
    }

    /** Reads a number. */
    static Period number(String text) throws BadValue {
        String plain = present(text);
        if (!NUMBER.matcher(plain).matches()) {
            throw new BadValue(Reason.NUMBER);
        }
        return new Period(Double.parseDouble(plain.replace(',', '.')), Step.NUMBER);
    }

    /** Reads a date, or the name of a week, month or quarter. */
    static Period date(String text, Dialect dialect) throws BadValue {
        String plain = present(text);
        try {
            Period period = named(plain);
            return period != null ? period : day(dialect.anyDay(plain), Step.DAY);
        } catch (DateTimeException e) {
            throw new BadValue(Reason.DATE);
        }
    }

    private static String present(String text) throws BadValue {
        if (text.isBlank()) {
            throw new BadValue(Reason.MISSING);
        }
        return text.strip();
    }

    private static Period day(LocalDate day, Step finest) {
        return new Period(day.toEpochDay(), finest);
    }

    private static @Nullable Period named(String text) {
        Matcher match = COMPACT_DAY.matcher(text);
        if (match.matches()) {
            return day(LocalDate.of(number(match, 1), number(match, 2), number(match, 3)), Step.DAY);
        }
        match = COMPACT_MONTH.matcher(text);
        if (match.matches()) {
            return month(Integer.parseInt(match.group(1) + match.group(2)), number(match, 3));
        }
        match = QUARTER.matcher(text);
        if (match.matches()) {
            return quarter(number(match, 1), number(match, 2));
        }
        match = QUARTER_FIRST.matcher(text);
        if (match.matches() && text.matches(".*\\p{L}.*")) {
            return quarter(number(match, 2), number(match, 1));
        }
        match = WEEK.matcher(text);
        if (match.matches()) {
            LocalDate thursday =
                    LocalDate.of(number(match, 1), 1, 4).with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(match, 2));
            return day(Step.WEEK.start(thursday), Step.WEEK);
        }
        match = MONTH.matcher(text);
        if (match.matches()) {
            return month(number(match, 1), number(match, 2));
        }
        match = MONTH_LAST.matcher(text);
        if (match.matches()) {
            return month(number(match, 2), number(match, 1));
        }
        match = NAMED.matcher(text);
        if (match.matches()) {
            boolean isYearFirst = match.group(1) != null;
            String name = match.group(isYearFirst ? 2 : 3).toLowerCase(Locale.ROOT);
            return month(number(match, isYearFirst ? 1 : 4), MONTHS.indexOf(name) + 1);
        }
        return null;
    }

    private static Period quarter(int year, int quarter) {
        return day(LocalDate.of(year, 3 * quarter - 2, 1), Step.QUARTER);
    }

    private static Period month(int year, int month) {
        return day(LocalDate.of(year, month, 1), Step.MONTH);
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
