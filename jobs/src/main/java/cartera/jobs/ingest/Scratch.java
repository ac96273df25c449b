package cartera.jobs.ingest;

import cartera.jobs.lake.Durable;
import cartera.jobs.lake.LakeException;
import cartera.jobs.lake.Sha256;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

/**
 * Copies of the inputs under names of ours in {@code tmp/ingest}: whatever a file is called, that name never reaches an
 * engine or a glob; and what was hashed is what is read. Only for the holder of the lock.
 */
final class Scratch implements Closeable {

    private final Path folder;
    private int count;

    private Scratch(Path folder) {
        this.folder = folder;
    }

    /** An empty one, whatever a killed run left. */
    static Scratch in(Path home) {
        Scratch scratch = new Scratch(home.resolve("tmp").resolve("ingest"));
        scratch.close();
        try {
            Files.createDirectories(scratch.folder);
        } catch (IOException e) {
            throw new LakeException("Cannot write %s: %s".formatted(scratch.folder, e.getMessage()), e);
        }
        return scratch;
    }

    /** A name that nobody uses. */
    Path fresh() {
        return folder.resolve("in-" + ++count);
    }

    /**
     * Copies a file, without following a link.
     *
     * @throws StillWritten if it changes meanwhile
     * @throws IOException if it cannot be read, or there is no space
     */
    Copy copy(Path original) throws IOException {
        Path copy = fresh();
        Stamp before = Stamp.of(original);
        try (InputStream in = Files.newInputStream(original, LinkOption.NOFOLLOW_LINKS)) {
            Files.copy(in, copy);
        }
        if (!before.equals(Stamp.of(original)) || Files.size(copy) != before.size()) {
            throw new StillWritten();
        }
        return new Copy(copy, Sha256.of(copy), before);
    }

    @Override
    public void close() {
        try {
            delete(folder);
        } catch (IOException e) {
            throw new LakeException("Cannot delete %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            for (Path entry : Durable.list(path)) {
                delete(entry);
            }
        }
        Files.deleteIfExists(path);
    }

    /** A copy, and what the original looked like when it was made. */
    record Copy(Path path, String sha256, Stamp stamp) {}

    /** What tells that a file was not touched. */
    record Stamp(long size, long modifiedMillis, String key) {

        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Stamp(
                    attributes.size(), attributes.lastModifiedTime().toMillis(), String.valueOf(attributes.fileKey()));
        }
    }

    /** The file grew while it was copied. */
    static final class StillWritten extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** Sum of the sizes of files, those that vanish meanwhile as nothing. */
    static long bytes(Stream<Path> files) {
        return files.mapToLong(file -> file.toFile().length()).sum();
    }
}
