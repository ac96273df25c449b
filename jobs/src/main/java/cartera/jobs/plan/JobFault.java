package cartera.jobs.plan;

import java.util.List;

/** A job's file is wrong: everything at once, for its author. */
public final class JobFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobFault(String file, List<String> faults) {
        super("%s: %d problem%s%n  %s"
                .formatted(file, faults.size(), faults.size() == 1 ? "" : "s", String.join("\n  ", faults))
                .replace("\r\n", "\n"));
    }
}
