package cartera.jobs.connector;

import cartera.jobs.read.Reason;

/**
 * A record that was set aside.
 *
 * @param line of the record
 * @param position line or cell, for people: {@code line 12}, {@code A7}
 * @param column header or path that is at fault; empty if it is the record as a whole
 * @param reason code, see {@link Reason}
 * @param value cut to 200 letters, masked if personal
 */
public record Rejection(long line, String position, String column, Reason reason, String value) {}
