package cartera.jobs.bench;

import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table say who bought, when and for how much; null means that the header is to be guessed.
 *
 * @param dateFormat pattern of {@link java.time.format.DateTimeFormatter} with {@code uuuu} for the year; null for the
 *     usual forms
 */
public record TransactionColumns(
        @Nullable String customer,
        @Nullable String date,
        @Nullable String amount,
        @Nullable String dateFormat) {

    /** Everything is guessed. */
    public static final TransactionColumns GUESSED = new TransactionColumns(null, null, null, null);
}
