package cartera.jobs.engine.duckdb;

import cartera.jobs.engine.EngineException;
import java.util.concurrent.TimeUnit;

/**
 * When a query has to have ended. DuckDB stops it, but says so in different words at each place where it may be stopped:
 * a failure after the deadline is taken for it.
 */
record Deadline(long startNanos, int seconds) {

    EngineException explain(EngineException failure) {
        boolean isOver = System.nanoTime() - startNanos >= TimeUnit.SECONDS.toNanos(seconds);
        return isOver
                ? new EngineException("Cannot run the query: stopped after %d s".formatted(seconds), failure)
                : failure;
    }
}
