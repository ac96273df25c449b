package cartera.jobs.ingest;

import cartera.jobs.connector.Connector;
import cartera.jobs.connector.Counts;
import cartera.jobs.lake.Input;
import java.util.List;
import java.util.SortedMap;

/**
 * A file whose rows are in the version being written.
 *
 * @param sha256 of its bytes
 * @param archived SHA-256 of the file in the archive that holds it: its own, or that of the archive it came in
 * @param size bytes
 * @param rows of each entity, by its name
 */
record Loaded(
        String name,
        String sha256,
        String archived,
        long size,
        String source,
        Connector connector,
        Counts counts,
        SortedMap<String, Long> rows,
        List<String> notices) {

    private static final int LOAD_ID_LETTERS = 16;

    /** The head of a file's SHA-256: the same file has the same anywhere. */
    static String loadId(String sha256) {
        return sha256.substring(0, LOAD_ID_LETTERS);
    }

    Input input(int version) {
        return new Input(
                sha256,
                archived,
                size,
                name,
                source,
                connector.name(),
                version,
                counts.records(),
                counts.loaded(),
                counts.quarantined(),
                counts.blank(),
                counts.header(),
                counts.footer());
    }

    FileOutcome outcome() {
        return new FileOutcome(name, source, connector.name(), FileOutcome.Status.LOADED, "", counts, rows, notices);
    }
}
