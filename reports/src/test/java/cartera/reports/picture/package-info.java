/** Tests of {@code cartera.reports.picture}. */
@NullMarked
package cartera.reports.picture;

import org.jspecify.annotations.NullMarked;
