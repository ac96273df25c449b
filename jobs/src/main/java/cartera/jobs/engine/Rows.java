package cartera.jobs.engine;

import cartera.jobs.lake.Column;
import java.util.Iterator;
import java.util.List;

/** The result of a query, row by row; to be closed. */
public interface Rows extends Iterator<Row>, AutoCloseable {

    /** Names and types of the columns. */
    List<Column> columns();

    @Override
    void close();
}
