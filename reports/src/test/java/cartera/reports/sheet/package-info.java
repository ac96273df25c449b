/** Tests of {@code cartera.reports.sheet}. */
@NullMarked
package cartera.reports.sheet;

import org.jspecify.annotations.NullMarked;
