package cartera.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finished table, as a report reads it: rows of plain Java values, in any order.
 *
 * <p>Its columns are bound to metrics by their names: {@link Metrics#column} finds what {@code reports.cohort.retention} is called and how it is written.
 */
public final class Table {

    private final String name;
    private final List<Column> columns;
    private final List<Row> rows = new ArrayList<>();

    /**
     * @param name with its layer, such as {@code reports.cohort}
     * @param rows one list a row, a value (or null) for each column
     * @throws IllegalArgumentException naming the first row whose width or value type is wrong
     */
    public Table(String name, List<Column> columns, List<? extends List<? extends @Nullable Object>> rows) {
        this.name = name;
        this.columns = List.copyOf(columns);
        Map<String, Integer> places = places();
        for (List<? extends @Nullable Object> values : rows) {
            check(values);
            this.rows.add(new Row(name, places, values));
        }
    }

    /** The table of that name without columns and rows: what a report reads where a table was not made. */
    public static Table empty(String name) {
        return new Table(name, List.of(), List.of());
    }

    public String name() {
        return name;
    }

    public List<Column> columns() {
        return columns;
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    private Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        for (Column column : columns) {
            if (places.put(column.name(), places.size()) != null) {
                throw new IllegalArgumentException(
                        "Invalid table %s: column %s appears twice".formatted(name, column.name()));
            }
        }
        return places;
    }

    private void check(List<? extends @Nullable Object> values) {
        if (values.size() != columns.size()) {
            throw new IllegalArgumentException("Invalid row %d of %s: %d values (must be %d)"
                    .formatted(rows.size() + 1, name, values.size(), columns.size()));
        }
        for (int i = 0; i < columns.size(); i++) {
            check(columns.get(i), values.get(i));
        }
    }

    private void check(Column column, @Nullable Object value) {
        if (value != null && !column.kind().holds(value)) {
            throw new IllegalArgumentException("Invalid row %d of %s: %s is a %s (must be %s)"
                    .formatted(
                            rows.size() + 1,
                            name,
                            column.name(),
                            value.getClass().getSimpleName(),
                            column.kind()));
        }
    }
}
