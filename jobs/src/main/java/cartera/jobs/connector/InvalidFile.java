package cartera.jobs.connector;

/** A configuration file that cannot be used. The message lists everything that is wrong with it, each with its line. */
public final class InvalidFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidFile(String message) {
        super(message);
    }
}
