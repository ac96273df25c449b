package cartera.jobs.plan;

/** A date that a person gave can't be used; the message says why. */
public final class InvalidDate extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidDate(String message) {
        super(message);
    }
}
