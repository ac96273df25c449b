package cartera.jobs.connector;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of the physical records of a file: records = loaded + quarantined + blank + header + footer.
 *
 * @param extractedAt when the source wrote the file, as the file or its name says; null if neither does
 */
public record Counts(
        long records,
        long loaded,
        long quarantined,
        long blank,
        long header,
        long footer,
        @Nullable Instant extractedAt) {

    /** Whether every physical record is accounted for. */
    public boolean areConserved() {
        return records == loaded + quarantined + blank + header + footer;
    }
}
