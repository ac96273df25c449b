package cartera.jobs.lake;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** Steps of the publish protocol that outlive a power cut. A failed sync is never tried again on the same file. */
public final class Durable {

    private static final boolean FOLDERS_SYNC = File.separatorChar == '/';

    private Durable() {}

    /** Returns when the content of a file is on the disk. */
    public static void syncFile(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Returns when the names in a folder are on the disk; does nothing on Windows, which cannot. */
    public static void syncFolder(Path folder) throws IOException {
        if (FOLDERS_SYNC) {
            syncFile(folder);
        }
    }

    /** Makes a folder and those above it that are missing, each durably. */
    public static void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            createFolders(parent);
        }
        Files.createDirectory(folder);
        if (parent != null) {
            syncFolder(parent);
        }
    }

    /** Owner and group may read, nobody may write. */
    static void makeReadOnly(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("r--r-----"));
        }
    }

    /** What lies in a folder, by name; nothing if there is no such folder. */
    public static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
