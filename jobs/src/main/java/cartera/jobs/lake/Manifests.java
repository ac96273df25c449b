package cartera.jobs.lake;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The folder of manifests: {@code v1.json v2.json ..}, the only truth about what is published. */
record Manifests(Path folder) {

    private static final Pattern NAME = Pattern.compile("v([1-9]\\d{0,8})\\.json");

    static Manifests of(Path home) {
        return new Manifests(home.resolve("manifests"));
    }

    /** The highest version; the empty one where nothing was ever published. */
    Manifest newest() {
        List<Integer> versions = versions();
        return versions.isEmpty() ? Manifest.EMPTY : read(versions.get(versions.size() - 1));
    }

    /** All versions that are kept, lowest first: by number, not by letters. */
    List<Integer> versions() {
        try {
            return Durable.list(folder).stream()
                    .map(Manifests::version)
                    .filter(OptionalInt::isPresent)
                    .map(OptionalInt::getAsInt)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw LakeException.cannot("read", folder, e);
        }
    }

    private static OptionalInt version(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? OptionalInt.of(Integer.parseInt(name.group(1))) : OptionalInt.empty();
    }

    Manifest read(int version) {
        Path file = path(version);
        try {
            Manifest manifest = ManifestJson.read(file.toString(), Files.readAllBytes(file));
            if (manifest.version() != version) {
                throw new CorruptLake("%s: it is version %d".formatted(file, manifest.version()));
            }
            return manifest;
        } catch (IOException e) {
            throw LakeException.cannot("read", file, e);
        }
    }

    private Path path(int version) {
        return folder.resolve("v%d.json".formatted(version));
    }

    /**
     * Writes a manifest aside, durably, and links it to its name: the commit. Creates the name or fails; never
     * overwrites.
     *
     * @return the manifest with its hash
     */
    Manifest publish(Manifest manifest) {
        Path file = path(manifest.version());
        Path aside = aside(manifest.version());
        byte[] text = ManifestJson.write(manifest);
        try {
            writeAside(aside, text);
            Files.createLink(file, aside);
            return ManifestJson.read(file.toString(), text);
        } catch (FileAlreadyExistsException e) {
            deleteAside(aside);
            throw new LakeException(
                    "Cannot publish version %d: another run did so meanwhile\nrun the same command again"
                            .formatted(manifest.version()),
                    e);
        } catch (IOException e) {
            deleteAside(aside);
            throw LakeException.cannot("write", file, e);
        }
    }

    private Path aside(int version) {
        return folder.resolve("%sv%d-%d.json"
                .formatted(Leftovers.ASIDE, version, ProcessHandle.current().pid()));
    }

    private static void writeAside(Path aside, byte[] text) throws IOException {
        Files.write(aside, text, StandardOpenOption.CREATE_NEW);
        Durable.makeReadOnly(aside);
        Durable.syncFile(aside);
    }

    /** What cannot be deleted now, the next run deletes. */
    private static void deleteAside(Path aside) {
        aside.toFile().delete();
    }

    /** Makes the newest name durable, then takes away what {@link #publish} wrote aside. */
    void settle(int version) {
        try {
            Durable.syncFolder(folder);
        } catch (IOException e) {
            throw new LakeException(
                    "Cannot make version %d durable: %s\nrun the same command again".formatted(version, e.getMessage()),
                    e);
        }
        deleteAside(aside(version));
    }
}
