package cartera.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Homes with the sample exports in their inbox. */
final class Sample {

    static final Path FOLDER = Path.of("../sample-data").toAbsolutePath().normalize();

    private Sample() {}

    /** A home with the sample's configuration and all its exports. */
    static Path home(Path folder) throws IOException {
        Console.run("init", folder.toString());
        Files.copy(FOLDER.resolve("cartera.yaml"), folder.resolve("cartera.yaml"), StandardCopyOption.REPLACE_EXISTING);
        fill(folder);
        return folder;
    }

    /** A home with the CRM's leads and a quarter of 1C documents alone: enough for every table, and quick. */
    static Path smallHome(Path folder) throws IOException {
        Console.run("init", folder.toString());
        copy(
                folder.resolve("inbox"),
                "amocrm_export_leads.*\\.csv|import\\.xml|offers_2026-11.*|documents_2026-(09|10|11)\\.zip|plan\\.csv");
        return folder;
    }

    /** Puts the exports into the inbox. */
    static void fill(Path home) throws IOException {
        copy(home.resolve("inbox"), ".*");
    }

    private static void copy(Path to, String names) throws IOException {
        Path from = FOLDER.resolve("exports");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> String.valueOf(file.getFileName()).matches(names))
                    .toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.resolveSibling("."));
                Files.copy(file, target);
            }
        }
    }

    static Console.Result ingest(Path home) {
        return Console.run("ingest", "--home", home.toString(), "--loaded-at", "2026-11-23T06:00:00Z");
    }
}
