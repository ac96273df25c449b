package cartera.jobs.plan;

import cartera.jobs.lake.Column;
import cartera.jobs.lake.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A job: one SQL file that makes the table of its name.
 *
 * @param name {@code layer.table}, from the path of the file
 * @param about what the table says
 * @param grain the columns that tell its rows apart, as declared
 * @param columns the declared columns
 * @param checks what must hold before the table is published
 * @param step class of the Java step that takes the rows of the SQL, if any
 * @param sql the whole file
 * @param reads the tables that the SQL names
 */
public record Job(
        String name,
        String about,
        List<String> grain,
        List<Column> columns,
        List<Check> checks,
        @Nullable String step,
        String sql,
        Set<String> reads) {

    private static final Column AS_OF = new Column("as_of", Type.DATE, "the day up to which facts count, inclusive");
    private static final Column KNOWN_ON =
            new Column("known_on", Type.DATE, "the day up to which loads count, inclusive");
    private static final Column RUN_ID = new Column("run_id", Type.TEXT, "the run that made the row");

    /** The first part of the name: curated, scores or reports. */
    public String layer() {
        return name.substring(0, name.indexOf('.'));
    }

    /** Whether each pair of as_of and known_on has rows of its own: scores and reports, not curated. */
    public boolean isDated() {
        return !layer().equals("curated");
    }

    /** The columns of the table: the declared ones, dated tables framed by as_of, known_on and run_id. */
    public List<Column> tableColumns() {
        if (!isDated()) {
            return columns;
        }
        List<Column> framed = new ArrayList<>(List.of(AS_OF, KNOWN_ON));
        framed.addAll(columns);
        framed.add(RUN_ID);
        return framed;
    }
}
