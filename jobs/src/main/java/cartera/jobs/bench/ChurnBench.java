package cartera.jobs.bench;

import java.util.List;

/** What {@code cartera model churn} tells of a table, whichever kind it is. */
public interface ChurnBench {

    /** The scorers with their measures; rows of single bins have a {@code bin}. */
    BenchTable scorers();

    /** A row for each customer. */
    BenchTable probabilities();

    /** What a reader should know, in lines. */
    List<String> notes();
}
