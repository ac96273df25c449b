/** Timings, never part of a test: {@code scripts/bench} runs them. */
@NullMarked
package cartera.model.bench;

import org.jspecify.annotations.NullMarked;
