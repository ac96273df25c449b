package cartera.jobs.home;

/** A file that the user writes is wrong; the message tells all its faults with their lines. */
public final class FaultyFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FaultyFile(String message) {
        super(message);
    }
}
