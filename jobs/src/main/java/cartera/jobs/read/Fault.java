package cartera.jobs.read;

/**
 * What is wrong with a record or one of its cells.
 *
 * @param detail figures for the message: what was expected and found, a byte offset; never the text of the record
 */
public record Fault(Reason reason, String detail) {}
