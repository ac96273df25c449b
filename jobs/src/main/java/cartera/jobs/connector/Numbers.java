package cartera.jobs.connector;

import cartera.jobs.read.Reason;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads numbers strictly: an optional sign, digits with or without groups of three by one kind of blank, one decimal
 * point or comma; at most 16 digits before it. Everything else is declared by the connector as a leniency, or is no
 * number. Nothing is guessed and nothing is rounded unless the connector says so.
 */
public final class Numbers {

    /** What a connector may declare beyond the strict form. */
    public enum Leniency {
        /** Currency words and signs before or after: {@code руб.}, {@code ₽}, {@code R$}. */
        CURRENCY,
        /** {@code (1 234,56)} is negative. */
        PARENTHESES,
        /** {@code 1'234.56}. */
        APOSTROPHES,
        /** A dash alone means that there is none. */
        DASH,
        /** A per cent sign at the end; the number itself is not changed. */
        PERCENT,
        /** {@code 1,234.56}: the comma makes groups of three, the point is the decimal mark. */
        COMMA_GROUPS,
        /** {@code 1.234,56}: the point makes groups of three, the comma is the decimal mark. */
        POINT_GROUPS
    }

    private static final int MAX_WHOLE_DIGITS = 16;
    private static final String BLANKS = " \u00A0\u202F\u2009";
    private static final Pattern CURRENCY = Pattern.compile(
            "(?iu)^(руб\\.?|р\\.|тг\\.?|R\\$|US\\$|[₽₸$€£₴]|[A-Z]{3})[ \u00A0\u202F]*|[ \u00A0\u202F]*(руб(лей|ля|ль)?\\.?|р\\.|тг\\.?|тенге|R\\$|[₽₸$€£₴]|[A-Z]{3})$");
    private static final Pattern PERCENT = Pattern.compile("[ \u00A0\u202F]*%$");
    private static final Pattern COMMA_GROUPED = Pattern.compile("[+-]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?");
    private static final Pattern POINT_GROUPED = Pattern.compile("[+-]?[0-9]{1,3}(\\.[0-9]{3})+(,[0-9]*)?");

    private Numbers() {}

    /** Whether the text is a dash that a connector lets stand for nothing. */
    static boolean isDash(String text, Set<Leniency> leniencies) {
        return leniencies.contains(Leniency.DASH) && text.strip().matches("[-\u2012\u2013\u2014\u2212]");
    }

    /** The number exactly as written. */
    public static BigDecimal parse(String text, Set<Leniency> leniencies) throws BadValue {
        String plain = text.strip();
        boolean isInParentheses =
                leniencies.contains(Leniency.PARENTHESES) && plain.startsWith("(") && plain.endsWith(")");
        plain = isInParentheses ? plain.substring(1, plain.length() - 1).strip() : plain;
        plain = leniencies.contains(Leniency.CURRENCY) ? CURRENCY.matcher(plain).replaceAll("") : plain;
        plain = leniencies.contains(Leniency.PERCENT) ? PERCENT.matcher(plain).replaceFirst("") : plain;
        BigDecimal number = strict(ungrouped(plain, leniencies));
        return isInParentheses ? number.negate() : number;
    }

    /** Fits a number into a decimal column; a real digit beyond the scale is refused. */
    static BigDecimal fit(BigDecimal number, int precision, int scale, boolean isRounded) throws BadValue {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (plain.scale() > scale && !isRounded) {
            throw new BadValue(Reason.SCALE);
        }
        BigDecimal fitted = plain.setScale(scale, RoundingMode.HALF_UP);
        if (fitted.precision() > precision) {
            throw new BadValue(Reason.NUMBER);
        }
        return fitted;
    }

    private static String ungrouped(String text, Set<Leniency> leniencies) {
        if (leniencies.contains(Leniency.COMMA_GROUPS)
                && COMMA_GROUPED.matcher(text).matches()) {
            return text.replace(",", "");
        }
        if (leniencies.contains(Leniency.POINT_GROUPS)
                && POINT_GROUPED.matcher(text).matches()) {
            return text.replace(".", "");
        }
        return leniencies.contains(Leniency.APOSTROPHES)
                ? text.replaceAll("(?<=[0-9])['\u2019](?=[0-9]{3}(?![0-9]))", "")
                : text;
    }

    private static BigDecimal strict(String text) throws BadValue {
        int start = text.isEmpty() || "+-\u2212".indexOf(text.charAt(0)) < 0 ? 0 : 1;
        StringBuilder digits = new StringBuilder(text.length());
        int mark = -1;
        int groupStart = start;
        char blank = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if ((c == '.' || c == ',') && mark < 0) {
                requireGroup(blank, i - groupStart);
                mark = digits.length();
            } else if (BLANKS.indexOf(c) >= 0 && mark < 0 && (blank == 0 || blank == c)) {
                requireGroupBefore(blank, i - groupStart);
                blank = c;
                groupStart = i + 1;
            } else {
                throw new BadValue(Reason.NUMBER);
            }
        }
        if (mark < 0) {
            requireGroup(blank, text.length() - groupStart);
        }
        return number(digits, mark < 0 ? 0 : digits.length() - mark, text.startsWith("-") || text.startsWith("\u2212"));
    }

    private static void requireGroup(char blank, int length) throws BadValue {
        if (blank != 0 && length != 3) {
            throw new BadValue(Reason.NUMBER);
        }
    }

    private static void requireGroupBefore(char blank, int length) throws BadValue {
        if (blank == 0 ? length < 1 || length > 3 : length != 3) {
            throw new BadValue(Reason.NUMBER);
        }
    }

    private static BigDecimal number(StringBuilder digits, int scale, boolean isNegative) throws BadValue {
        if (digits.length() == 0 || digits.length() > 64) {
            throw new BadValue(Reason.NUMBER);
        }
        BigDecimal number = digits.length() <= 18
                ? BigDecimal.valueOf(Long.parseLong(digits, 0, digits.length(), 10), scale)
                : new BigDecimal(new BigInteger(digits.toString()), scale);
        if (number.precision() - number.scale() > MAX_WHOLE_DIGITS) {
            throw new BadValue(Reason.NUMBER);
        }
        return isNegative ? number.negate() : number;
    }
}
