package cartera.reports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A named, typed column of a {@link Table}. */
public record Column(String name, Kind kind) {

    /** The Java type of a column's values. */
    public enum Kind {
        TEXT(String.class),
        INTEGER(Long.class),
        DOUBLE(Double.class),
        DECIMAL(BigDecimal.class),
        DATE(LocalDate.class),
        INSTANT(Instant.class),
        BOOLEAN(Boolean.class);

        private final Class<?> type;

        Kind(Class<?> type) {
            this.type = type;
        }

        boolean holds(Object value) {
            return type.isInstance(value);
        }
    }
}
