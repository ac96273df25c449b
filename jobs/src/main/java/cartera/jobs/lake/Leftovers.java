package cartera.jobs.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a run that was killed leaves: names that are not yet durable, files written aside, and data files that no
 * manifest names. Only for the holder of the lock.
 */
record Leftovers(Path home) {

    /** What a name begins with as long as its file is not published. */
    static final String ASIDE = "tmp-";

    /**
     * Syncs every folder of tables and manifests. Without it a version that became visible just before a kill could be
     * built upon, its inputs put away, and then be lost in a power cut together with them.
     */
    void makeDurable() throws IOException {
        for (String layer : Lake.LAYERS) {
            syncIfThere(home.resolve(layer));
        }
        for (Path folder : tableFolders()) {
            Durable.syncFolder(folder);
        }
        syncIfThere(home.resolve("manifests"));
    }

    private static void syncIfThere(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            Durable.syncFolder(folder);
        }
    }

    /** Deletes what was written aside, and the data files that no kept manifest names. */
    void delete() throws IOException {
        Set<Path> named = named();
        for (Path file : Durable.list(home.resolve("manifests"))) {
            if (isAside(file)) {
                Files.delete(file);
            }
        }
        for (Path folder : tableFolders()) {
            for (Path file : Durable.list(folder)) {
                if (isAside(file) || file.toString().endsWith(".parquet") && !named.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    private Set<Path> named() {
        Manifests manifests = Manifests.of(home);
        Set<Path> named = new HashSet<>();
        for (int version : manifests.versions()) {
            manifests.read(version).files().forEach(file -> named.add(home.resolve(file.path())));
        }
        return named;
    }

    private static boolean isAside(Path file) {
        return file.getFileName().toString().startsWith(ASIDE);
    }

    private List<Path> tableFolders() throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String layer : Lake.LAYERS) {
            for (Path folder : Durable.list(home.resolve(layer))) {
                if (Files.isDirectory(folder)) {
                    folders.add(folder);
                }
            }
        }
        return folders;
    }
}
