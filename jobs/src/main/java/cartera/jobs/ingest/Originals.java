package cartera.jobs.ingest;

import cartera.jobs.ingest.Candidate.Keep;
import cartera.jobs.ingest.Scratch.Copy;
import cartera.jobs.ingest.Scratch.Stamp;
import cartera.jobs.lake.Durable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps the bytes of every loaded file in {@code archive/<sha256>}; only then may it leave the inbox. */
record Originals(Path archive) {

    static Originals of(Path home) {
        return new Originals(home.resolve("archive"));
    }

    /**
     * Archives a copy durably and then takes the original out of the inbox, unless it changed since it was copied. To be
     * called when its rows are durable; doing it twice does no harm.
     */
    void keep(Candidate candidate, Copy copy) throws IOException {
        archive(copy);
        if (candidate.keep() == Keep.MOVED) {
            remove(candidate.path(), copy.stamp());
        }
    }

    private void archive(Copy copy) throws IOException {
        Path kept = archive.resolve(copy.sha256());
        Durable.createFolders(archive);
        if (!Files.exists(kept)) {
            Durable.syncFile(copy.path());
            Files.move(copy.path(), kept, StandardCopyOption.ATOMIC_MOVE);
        }
        Durable.syncFolder(archive);
    }

    private static void remove(Path original, Stamp stamp) throws IOException {
        try {
            if (Stamp.of(original).equals(stamp)) {
                Files.delete(original);
                Path folder = original.getParent();
                if (folder != null) {
                    Durable.syncFolder(folder);
                }
            }
        } catch (NoSuchFileException e) {
            // somebody took it away meanwhile; its bytes are in the archive
        }
    }
}
