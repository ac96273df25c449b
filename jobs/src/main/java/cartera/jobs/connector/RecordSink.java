package cartera.jobs.connector;

/**
 * Takes what a connector makes of a file, record by record. A record that is rejected gives no row and no custom field.
 */
public interface RecordSink {

    void row(EntityRow row);

    /** A value of a field that only this company has; {@code id} carries its source already. */
    void customField(String entity, String id, String field, String value, long line);

    void reject(Rejection rejection);

    /** Something about the file that the user should know: it was read, but not all is as it should be. */
    void notice(String message);
}
