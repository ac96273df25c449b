package cartera.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** Public data sets beside the repository, in {@code ../shared/reference-data}; tests on them are skipped elsewhere. */
public final class SharedData {

    private SharedData() {}

    /** The lines of a file, unpacked; skips the test where the file is absent. */
    public static List<String> lines(String name) {
        Path file =
                repository().resolveSibling("shared").resolve("reference-data").resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped: no reference data at " + file);
        try (var plain = Files.newInputStream(file);
                var stream = name.endsWith(".gz") ? new GZIPInputStream(plain) : plain;
                var reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Reference> rows(String name) {
        return Reference.rows(lines(name));
    }

    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null
                && !(Files.isDirectory(folder.resolve("jobs")) && Files.isDirectory(folder.resolve("model")))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
