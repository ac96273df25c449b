package cartera.jobs.lake;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The columns of a table in their order; names are distinct. */
public record Schema(List<Column> columns) {

    public Schema {
        columns = List.copyOf(columns);
        Set<String> seen = new HashSet<>();
        for (Column column : columns) {
            if (!seen.add(column.name())) {
                throw new IllegalArgumentException("Invalid schema: column %s stands twice".formatted(column.name()));
            }
        }
    }

    public static Schema of(Column... columns) {
        return new Schema(List.of(columns));
    }

    public int size() {
        return columns.size();
    }

    public Column column(int index) {
        return columns.get(index);
    }

    public Optional<Column> find(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** Where a column stands, from 0; an unknown name is an {@link IllegalArgumentException} that lists the known. */
    public int indexOf(String name) {
        int index = names().indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("Invalid column: %s (known: %s)".formatted(name, names()));
        }
        return index;
    }

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** Whether both have the same names and types in the same order, whatever they say about them. */
    public boolean sameShape(Schema other) {
        return shape().equals(other.shape());
    }

    private List<String> shape() {
        return columns.stream()
                .map(column -> column.name() + " " + column.type())
                .toList();
    }
}
