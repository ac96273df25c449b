package cartera.jobs.lake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One version of the lake, as a reader sees it: it never changes.
 *
 * <p>Tables are named {@code raw.deal, curated.sale, scores.rfm, reports.fact}. A score or report table under its own
 * name is its newest edition alone; {@code history.rfm} is all editions of {@code scores.rfm}, or of
 * {@code reports.rfm} where there is no such score.
 */
public final class Snapshot {

    /** Before the names of tables with all their editions. */
    public static final String HISTORY = "history.";

    private final Lake lake;
    private final Manifest manifest;

    Snapshot(Lake lake, Manifest manifest) {
        this.lake = lake;
        this.manifest = manifest;
    }

    /** 1, 2, ..; 0 where nothing was ever published. */
    public int version() {
        return manifest.version();
    }

    /** Of the manifest: it names the content of the whole version; empty for version 0. */
    public String sha256() {
        return manifest.sha256();
    }

    /** What made this version. */
    public RunInfo run() {
        return manifest.run();
    }

    /** Every input that was ever loaded, in the order of loading. */
    public List<Input> inputs() {
        return manifest.inputs();
    }

    /** The names of all tables, those of {@code history} included. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(manifest.tables().keySet());
        for (String name : manifest.tables().keySet()) {
            if (name.startsWith("scores.") || name.startsWith("reports.")) {
                names.add(HISTORY + name.substring(name.indexOf('.') + 1));
            }
        }
        return names;
    }

    /** A table under the name a query uses: the newest edition of a score or report, all of them in history. */
    public Optional<Table> table(String name) {
        if (name.startsWith(HISTORY)) {
            String last = name.substring(HISTORY.length());
            return editions("scores." + last)
                    .or(() -> editions("reports." + last))
                    .map(table -> new Table(name, table.schema(), table.files()));
        }
        return editions(name).map(Table::head);
    }

    /** A table with all its editions, under its own name. */
    public Optional<Table> editions(String name) {
        return Optional.ofNullable(manifest.tables().get(name));
    }

    /**
     * The paths of a table's files, each once, after their bytes were compared with the manifest (once per file and
     * process).
     *
     * @throws CorruptLake naming every file that differs
     */
    public List<Path> files(Table table) {
        List<String> faults = new ArrayList<>();
        List<DataFile> files = table.files().stream().distinct().toList();
        files.forEach(file -> lake.fault(file).ifPresent(faults::add));
        if (!faults.isEmpty()) {
            throw new CorruptLake(faults);
        }
        return files.stream().map(lake::path).distinct().toList();
    }

    /**
     * Compares the bytes of every file of every table with the manifest.
     *
     * @throws CorruptLake naming the files of the first table that differ
     */
    public void verify() {
        manifest.tables().values().forEach(this::files);
    }

    Manifest manifest() {
        return manifest;
    }
}
