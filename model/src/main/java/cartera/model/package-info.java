/** Pure computation: numbers in, numbers out. No files, no SQL, no clock, no engine; the JDK only. */
@NullMarked
package cartera.model;

import org.jspecify.annotations.NullMarked;
