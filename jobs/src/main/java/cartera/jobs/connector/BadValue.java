package cartera.jobs.connector;

import cartera.jobs.read.Reason;

/** A text that is not the value it should be. Carries no stack trace: bad values are data, not bugs. */
public final class BadValue extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public BadValue(Reason reason) {
        super(reason.code(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
