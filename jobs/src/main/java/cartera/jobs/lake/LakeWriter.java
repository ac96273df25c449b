package cartera.jobs.lake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The next version of the lake in the making. It holds the lock; nothing of it is visible before {@link #commit}, and
 * without a commit {@link #close} leaves nothing behind.
 *
 * <p>A file is written by whoever makes it under the name that {@link #stage} gives, closed, and handed over by
 * {@link #append} or {@link #replace}, which make it durable and name it by its content.
 */
public final class LakeWriter implements Closeable {

    private static final Pattern NAME = Pattern.compile("(raw|curated|scores|reports)\\.[a-z][a-z0-9_]*");

    private final Lake lake;
    private final HomeLock lock;
    private final Snapshot base;
    private final SortedMap<String, Table> tables;
    private final List<Input> inputs;
    private final Set<Path> staged = new LinkedHashSet<>();
    private final Set<Path> made = new LinkedHashSet<>();
    private final Set<Path> folders = new LinkedHashSet<>();
    private boolean committed;

    private LakeWriter(Lake lake, HomeLock lock, Snapshot base) {
        this.lake = lake;
        this.lock = lock;
        this.base = base;
        this.tables = new TreeMap<>(base.manifest().tables());
        this.inputs = new ArrayList<>(base.inputs());
    }

    static LakeWriter start(Lake lake, String holder) {
        HomeLock lock = HomeLock.take(lake.home(), holder);
        try {
            Leftovers leftovers = new Leftovers(lake.home());
            leftovers.makeDurable();
            Snapshot base = lake.snapshot();
            leftovers.delete();
            return new LakeWriter(lake, lock, base);
        } catch (IOException e) {
            release(lock);
            throw LakeException.cannot("write", lake.home(), e);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    /** The version that this one follows. */
    public Snapshot base() {
        return base;
    }

    /** The number this version will have. */
    public int version() {
        return base.version() + 1;
    }

    /** What would be published now: the files handed over so far are readable, under their final names. */
    public Snapshot pending() {
        return new Snapshot(lake, draft(RunInfo.NONE));
    }

    /** A new name in the folder of a table, for a file that is to be written. */
    public Path stage(String table) {
        if (!NAME.matcher(table).matches()) {
            throw new IllegalArgumentException(
                    "Invalid table: %s (raw, curated, scores or reports, a dot and a_name)".formatted(table));
        }
        Path folder = lake.home().resolve(table.replace('.', '/'));
        try {
            Durable.createFolders(folder);
        } catch (IOException e) {
            throw LakeException.cannot("write", folder, e);
        }
        Path file = folder.resolve("%s%d.parquet".formatted(Leftovers.ASIDE, staged.size() + 1));
        staged.add(file);
        return file;
    }

    /** Adds a file to a table of raw. */
    public DataFile append(String table, Schema schema, Path file) {
        DataFile sealed = seal(schema, file, null, "");
        List<DataFile> files = new ArrayList<>(files(table));
        files.add(sealed);
        tables.put(table, new Table(table, schema, files));
        return sealed;
    }

    /** Puts files in the place of all files of a table of curated. */
    public void replace(String table, Schema schema, String recipe, List<Path> files) {
        tables.put(table, new Table(table, schema, seal(schema, files, null, recipe)));
    }

    /** Puts files in the place of those of one edition of a score or report table; the other editions stay. */
    public void replace(String table, Schema schema, String recipe, Edition edition, List<Path> files) {
        List<DataFile> kept = new ArrayList<>(files(table));
        kept.removeIf(file -> edition.equals(file.edition()));
        kept.addAll(seal(schema, files, edition, recipe));
        tables.put(table, new Table(table, schema, kept));
    }

    /** Notes an input whose rows are in this version. */
    public void load(Input input) {
        inputs.add(input);
    }

    private List<DataFile> files(String table) {
        return Optional.ofNullable(tables.get(table)).map(Table::files).orElse(List.of());
    }

    private List<DataFile> seal(Schema schema, List<Path> files, @Nullable Edition edition, String recipe) {
        return files.stream().map(file -> seal(schema, file, edition, recipe)).toList();
    }

    /** Reads back what was written, makes it durable and names it by its content. */
    private DataFile seal(Schema schema, Path file, @Nullable Edition edition, String recipe) {
        long rows = rows(schema, file);
        try {
            Durable.syncFile(file);
            String sha256 = Sha256.of(file);
            Path named = file.resolveSibling(sha256 + ".parquet");
            DataFile sealed = new DataFile(path(named), Files.size(file), sha256, rows, edition, recipe, "");
            rename(file, named, sealed);
            lake.markIntact(sealed);
            return sealed;
        } catch (IOException e) {
            throw LakeException.cannot("write", file, e);
        }
    }

    private static long rows(Schema schema, Path file) {
        try (TableReader reader = TableReader.open(file)) {
            if (!reader.schema().sameShape(schema)) {
                throw new IllegalArgumentException("Invalid file for a table: it has %s (declared: %s)"
                        .formatted(reader.schema().columns(), schema.columns()));
            }
            return reader.rows();
        }
    }

    private String path(Path file) {
        return lake.home().relativize(file).toString().replace('\\', '/');
    }

    /** A file of that name has that content, or it is damaged and is healed by the new one. */
    private void rename(Path file, Path named, DataFile sealed) throws IOException {
        folders.add(Optional.ofNullable(named.getParent()).orElseThrow());
        if (Files.exists(named) && lake.fault(sealed).isEmpty()) {
            Files.delete(file);
            return;
        }
        if (!Files.exists(named)) {
            made.add(named);
        }
        Files.move(file, named, StandardCopyOption.ATOMIC_MOVE);
        Durable.makeReadOnly(named);
    }

    private Manifest draft(RunInfo run) {
        SortedMap<String, Table> published = new TreeMap<>();
        tables.forEach((name, table) -> published.put(
                name,
                new Table(
                        name,
                        table.schema(),
                        table.files().stream()
                                .map(file -> file.publishedBy(run.id()))
                                .toList())));
        return new Manifest(version(), base.sha256(), run, published, List.copyOf(inputs), "");
    }

    /**
     * Publishes the version. When this returns it is durable; when it throws, nothing is visible, or, where only the
     * last sync failed, the message says so.
     */
    public Snapshot commit(RunInfo run) {
        if (committed) {
            throw new IllegalStateException("a version is committed once");
        }
        Manifests manifests = Manifests.of(lake.home());
        syncFolders(manifests);
        Manifest published = manifests.publish(draft(run));
        committed = true;
        manifests.settle(published.version());
        return new Snapshot(lake, published);
    }

    private void syncFolders(Manifests manifests) {
        try {
            for (Path folder : folders) {
                Durable.syncFolder(folder);
            }
            Durable.createFolders(manifests.folder());
        } catch (IOException e) {
            throw LakeException.cannot("write", lake.home(), e);
        }
    }

    /** Gives the lock back; without a commit, deletes what was written. */
    @Override
    public void close() {
        try {
            delete(staged);
            if (isUnpublished()) {
                delete(made);
            }
        } finally {
            release(lock);
        }
    }

    /** If another writer got in after all, its version may name the same files: then they are left to the next run. */
    private boolean isUnpublished() {
        List<Integer> versions = Manifests.of(lake.home()).versions();
        return !committed && !versions.contains(version());
    }

    private static void delete(Set<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw LakeException.cannot("delete", file, e);
            }
        }
    }

    private static void release(HomeLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new LakeException("Cannot release the lock: %s".formatted(e.getMessage()), e);
        }
    }
}
