/** Words: languages are files, sentences are keys, and every number in a sentence is a {@link cartera.reports.Value}. Uses {@code cartera.reports} alone. */
@NullMarked
package cartera.reports.text;

import org.jspecify.annotations.NullMarked;
