package cartera.jobs.connector;

import cartera.jobs.read.Reason;

/** Ends the making of rows from a record that is set aside. Carries no stack trace: bad records are data, not bugs. */
final class BadRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int cellColumn;
    private final String column;
    private final Reason reason;
    private final String value;

    /**
     * @param cellColumn column of the table; -1 if it is the record as a whole
     * @param value already cut and masked
     */
    BadRecord(int cellColumn, String column, Reason reason, String value) {
        super(reason.code(), null, false, false);
        this.cellColumn = cellColumn;
        this.column = column;
        this.reason = reason;
        this.value = value;
    }

    /** @param place of the record in its carrier */
    Rejection rejection(long line, Place place) {
        String header = cellColumn < 0 ? column : place.header(cellColumn);
        return new Rejection(line, place.position(cellColumn), header, reason, value);
    }
}
