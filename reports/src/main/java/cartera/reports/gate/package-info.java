/** Judges a finished workbook from its file alone: is it valid, are its formulas computed, do its sentences agree with its cells. Uses {@code cartera.reports.text} and POI. */
@NullMarked
package cartera.reports.gate;

import org.jspecify.annotations.NullMarked;
