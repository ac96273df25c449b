package cartera.jobs.bench;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.Rows;
import cartera.jobs.lake.Column;
import cartera.jobs.lake.Type;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A table that the bench makes, to be printed. */
public final class BenchTable {

    private static final MathContext SHOWN = new MathContext(6);

    private final List<Column> columns = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    /** A row; what is not set is empty. */
    public static final class Line {

        private final Map<String, @Nullable Object> values = new HashMap<>();

        /** Sets the value of a column, typed as {@link Type} says. */
        public Line set(String column, @Nullable Object value) {
            values.put(column, value);
            return this;
        }

        public @Nullable Object value(String column) {
            return values.get(column);
        }

        private boolean has(Column column) {
            return values.get(column.name()) != null;
        }
    }

    /** Adds columns to the right. */
    public BenchTable columns(Type type, String... names) {
        for (String name : names) {
            columns.add(new Column(name, type));
        }
        return this;
    }

    /** Adds an empty row below, to be filled. */
    public Line line() {
        Line line = new Line();
        lines.add(line);
        return line;
    }

    /** Adds rows below. */
    public BenchTable addAll(Collection<Line> more) {
        lines.addAll(more);
        return this;
    }

    /** Some rows as people read them: without empty columns, numbers to six digits. */
    public BenchTable shown(Predicate<Line> some) {
        BenchTable shown = new BenchTable();
        lines.stream().filter(some).map(BenchTable::rounded).forEach(shown.lines::add);
        columns.stream()
                .filter(column -> shown.lines.stream().anyMatch(line -> line.has(column)))
                .forEach(shown.columns::add);
        return shown;
    }

    /** The same without a column. */
    public BenchTable without(String name) {
        columns.removeIf(column -> column.name().equals(name));
        return this;
    }

    private static Line rounded(Line line) {
        Line rounded = new Line();
        line.values.forEach((column, value) -> rounded.set(
                column,
                value instanceof Double number ? BigDecimal.valueOf(number).round(SHOWN) : value));
        return rounded;
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The rows, as the result of a query is. */
    public Rows rows() {
        Row.Header header = Row.Header.of(columns);
        return new Listed(
                List.copyOf(columns),
                lines.stream().map(line -> row(header, line)).iterator());
    }

    private Row row(Row.Header header, Line line) {
        return header.row(
                columns.stream().map(column -> line.value(column.name())).toArray());
    }

    private record Listed(List<Column> columns, Iterator<Row> iterator) implements Rows {

        @Override
        public boolean hasNext() {
            return iterator.hasNext();
        }

        @Override
        public Row next() {
            return iterator.next();
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
