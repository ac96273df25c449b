package cartera.spark;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.Rows;
import cartera.jobs.lake.Column;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;

/** A result that comes to the driver partition by partition. */
final class SparkRows implements Rows {

    private final List<Column> columns;
    private final Row.Header header;
    private final Iterator<org.apache.spark.sql.Row> rows;

    SparkRows(Dataset<org.apache.spark.sql.Row> result) {
        this.columns = SparkTypes.columns(result.schema());
        this.header = Row.Header.of(columns);
        this.rows = result.toLocalIterator();
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public boolean hasNext() {
        return Failures.told(rows::hasNext);
    }

    @Override
    public Row next() {
        return SparkTypes.fromSpark(Failures.told(rows::next), header, columns);
    }

    @Override
    public void close() {}
}
