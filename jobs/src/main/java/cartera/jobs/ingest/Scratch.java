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
        try {
            delete(scratch.folder);
            Files.createDirectories(scratch.folder);
        } catch (IOException e) {
            throw LakeException.cannot("write", scratch.folder, e);
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
     * @throws IOException if it cannot be opened
     * @throws LakeException if it cannot be copied, for want of space as a rule
     */
    Copy copy(Path original) throws IOException {
        Path copy = fresh();
        Stamp before = Stamp.of(original);
        try (InputStream in = Files.newInputStream(original, LinkOption.NOFOLLOW_LINKS)) {
            copy(original, in, copy);
        }
        if (!before.equals(Stamp.of(original)) || Files.size(copy) != before.size()) {
            throw new StillWritten();
        }
        return new Copy(copy, Sha256.of(copy), before);
    }

    private static void copy(Path original, InputStream in, Path copy) {
        try {
            Files.copy(in, copy);
        } catch (IOException e) {
            throw LakeException.cannot("copy", original, e);
        }
    }

    @Override
    public void close() {
        try {
            delete(folder);
        } catch (IOException e) {
            // the next ingest deletes it
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
}
