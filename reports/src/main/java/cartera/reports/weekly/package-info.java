/** The weekly workbook and its pictures: what stands where, and which sentence says it. Uses {@code cartera.reports}, {@code text} and {@code sheet}. */
@NullMarked
package cartera.reports.weekly;

import org.jspecify.annotations.NullMarked;
