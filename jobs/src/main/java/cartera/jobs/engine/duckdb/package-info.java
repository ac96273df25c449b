/** The embedded engine. The only package that names DuckDB or JDBC. May use {@code engine} and {@code lake}. */
@NullMarked
package cartera.jobs.engine.duckdb;

import org.jspecify.annotations.NullMarked;
