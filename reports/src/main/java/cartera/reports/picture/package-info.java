/** Charts as PNG, in the bundled font so that they look the same on every machine: the only package that knows JFreeChart. Uses {@code cartera.reports} alone. */
@NullMarked
package cartera.reports.picture;

import org.jspecify.annotations.NullMarked;
