package cartera.jobs.engine.duckdb;

import cartera.jobs.engine.EngineException;
import cartera.jobs.engine.Row;
import cartera.jobs.engine.Rows;
import cartera.jobs.lake.Column;
import java.util.List;

/** Rows that have to come before a deadline. */
record LimitedRows(Rows rows, Deadline deadline) implements Rows {

    @Override
    public List<Column> columns() {
        return rows.columns();
    }

    @Override
    public boolean hasNext() {
        try {
            return rows.hasNext();
        } catch (EngineException e) {
            throw deadline.explain(e);
        }
    }

    @Override
    public Row next() {
        return rows.next();
    }

    @Override
    public void close() {
        rows.close();
    }
}
