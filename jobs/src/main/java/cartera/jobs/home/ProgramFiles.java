package cartera.jobs.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;

/** The files that the program brings along ({@code sql, connectors, entities.yaml, metrics.yaml}), in a jar or a folder. */
public final class ProgramFiles {

    private ProgramFiles() {}

    /** A file or folder by its path in the program, such as {@code sql} or {@code entities.yaml}. */
    public static Path path(String name) {
        URL url = ProgramFiles.class.getResource("/cartera/" + name);
        if (url == null) {
            throw new IllegalStateException("the program has no " + name);
        }
        return path(url);
    }

    /** The file or folder that a class path holds at an address, in a jar or a folder. */
    public static Path path(URL url) {
        try {
            URI uri = url.toURI();
            if (uri.getScheme().equals("jar")) {
                openJar(uri);
            }
            return Path.of(uri);
        } catch (URISyntaxException | IOException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static synchronized void openJar(URI uri) throws IOException {
        try {
            FileSystems.newFileSystem(uri, Map.of());
        } catch (FileSystemAlreadyExistsException e) {
            // it stays open: jobs are read from it again and again
        }
    }
}
