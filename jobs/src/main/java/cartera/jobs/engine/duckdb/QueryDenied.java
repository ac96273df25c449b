package cartera.jobs.engine.duckdb;

/** A person's query asks for what queries may not do, or does not parse; the message says what. */
public final class QueryDenied extends RuntimeException {

    private static final long serialVersionUID = 1L;

    QueryDenied(String message) {
        super("Cannot run the query: " + message);
    }
}
