package cartera.jobs.home;

/** A file that a user writes cannot be used. The message lists everything that is wrong with it, each with its line. */
public final class FaultyFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FaultyFile(String message) {
        super(message);
    }
}
