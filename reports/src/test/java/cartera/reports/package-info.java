/** Tests of what all reports share. */
@NullMarked
package cartera.reports;

import org.jspecify.annotations.NullMarked;
