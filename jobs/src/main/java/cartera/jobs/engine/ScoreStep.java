package cartera.jobs.engine;

import java.io.Serializable;
import java.util.List;

/**
 * A Java step of a job, row by row: in this JVM on DuckDB, by {@code mapPartitions} on Spark. What it makes of a row
 * depends on no other row.
 */
public interface ScoreStep extends Serializable {

    /** None, one or several rows with exactly the columns that the job's header declares. */
    List<Row> apply(Row row);
}
