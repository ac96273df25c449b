package cartera.jobs.connector;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a column or field of a connector comes by its value: where the text is taken from, and how it is read.
 *
 * @param label where the text comes from, for messages
 * @param formats date patterns beyond the strict ones
 * @param leniencies forms of numbers beyond the strict one
 * @param missing normalised texts that mean that there is no value
 * @param values what normalised texts mean; of a word map
 * @param otherwise what any other text means; null if it stays as it is
 * @param bySign what the sign of a number means: keys negative and positive
 * @param times factor of a number; null for one
 * @param split between several values in one cell; null if a cell is one value
 * @param strip letters cut from both ends
 * @param standard text that is taken where there is none, {@code $currency} and {@code $extracted_on} among them
 */
record ValueSpec(
        Origin origin,
        String label,
        List<DateTimeFormatter> formats,
        Set<Numbers.Leniency> leniencies,
        Set<String> missing,
        Map<String, String> values,
        @Nullable String otherwise,
        Map<String, String> bySign,
        Sign sign,
        @Nullable BigDecimal times,
        @Nullable Pattern split,
        String strip,
        @Nullable String standard,
        Set<Mode> modes) {

    enum Sign {
        KEEP,
        ABSOLUTE,
        NEGATE
    }

    /** What is otherwise done to a value. */
    enum Mode {
        /** A record without it is set aside, even if the contract does not ask for it. */
        REQUIRED,
        /** Digits beyond the scale are rounded half up. */
        ROUND,
        /** Blanks at both ends are cut. */
        TRIM,
        /** A sign, name or code of a currency becomes its code. */
        CURRENCY,
        /** Where several cells are filled the last counts, not the first. */
        LAST
    }

    /** Where a text comes from. */
    sealed interface Origin {

        /** Cells under any of these headers. */
        record Cells(List<HeaderMatch> headers) implements Origin {}

        /** What an XPath yields. */
        record Path(String xpath) implements Origin {}

        /** A named field of the connector. */
        record Named(String field) implements Origin {}

        /** A column of an earlier entity of the same record. */
        record Same(String entity, String column) implements Origin {}

        /** An id of ours from fields; of each list the first that is filled. */
        record Hash(List<List<String>> fields) implements Origin {}

        /** The currency in the tail of the header that a field was taken from. */
        record Tail(String field) implements Origin {}

        /** The value or node that the entity is made for. */
        record Each() implements Origin {}

        /** Nowhere: only a constant. */
        record Nowhere() implements Origin {}
    }

    boolean is(Mode mode) {
        return modes.contains(mode);
    }
}
