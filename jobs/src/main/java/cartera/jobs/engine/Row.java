package cartera.jobs.engine;

import cartera.jobs.lake.Column;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table: values by column name, typed as {@link cartera.jobs.lake.Type} says. An unknown column name is an
 * {@link IllegalArgumentException}; a value of another type a ClassCastException: both are faults of the caller.
 */
public final class Row implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The column names that rows of one table share. */
    public static final class Header implements Serializable {

        private static final long serialVersionUID = 1L;

        private final List<String> names;
        private final Map<String, Integer> positions = new HashMap<>();

        private Header(List<String> names) {
            this.names = List.copyOf(names);
            for (String name : names) {
                positions.put(name, positions.size());
            }
        }

        public static Header of(List<Column> columns) {
            return new Header(columns.stream().map(Column::name).toList());
        }

        public static Header named(String... names) {
            return new Header(List.of(names));
        }

        /** A row of these columns; values in their order. */
        public Row row(@Nullable Object... values) {
            if (values.length != names.size()) {
                throw new IllegalArgumentException(
                        "Invalid row: %d values for columns %s".formatted(values.length, names));
            }
            return new Row(this, values);
        }

        public List<String> names() {
            return names;
        }
    }

    private final Header header;
    private final @Nullable Object[] values;

    private Row(Header header, @Nullable Object[] values) {
        this.header = header;
        this.values = values;
    }

    public Header header() {
        return header;
    }

    public @Nullable Object value(String column) {
        Integer position = header.positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException("Invalid column: %s (the row has %s)".formatted(column, header.names));
        }
        return values[position];
    }

    public @Nullable Object value(int position) {
        return values[position];
    }

    public @Nullable String text(String column) {
        return (String) value(column);
    }

    public @Nullable Long integer(String column) {
        return (Long) value(column);
    }

    /** A double, an integer or a decimal as a double; null stays null. */
    public @Nullable Double number(String column) {
        Number number = (Number) value(column);
        return number == null ? null : (Double) number.doubleValue();
    }

    public @Nullable BigDecimal decimal(String column) {
        return (BigDecimal) value(column);
    }

    public @Nullable LocalDate date(String column) {
        return (LocalDate) value(column);
    }

    public @Nullable Instant instant(String column) {
        return (Instant) value(column);
    }

    public @Nullable Boolean is(String column) {
        return (Boolean) value(column);
    }

    /** A value that the job's SQL never leaves empty. */
    public static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value, "a required column is null");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row && header.names.equals(row.header.names) && Arrays.equals(values, row.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
