package cartera.jobs.connector;

import cartera.jobs.lake.Column;
import cartera.jobs.lake.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity of the contract of raw, as {@code entities.yaml} has it.
 *
 * @param key names of the columns that identify one
 * @param inOrder date columns, none of which may be before the one it follows here
 * @param version the column that tells a later version of the same key; null if the date of the file decides
 */
public record Entity(
        String name,
        String about,
        List<String> key,
        List<String> inOrder,
        @Nullable String version,
        List<Field> fields) {

    private static final List<Column> FIRST = List.of(
            new Column("source", Type.TEXT, "where the record comes from"),
            new Column("load_id", Type.TEXT, "the file it was loaded with"),
            new Column("line", Type.INTEGER, "its line or row in the file"));
    private static final Column EXTRA = new Column("extra", Type.TEXT, "what no column took, as JSON");

    /**
     * A column of an entity.
     *
     * @param isId stored as {@code <source>:<id there>}
     * @param isPersonal masked wherever it is shown outside the table
     * @param isPast a day of the past, from 1900 on, such as a birthday
     * @param values the only values that it may have; empty if any
     */
    public record Field(
            Column column, boolean isId, boolean isRequired, boolean isPersonal, boolean isPast, List<String> values) {

        public String name() {
            return column.name();
        }
    }

    public Entity {
        key = List.copyOf(key);
        inOrder = List.copyOf(inOrder);
        fields = List.copyOf(fields);
    }

    /** The columns of the raw table: source, load_id, line, those of the entity, extra. */
    public List<Column> rawColumns() {
        List<Column> columns = new ArrayList<>(FIRST);
        fields.forEach(field -> columns.add(field.column()));
        columns.add(EXTRA);
        return List.copyOf(columns);
    }

    /** Position of a column among {@link #fields}; -1 if there is none of that name. */
    public int indexOf(String column) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(column)) {
                return i;
            }
        }
        return -1;
    }
}
