package cartera.jobs.read;

import java.util.Locale;

/** Why a record was set aside. The code is the name in lower case. */
public enum Reason {
    /** Bytes that are no text in the encoding of the file. */
    ENCODING,
    /** A NUL or another control character where none may be. */
    CONTROL_CHARACTER,
    /** Too few or too many fields. */
    FIELD_COUNT,
    /** A quote that is never closed, or text after a closing quote. */
    QUOTE,
    /** A field or record beyond the limits. */
    TOO_LONG,
    /** A section or record that is not finished. */
    CUT,
    /** A key of a text section that stands twice. */
    REPEATED_KEY,
    /** A cell that points nowhere. */
    BAD_CELL,
    /** More than 15 digits in a numeric cell: the last ones are lost. */
    PRECISION_LOST,
    /** A required value is missing. */
    MISSING,
    /** Not a number of the declared form. */
    NUMBER,
    /** Digits beyond what the column keeps. */
    SCALE,
    /** Not a date of the declared form, or no day of the calendar. */
    DATE,
    /** A date outside the years that make sense. */
    DATE_RANGE,
    /** Not one of the values that the column may have. */
    VALUE,
    /** A last day before the first. */
    ORDER,
    /** Quantity and amount with different signs. */
    SIGN,
    /** The same key with other content in the same file. */
    CONFLICT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
