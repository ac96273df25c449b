package cartera.reports.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Texts kept beside the tests. {@code -Dgolden=accept} writes them anew. */
final class Golden {

    private Golden() {}

    static void check(String name, List<String> lines) throws IOException {
        Path file = module().resolve("src/test/resources/golden").resolve(name);
        if (System.getProperty("golden", "").equals("accept")) {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        }
        assertThat(lines)
                .as("%s; if the change is meant: -Dgolden=accept", name)
                .isEqualTo(Files.readAllLines(file));
    }

    /** The module, whether the tests run in it or above it. */
    private static Path module() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("messages")) ? here : here.resolve("reports");
    }
}
