package cartera.jobs.connector;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/**
 * What the source and the load add to a file.
 *
 * @param source prefix of ids
 * @param zone of times that have none of their own
 * @param currency of amounts that have none of their own
 * @param loadedAt bounds what dates may be; comes in, the clock is never read
 * @param conflicts lines of the records to set aside because their key stands there twice with other content
 */
public record ReadSettings(String source, ZoneId zone, String currency, Instant loadedAt, Set<Long> conflicts) {

    public ReadSettings(String source, ZoneId zone, String currency, Instant loadedAt) {
        this(source, zone, currency, loadedAt, Set.of());
    }

    /** For the second reading of a file in which the first one found conflicts. */
    public ReadSettings without(Set<Long> conflictingLines) {
        return new ReadSettings(source, zone, currency, loadedAt, conflictingLines);
    }
}
