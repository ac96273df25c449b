/** Published report tables into the {@code reports} module's own. May use {@code lake} and the module {@code reports}. */
@NullMarked
package cartera.jobs.report;

import org.jspecify.annotations.NullMarked;
