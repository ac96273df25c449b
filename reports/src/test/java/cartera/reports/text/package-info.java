/** Tests of {@code cartera.reports.text}. */
@NullMarked
package cartera.reports.text;

import org.jspecify.annotations.NullMarked;
