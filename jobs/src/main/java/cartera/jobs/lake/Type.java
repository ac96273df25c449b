package cartera.jobs.lake;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of a column, spelled the same in {@code entities.yaml}, in job headers and in manifests:
 * {@code text, integer, double, decimal(p,s), date, instant, boolean}.
 *
 * <p>Java values: String, Long, Double, BigDecimal, LocalDate, Instant, Boolean. An instant is stored as a timestamp
 * without zone, in UTC, to the microsecond.
 */
public record Type(Kind kind, int precision, int scale) implements Serializable {

    /** What a value is, apart from the digits of a decimal. */
    public enum Kind {
        TEXT,
        INTEGER,
        DOUBLE,
        DECIMAL,
        DATE,
        INSTANT,
        BOOLEAN
    }

    public static final Type TEXT = new Type(Kind.TEXT, 0, 0);
    public static final Type INTEGER = new Type(Kind.INTEGER, 0, 0);
    public static final Type DOUBLE = new Type(Kind.DOUBLE, 0, 0);
    public static final Type DATE = new Type(Kind.DATE, 0, 0);
    public static final Type INSTANT = new Type(Kind.INSTANT, 0, 0);
    public static final Type BOOLEAN = new Type(Kind.BOOLEAN, 0, 0);

    private static final Pattern DECIMAL_SPELLING = Pattern.compile("decimal\\((\\d{1,2}),\\s*(\\d{1,2})\\)");

    public static Type decimal(int precision, int scale) {
        if (precision < 1 || precision > 38 || scale < 0 || scale > precision) {
            throw new IllegalArgumentException(
                    "Invalid type: decimal(%d,%d) (1 <= precision <= 38, 0 <= scale <= precision)"
                            .formatted(precision, scale));
        }
        return new Type(Kind.DECIMAL, precision, scale);
    }

    /** Reads the spelling of a type; an unknown one is an {@link IllegalArgumentException} that lists the known. */
    public static Type parse(String spelling) {
        Matcher decimal = DECIMAL_SPELLING.matcher(spelling);
        if (decimal.matches()) {
            return decimal(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
        }
        return switch (spelling) {
            case "text" -> TEXT;
            case "integer" -> INTEGER;
            case "double" -> DOUBLE;
            case "date" -> DATE;
            case "instant" -> INSTANT;
            case "boolean" -> BOOLEAN;
            default ->
                throw new IllegalArgumentException(
                        "Invalid type: %s (text, integer, double, decimal(p,s), date, instant or boolean)"
                                .formatted(spelling));
        };
    }

    /** The spelling that {@link #parse} reads. */
    @Override
    public String toString() {
        return kind == Kind.DECIMAL
                ? "decimal(%d,%d)".formatted(precision, scale)
                : kind.name().toLowerCase(java.util.Locale.ROOT);
    }
}
