package cartera.jobs.bench;

import cartera.jobs.connector.BadValue;
import cartera.jobs.connector.Moments;
import cartera.jobs.connector.Numbers;
import cartera.jobs.read.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the dates and amounts of one file are written. What a single value leaves open, {@code 03/04/2024} or {@code
 * 1,234}, the others of the file settle; so that it has to see all of them before it reads any.
 */
final class Dialect {

    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    private static final int MONTHS = 12;
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})([/-])(\\d{1,2})\\2\\d{4}(?!\\d).*");
    private static final Pattern POINT_DECIMAL = Pattern.compile(".*,.*\\.\\d*|.*,.*,.*|[^.,]*\\.(\\d{1,2}|\\d{4,})");
    private static final Pattern COMMA_DECIMAL = Pattern.compile(".*\\..*,\\d*|.*\\..*\\..*|[^.,]*,(\\d{0,2}|\\d{4,})");
    private static final Pattern EXPONENT = Pattern.compile("[+-]?\\d{1,16}(\\.\\d{0,32})?[eE][+-]?\\d{1,2}");
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final int PLAIN_LETTERS = 15;
    private static final BigDecimal MOST = BigDecimal.TEN.pow(16);

    private final List<DateTimeFormatter> given;
    private long dayFirst;
    private long monthFirst;
    private long slashed;
    private long pointDecimals;
    private long commaDecimals;
    private List<DateTimeFormatter> formats = List.of();
    private Set<Numbers.Leniency> leniencies = Set.of();

    /** {@code given} are the only forms of a date, in place of the usual ones; usually there are none. */
    Dialect(List<DateTimeFormatter> given) {
        this.given = given;
    }

    void seeDate(String text) {
        Matcher matcher = SLASHED.matcher(text.strip());
        if (matcher.matches()) {
            slashed++;
            dayFirst += Integer.parseInt(matcher.group(1)) > MONTHS ? 1 : 0;
            monthFirst += Integer.parseInt(matcher.group(3)) > MONTHS ? 1 : 0;
        }
    }

    void seeAmount(String text) {
        pointDecimals += POINT_DECIMAL.matcher(text.strip()).matches() ? 1 : 0;
        commaDecimals += COMMA_DECIMAL.matcher(text.strip()).matches() ? 1 : 0;
    }

    /** Decides once all was seen; refuses dates of which nobody can say whether day or month comes first. */
    void settle() {
        if (given.isEmpty() && slashed > 0 && dayFirst == monthFirst) {
            throw new UnusableTable("its dates may have the day or the month first"
                    + "\n  say which:  --date-format d/M/uuuu  or  --date-format M/d/uuuu");
        }
        formats = given.isEmpty() ? usual() : given;
        leniencies = EnumSet.of(Numbers.Leniency.CURRENCY, Numbers.Leniency.PARENTHESES, Numbers.Leniency.APOSTROPHES);
        if (pointDecimals != commaDecimals) {
            leniencies.add(
                    pointDecimals > commaDecimals ? Numbers.Leniency.COMMA_GROUPS : Numbers.Leniency.POINT_GROUPS);
        }
    }

    private List<DateTimeFormatter> usual() {
        String order = dayFirst > monthFirst ? "d%sM%suuuu" : "M%sd%suuuu";
        return List.of(
                format("uuuuMMdd"),
                format(order.replace("%s", "/") + "[ H:mm[:ss]]"),
                format(order.replace("%s", "-") + "[ H:mm[:ss]]"),
                format("uuuu/M/d[ H:mm[:ss]]"));
    }

    private static DateTimeFormatter format(String pattern) {
        return Moments.format(pattern);
    }

    /** The day as written, whatever the time or offset beside it; 1970 or later. */
    LocalDate day(String text) throws BadValue {
        LocalDate day = anyDay(text);
        if (day.isBefore(FIRST_DAY)) {
            throw new BadValue(Reason.DATE_RANGE);
        }
        return day;
    }

    /** The same of any year. */
    LocalDate anyDay(String text) throws BadValue {
        Moments.Moment moment = Moments.parse(text, formats);
        if (moment == null) {
            throw new BadValue(Reason.DATE_RANGE);
        }
        return moment.local().toLocalDate();
    }

    /** An amount as a floating-point number; the usual forms are read without a detour. */
    double number(String text) throws BadValue {
        String plain = text.strip();
        boolean isPlain =
                plain.length() <= PLAIN_LETTERS && PLAIN.matcher(plain).matches();
        return isPlain && !leniencies.contains(Numbers.Leniency.POINT_GROUPS)
                ? Double.parseDouble(plain)
                : amount(plain).doubleValue();
    }

    BigDecimal amount(String text) throws BadValue {
        if (text.isBlank()) {
            throw new BadValue(Reason.MISSING);
        }
        if (!EXPONENT.matcher(text.strip()).matches()) {
            return Numbers.parse(text, leniencies);
        }
        BigDecimal amount = new BigDecimal(text.strip());
        if (amount.abs().compareTo(MOST) >= 0) {
            throw new BadValue(Reason.NUMBER);
        }
        return amount;
    }
}
