package cartera.jobs.engine;

import java.io.Serializable;
import java.util.List;

/**
 * A Java step of a job, row by row: in this JVM on DuckDB, by {@code mapPartitions} on Spark. It keeps no state between
 * rows.
 */
public interface ScoreStep extends Serializable {

    /** None, one or several rows with exactly the columns that the job's header declares. */
    List<Row> apply(Row row);
}
