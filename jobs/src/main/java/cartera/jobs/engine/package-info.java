/**
 * What a job needs of an engine: tables by name, a query to a Parquet file, rows through a Java step. Names no engine;
 * {@code engine.duckdb} holds the embedded one, the module {@code spark} the other. May use {@code lake}.
 */
@NullMarked
package cartera.jobs.engine;

import org.jspecify.annotations.NullMarked;
