package cartera.jobs.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import cartera.jobs.lake.LakeException;
import cartera.jobs.lake.TableReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an ingest set aside, as plain text for people: {@code quarantine/<run>/rejected.txt}, for the owner's eyes only. */
record RejectedText(Path home) {

    /** Writes one line for each row of some files of {@code raw.rejected}; replaces the text of an earlier attempt. */
    Path write(String run, List<Path> files) {
        Path folder = home.resolve("quarantine").resolve(run);
        Path text = folder.resolve("rejected.txt");
        Path aside = folder.resolve("rejected.txt.tmp");
        try {
            Files.createDirectories(folder);
            write(files, aside);
            makePrivate(aside);
            Files.move(aside, text, StandardCopyOption.ATOMIC_MOVE);
            return text;
        } catch (IOException e) {
            throw LakeException.cannot("write", text, e);
        }
    }

    /** Takes away the text of a version that was not published after all. */
    static void discard(Path text) {
        text.toFile().delete();
        text.resolveSibling(".").normalize().toFile().delete();
    }

    private static void write(List<Path> files, Path aside) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(aside, UTF_8)) {
            for (Path file : files) {
                write(file, out);
            }
        }
    }

    private static void write(Path file, BufferedWriter out) throws IOException {
        try (TableReader rows = TableReader.open(file)) {
            for (@Nullable Object @Nullable [] row = rows.next(); row != null; row = rows.next()) {
                out.write(line(row));
                out.write('\n');
            }
        }
    }

    /** load_id, file, position, column, reason, value. */
    private static String line(@Nullable Object[] row) {
        String column = String.valueOf(row[3]);
        return OneLine.of("%s, %s%s: %s %s"
                .formatted(row[1], row[2], column.isEmpty() ? "" : ", " + column, row[4], row[5])
                .strip());
    }

    private static void makePrivate(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
    }
}
