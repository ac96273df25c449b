package cartera.jobs.plan;

/** A run needs at least one loaded file. */
public final class NothingLoaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingLoaded() {
        super("Cannot run: nothing was loaded yet");
    }
}
