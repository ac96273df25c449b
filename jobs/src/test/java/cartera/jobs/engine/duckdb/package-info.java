@NullMarked
package cartera.jobs.engine.duckdb;

import org.jspecify.annotations.NullMarked;
