package cartera.jobs.plan;

import java.util.List;

/** A table breaks what its job promises; nothing of the run is published. */
public final class CheckFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CheckFailure(String job, List<String> broken) {
        super("Cannot publish %s: %s".formatted(job, String.join("; ", broken)));
    }
}
