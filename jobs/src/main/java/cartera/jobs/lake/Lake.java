package cartera.jobs.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lake of a home folder: immutable Parquet files named by their content, and manifests {@code v1.json v2.json ..}
 * of which the highest is what is published. Any number of readers, one writer; a reader sees one version or the next,
 * never a mix.
 *
 * <p>Keep one Lake for a process: it remembers which files it has compared with their SHA-256.
 */
public final class Lake {

    /** The four kinds of tables, each a folder of the home. */
    static final List<String> LAYERS = List.of("raw", "curated", "scores", "reports");

    private final Path home;
    private final Set<String> intact = ConcurrentHashMap.newKeySet();

    private Lake(Path home) {
        this.home = home;
    }

    /**
     * The lake of a home, which need not hold anything yet.
     *
     * @throws LakeException if the folder does not exist
     */
    public static Lake open(Path home) {
        try {
            return new Lake(home.toRealPath());
        } catch (IOException e) {
            throw LakeException.cannot("open home", home, e);
        }
    }

    public Path home() {
        return home;
    }

    /**
     * The newest version, its manifest and the size of every file it names verified.
     *
     * @throws CorruptLake naming every damaged file; an older version is never taken instead
     */
    public Snapshot snapshot() {
        Manifest manifest = Manifests.of(home).newest();
        List<String> faults = manifest.files().stream()
                .map(this::sizeFault)
                .flatMap(Optional::stream)
                .toList();
        if (!faults.isEmpty()) {
            throw new CorruptLake(faults);
        }
        return new Snapshot(this, manifest);
    }

    /**
     * Takes the lock and starts the next version.
     *
     * @param holder for the message to others: {@code cartera ingest}
     * @throws LakeLocked if another run holds the lock
     * @throws CorruptLake if the newest version is damaged
     */
    public LakeWriter write(String holder) {
        return LakeWriter.start(this, holder);
    }

    Path path(DataFile file) {
        return home.resolve(file.path());
    }

    void markIntact(DataFile file) {
        intact.add(file.path());
    }

    /** What is wrong with a file, its size and its bytes; the bytes are looked at once. */
    Optional<String> fault(DataFile file) {
        return intact.contains(file.path()) ? Optional.empty() : sizeFault(file).or(() -> hashFault(file));
    }

    private Optional<String> sizeFault(DataFile file) {
        try {
            long size = Files.size(path(file));
            return size == file.size()
                    ? Optional.empty()
                    : Optional.of("%s: %d bytes (published with %d)".formatted(path(file), size, file.size()));
        } catch (IOException e) {
            return Optional.of("%s: it cannot be read".formatted(path(file)));
        }
    }

    private Optional<String> hashFault(DataFile file) {
        try {
            if (!Sha256.of(path(file)).equals(file.sha256())) {
                return Optional.of("%s: its SHA-256 differs from the manifest".formatted(path(file)));
            }
            markIntact(file);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("%s: it cannot be read".formatted(path(file)));
        }
    }
}
