/**
 * From bytes to records: one class per carrier (table, tree, text sections), chosen by content and never by name. A
 * record is named text cells or a small tree, and knows its line or cell. May use the JDK, FastCSV, POI and Saxon; knows
 * no connector and no entity.
 */
@NullMarked
package cartera.jobs.read;

import org.jspecify.annotations.NullMarked;
