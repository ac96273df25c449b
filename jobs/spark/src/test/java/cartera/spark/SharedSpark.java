package cartera.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts Spark once for all tests of this JVM; engines that tests open and close share it. */
final class SharedSpark {

    private static final Path TEMPORARY = temporary();

    @SuppressWarnings("unused") // held open: the engine that started Spark would stop it
    private static final SparkEngine FIRST = SparkEngine.open(TEMPORARY);

    private SharedSpark() {}

    private static Path temporary() {
        try {
            return Files.createTempDirectory(Path.of("target"), "spark").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An engine without tables. */
    static SparkEngine engine() {
        return SparkEngine.open(TEMPORARY);
    }
}
