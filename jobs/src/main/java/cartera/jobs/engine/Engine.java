package cartera.jobs.engine;

import cartera.jobs.lake.Column;
import java.nio.file.Path;
import java.util.List;

/**
 * What jobs need of an engine. Tables are named {@code layer.table}; a query is one SELECT in the common dialect of both
 * engines. A query that fails is an {@link EngineException} with the engine's own message.
 */
public interface Engine extends AutoCloseable {

    /** Makes files readable as a table, columns cast to their types and absent ones null; no files is an empty table. */
    void table(String name, List<Column> columns, List<Path> files);

    /** Makes rows readable as a table. */
    void table(String name, List<Column> columns, Iterable<Row> rows);

    /** Makes the rows that a step gives for the rows of a query readable as a table. */
    void score(String name, List<Column> columns, String select, ScoreStep step);

    /** Writes a query's rows, columns cast to the given types, in the order of the given columns; returns their number. */
    long write(String select, List<Column> columns, List<String> order, Path file);

    /** The rows of a query. */
    Rows query(String select);

    @Override
    void close();
}
