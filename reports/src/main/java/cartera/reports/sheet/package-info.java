/** Cells, styles, native charts and reproducible files: the only package that knows POI's way of doing things. Uses {@code cartera.reports} and {@code text}. */
@NullMarked
package cartera.reports.sheet;

import org.jspecify.annotations.NullMarked;
