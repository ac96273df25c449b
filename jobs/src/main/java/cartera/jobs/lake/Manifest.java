package cartera.jobs.lake;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One version of the lake: its tables with their files, and every input that was ever loaded.
 *
 * @param version 1, 2, ..; 0 before the first
 * @param sha256 of its own text; empty as long as it is not written
 */
record Manifest(
        int version,
        String parentSha256,
        RunInfo run,
        SortedMap<String, Table> tables,
        List<Input> inputs,
        String sha256) {

    static final Manifest EMPTY = new Manifest(0, "", RunInfo.NONE, new TreeMap<>(), List.of(), "");

    List<DataFile> files() {
        return tables.values().stream()
                .flatMap(table -> table.files().stream())
                .distinct()
                .toList();
    }
}
