package cartera.jobs.ingest;

import cartera.jobs.connector.Counts;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file.
 *
 * @param name as it came, on one line; a member of an archive as {@code a.zip!b.xml}
 * @param source that it was taken for; empty if it was not read
 * @param connector that read it; empty if it was not read
 * @param message for the user, why a file was not loaded; empty for a loaded one
 * @param counts of its records; null if it was not loaded
 * @param rows that each entity got, by its name
 * @param notices what the user should know about a loaded file
 */
public record FileOutcome(
        String name,
        String source,
        String connector,
        Status status,
        String message,
        @Nullable Counts counts,
        SortedMap<String, Long> rows,
        List<String> notices) {

    public FileOutcome {
        name = OneLine.of(name);
    }

    /** What can become of a file. */
    public enum Status {
        /** Its good records are in raw; some may have been set aside. */
        LOADED,
        /** Its content had been loaded before. */
        KNOWN,
        /** It cannot be used and stays where it is. */
        REFUSED,
        /** A temporary or unfinished file that nobody asked for. */
        SKIPPED
    }

    static FileOutcome known(String name, String message) {
        return unread(name, Status.KNOWN, message);
    }

    static FileOutcome refused(String name, String message) {
        return unread(name, Status.REFUSED, message);
    }

    static FileOutcome skipped(String name, String message) {
        return unread(name, Status.SKIPPED, message);
    }

    private static FileOutcome unread(String name, Status status, String message) {
        return new FileOutcome(name, "", "", status, message, null, new TreeMap<>(), List.of());
    }

    /** Whether records of a loaded file were set aside. */
    public boolean isPartial() {
        return counts != null && counts.quarantined() > 0;
    }
}
