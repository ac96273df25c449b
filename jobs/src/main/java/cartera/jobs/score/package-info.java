/**
 * The Java steps of jobs: rows in, a model of module {@code model} or an algorithm, rows out. May use {@code engine} and
 * {@code lake}; no SQL, no files.
 */
@NullMarked
package cartera.jobs.score;

import org.jspecify.annotations.NullMarked;
