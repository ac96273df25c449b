package cartera.jobs;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of examples beside the repository, where there is one. */
public final class SharedFolder {

    private SharedFolder() {}

    public static Path path() {
        Path folder = Path.of("").toAbsolutePath();
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("jobs")) && Files.isDirectory(at.resolve("model"))) {
                return at.resolveSibling("shared");
            }
        }
        return folder.resolve("shared");
    }
}
