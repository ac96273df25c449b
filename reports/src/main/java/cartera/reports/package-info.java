/** Finished tables in, workbooks and pictures out. Knows POI and JFreeChart; no SQL, no engine, no model. */
@NullMarked
package cartera.reports;

import org.jspecify.annotations.NullMarked;
