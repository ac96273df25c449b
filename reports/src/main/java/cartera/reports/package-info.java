/**
 * Finished tables in, workbooks and pictures out. Knows POI and JFreeChart; no SQL, no engine, no model.
 *
 * <p>This package holds what every report shares: tables, metrics and values. It uses none of the packages below it; {@code text} words the values, {@code sheet} draws cells and charts,
 * {@code weekly} lays out one report, {@code gate} judges a finished file.
 */
@NullMarked
package cartera.reports;

import org.jspecify.annotations.NullMarked;
