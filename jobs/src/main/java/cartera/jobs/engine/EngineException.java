package cartera.jobs.engine;

/** A query failed; the message is the engine's, in words for the one who wrote the query. */
public final class EngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
