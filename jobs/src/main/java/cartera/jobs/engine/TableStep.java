package cartera.jobs.engine;

import java.util.Iterator;
import java.util.List;

/**
 * A Java step of a job over all its rows, on the driver: a fit (statistics to parameters) or what is neither a fit nor a
 * score, such as joining cards into parties. The result must not depend on the order of the rows.
 */
public interface TableStep {

    /** The rows of the job's table, with exactly the columns that its header declares, in any order. */
    List<Row> apply(Iterator<Row> rows);
}
