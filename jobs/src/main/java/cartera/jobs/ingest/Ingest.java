package cartera.jobs.ingest;

import cartera.jobs.connector.Connectors;
import cartera.jobs.home.Configuration;
import cartera.jobs.lake.Lake;
import cartera.jobs.lake.LakeException;
import cartera.jobs.lake.LakeWriter;
import cartera.jobs.lake.Snapshot;
import cartera.jobs.lake.Table;
import cartera.jobs.plan.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Takes exports into a home: each is recognised by its content, read once as a stream, and published with the curated
 * tables it touches in one version; then its bytes go to the archive.
 *
 * @param curated makes the curated tables fresh in a version that holds the new rows of raw
 * @param progress hears which file is being read
 */
public record Ingest(
        Lake lake,
        Connectors connectors,
        Configuration configuration,
        Consumer<LakeWriter> curated,
        Progress progress) {

    /** Times the size of the input that must be free, beside what curated takes, before anything is read. */
    private static final int SPACE_FACTOR = 3;

    /**
     * Takes what lies in {@code inbox/<source>/} and {@code inbox/}.
     *
     * @param loadedAt the time of the load; dates far beyond it are set aside
     * @throws cartera.jobs.lake.LakeLocked if another run is writing
     * @throws LakeException if there is no space or no permission
     */
    public IngestResult inbox(Instant loadedAt) {
        return take(() -> Inbox.of(lake.home()), loadedAt);
    }

    /** Takes files that somebody named, which stay where they are. */
    public IngestResult files(List<Path> files, Instant loadedAt) {
        return take(() -> Inbox.named(files), loadedAt);
    }

    /** Looks at the files only when nobody else may take them away. */
    private IngestResult take(Supplier<Inbox> files, Instant loadedAt) {
        try (LakeWriter writer = lake.write("cartera ingest");
                Scratch scratch = Scratch.in(lake.home())) {
            Inbox inbox = files.get();
            requireSpace(inbox, writer.base());
            Routing routing = new Routing(configuration, connectors);
            return new IngestSession(writer, lake.home(), scratch, routing, loadedAt).run(inbox, curated, progress);
        }
    }

    private void requireSpace(Inbox inbox, Snapshot base) {
        long input = inbox.candidates().stream()
                .mapToLong(candidate -> candidate.path().toFile().length())
                .sum();
        long needed = input == 0 ? 0 : SPACE_FACTOR * input + curatedBytes(base);
        try {
            long free = Files.getFileStore(lake.home()).getUsableSpace();
            if (free < needed) {
                throw new LakeException(
                        "Cannot ingest: %d MB free in %s, about %d MB needed\nnothing was read; make space and run the same command again"
                                .formatted(free >> 20, lake.home(), needed >> 20));
            }
        } catch (IOException e) {
            throw LakeException.cannot("read", lake.home(), e);
        }
    }

    private static long curatedBytes(Snapshot base) {
        return base.names().stream()
                .filter(name -> name.startsWith("curated."))
                .flatMap(name -> base.table(name).stream())
                .mapToLong(Table::bytes)
                .sum();
    }
}
