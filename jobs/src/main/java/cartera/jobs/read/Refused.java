package cartera.jobs.read;

/** A file that is not read at all. The message says why and what to do, for the user; it names no personal data. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refused(String message) {
        super(message);
    }
}
