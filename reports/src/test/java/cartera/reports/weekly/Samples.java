package cartera.reports.weekly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where tests leave what people may want to look at: {@code -Dsamples=FOLDER}, else {@code target/samples}. */
final class Samples {

    private Samples() {}

    static Path folder(String name) throws IOException {
        return Files.createDirectories(
                Path.of(System.getProperty("samples", "target/samples"), name).toAbsolutePath());
    }
}
