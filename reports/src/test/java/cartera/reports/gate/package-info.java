/** Tests of {@code cartera.reports.gate}. */
@NullMarked
package cartera.reports.gate;

import org.jspecify.annotations.NullMarked;
