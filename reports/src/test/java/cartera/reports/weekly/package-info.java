/** Tests of the weekly report on finished tables, kept as CSV. */
@NullMarked
package cartera.reports.weekly;

import org.jspecify.annotations.NullMarked;
