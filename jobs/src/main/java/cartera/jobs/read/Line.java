package cartera.jobs.read;

import org.jspecify.annotations.Nullable;

/**
 * A physical line of a text file.
 *
 * @param number counted from 1
 * @param end its line end as it stands in the file; empty at the end of the file
 * @param fault bytes that are no text, or a line beyond the limit; its text is then cut before them
 */
record Line(long number, String text, String end, @Nullable Fault fault) {}
