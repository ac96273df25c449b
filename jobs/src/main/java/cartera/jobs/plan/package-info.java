/**
 * Jobs as files, their graph, and the runner that turns stale tables into fresh ones in one commit. May use {@code lake}
 * and {@code engine}.
 */
@NullMarked
package cartera.jobs.plan;

import org.jspecify.annotations.NullMarked;
