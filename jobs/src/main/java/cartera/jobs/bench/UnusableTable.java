package cartera.jobs.bench;

/** A table that the bench cannot work on. The message says why and what to do; it shows headers but no records. */
public final class UnusableTable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableTable(String message) {
        super(message);
    }
}
