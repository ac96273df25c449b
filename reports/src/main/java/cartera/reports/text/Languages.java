package cartera.reports.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds the language files beside the program: a folder while building, a part of the jar when installed. */
final class Languages {

    private static final String FOLDER = "/cartera/messages";
    private static final String ENDING = ".yaml";

    private Languages() {}

    static List<String> codes() {
        try {
            URL folder = Objects.requireNonNull(Languages.class.getResource(FOLDER), FOLDER);
            return folder.getProtocol().equals("jar") ? inJar(folder.toURI()) : codes(Path.of(folder.toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> inJar(URI folder) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
            return codes(jar.getPath(FOLDER));
        }
    }

    private static List<String> codes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }
}
