package cartera.jobs.ingest;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A regular file that may be loaded.
 *
 * @param path where it lies
 * @param name of the file alone
 * @param source the folder of the inbox it lies in; empty for a loose file and for one named on the command line
 * @param keep whether it stays where it is once it is loaded
 */
record Candidate(Path path, String name, Optional<String> source, Keep keep) {

    /** What happens to the original of a loaded file. */
    enum Keep {
        /** It leaves the inbox. */
        MOVED,
        /** It was named on the command line and is nobody's to take away. */
        COPIED
    }
}
