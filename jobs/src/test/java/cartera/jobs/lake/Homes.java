package cartera.jobs.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Small tables for tests of the lake. */
final class Homes {

    static final Schema SCHEMA = Schema.of(new Column("id", Type.INTEGER, "the row"));

    private Homes() {}

    static Path staged(LakeWriter writer, String table, long... ids) {
        Path file = writer.stage(table);
        try (TableWriter rows = TableWriter.open(file, SCHEMA)) {
            for (long id : ids) {
                rows.write(id);
            }
        }
        return file;
    }

    /** The ids of a table, in the order of its files and rows; none if there is no such table. */
    static List<Long> ids(Snapshot snapshot, String table) {
        List<Long> ids = new ArrayList<>();
        snapshot.table(table).ifPresent(found -> {
            for (Path file : snapshot.files(found)) {
                for (@Nullable Object[] row : TableReader.all(file)) {
                    ids.add((Long) java.util.Objects.requireNonNull(row[0]));
                }
            }
        });
        return ids;
    }

    /** All regular files below a home, relative to it, in order. */
    static List<String> files(Path home) {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
