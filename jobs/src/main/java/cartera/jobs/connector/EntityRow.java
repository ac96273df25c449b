package cartera.jobs.connector;

import org.jspecify.annotations.Nullable;

/**
 * A typed row of a raw entity.
 *
 * @param values in the order of {@link Entity#fields}: String, Long, Double, BigDecimal, LocalDate, Instant, Boolean or
 *     null; ids carry their source already
 * @param line of the record in its file; grows from record to record, rows of one record share it
 * @param extra JSON text of what no column took; null if there is nothing
 * @param repeat what another row of the same key in the same file means
 */
@SuppressWarnings("ArrayRecordComponent") // rows are many and short-lived: no copy
public record EntityRow(
        Entity entity,
        @Nullable Object[] values,
        long line,
        @Nullable String extra,
        Repeat repeat) {

    EntityRow withExtra(@Nullable String json) {
        return new EntityRow(entity, values, line, json, repeat);
    }

    /** What another row of the same key and version, with other content, in the same file means. */
    public enum Repeat {
        /** One of them is wrong: the records of both are set aside. */
        CONFLICT,
        /** The later line tells more: it wins. */
        LAST
    }
}
