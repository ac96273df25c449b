package cartera.jobs.connector;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Counts physical records by what became of them. */
final class Tally {

    long records;
    long loaded;
    long quarantined;
    long blank;
    long header;
    long footer;

    Counts counts(@Nullable Instant extractedAt) {
        return new Counts(records, loaded, quarantined, blank, header, footer, extractedAt);
    }
}
