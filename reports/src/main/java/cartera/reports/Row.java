package cartera.reports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row of a {@link Table}, read by column name. A name that the table lacks is an error, a value that it lacks is null. */
public final class Row {

    private final String table;
    private final Map<String, Integer> places;
    private final List<@Nullable Object> values;

    Row(String table, Map<String, Integer> places, List<? extends @Nullable Object> values) {
        this.table = table;
        this.places = places;
        this.values = Collections.unmodifiableList(new ArrayList<@Nullable Object>(values));
    }

    /** A text that must be there: a code, an id. */
    public String code(String column) {
        return Objects.requireNonNull(
                text(column), () -> "Invalid %s.%s: null (must be a code)".formatted(table, column));
    }

    public @Nullable String text(String column) {
        return (String) value(column);
    }

    /** Any number, exactly. */
    public @Nullable BigDecimal number(String column) {
        Object value = value(column);
        if (value instanceof Long whole) {
            return BigDecimal.valueOf(whole);
        }
        return value instanceof Double real ? BigDecimal.valueOf(real) : (BigDecimal) value;
    }

    /** A number in which null is as good as nothing. */
    public BigDecimal amount(String column) {
        BigDecimal number = number(column);
        return number == null ? BigDecimal.ZERO : number;
    }

    /** A whole number that must be there. */
    public int whole(String column) {
        return Math.toIntExact((Long) Objects.requireNonNull(
                value(column), () -> "Invalid %s.%s: null (must be a number)".formatted(table, column)));
    }

    public @Nullable LocalDate date(String column) {
        return (LocalDate) value(column);
    }

    /** A date that must be there. */
    public LocalDate day(String column) {
        return Objects.requireNonNull(
                date(column), () -> "Invalid %s.%s: null (must be a date)".formatted(table, column));
    }

    public @Nullable Instant instant(String column) {
        return (Instant) value(column);
    }

    /** True only where the value is true; unknown is false. */
    public boolean flag(String column) {
        return Boolean.TRUE.equals(value(column));
    }

    private @Nullable Object value(String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException(
                    "Invalid column: %s (%s has %s)".formatted(column, table, places.keySet()));
        }
        return values.get(place);
    }
}
