package cartera.jobs.ingest;

import cartera.jobs.ingest.FileOutcome.Status;
import cartera.jobs.lake.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an ingest did.
 *
 * @param files in the order in which they were taken
 * @param published the new version; empty if nothing new was loaded
 * @param rejected the file that lists what was set aside; empty if nothing was
 * @param notices which originals could not be put away
 */
public record IngestResult(
        List<FileOutcome> files, Optional<Snapshot> published, Optional<Path> rejected, List<String> notices) {

    /** How it went on the whole. */
    public enum Verdict {
        /** There was nothing to take. */
        NOTHING_FOUND,
        /** Everything is in the lake. */
        COMPLETE,
        /** A new version was published, but files or records were set aside. */
        PARTIAL,
        /** Files were refused and nothing was published. */
        REFUSED
    }

    IngestResult with(List<String> moreNotices) {
        return new IngestResult(files, published, rejected, moreNotices);
    }

    public Verdict verdict() {
        boolean isRefused = has(Status.REFUSED);
        if (has(Status.LOADED)) {
            return isRefused || files.stream().anyMatch(FileOutcome::isPartial) ? Verdict.PARTIAL : Verdict.COMPLETE;
        }
        if (isRefused) {
            return Verdict.REFUSED;
        }
        return has(Status.KNOWN) ? Verdict.COMPLETE : Verdict.NOTHING_FOUND;
    }

    private boolean has(Status status) {
        return files.stream().anyMatch(file -> file.status() == status);
    }
}
