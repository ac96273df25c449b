package cartera.jobs.cli;

import cartera.jobs.connector.Counts;
import cartera.jobs.ingest.FileOutcome;
import cartera.jobs.ingest.Ingest;
import cartera.jobs.ingest.IngestResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cartera ingest [FILE..]}. */
@Command(
        name = "ingest",
        description =
                "Reads exports from the inbox, or the named files, into the lake; the same file twice is read once.")
final class IngestCommand extends Talking {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final EngineOption engine = new EngineOption();

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "files to copy in instead of those of the inbox")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--loaded-at",
            paramLabel = "INSTANT",
            description = "when the files count as loaded, such as 2026-11-23T06:00:00Z (default: now)")
    private @Nullable Instant loadedAt;

    @Option(names = "--quiet", description = "tell only of files and records that were set aside")
    private boolean isQuiet;

    IngestCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    protected ExitCode execute() {
        Workplace workplace = Workplace.of(home, engine, terminal);
        Instant moment = loadedAt == null ? terminal.clock().instant() : loadedAt;
        Ingest ingest = workplace.ingest();
        IngestResult result = files.isEmpty() ? ingest.inbox(moment) : ingest.files(files, moment);
        result.files().forEach(this::tell);
        summarise(result);
        return switch (result.verdict()) {
            case COMPLETE, NOTHING_FOUND -> ExitCode.OK;
            case PARTIAL -> ExitCode.PARTIAL;
            case REFUSED -> ExitCode.REFUSED;
        };
    }

    private void tell(FileOutcome file) {
        switch (file.status()) {
            case LOADED -> loaded(file);
            case REFUSED -> terminal.say("refused  " + file.message());
            case KNOWN, SKIPPED -> {
                if (!isQuiet) {
                    terminal.say("%-8s %s: %s"
                            .formatted(file.status().name().toLowerCase(Locale.ROOT), file.name(), file.message()));
                }
            }
        }
    }

    private void loaded(FileOutcome file) {
        Counts counts = Objects.requireNonNull(file.counts());
        if (!isQuiet || file.isPartial()) {
            terminal.say(String.format(
                    Locale.ROOT,
                    "loaded   %s: %,d records as %s of %s%s",
                    file.name(),
                    counts.loaded(),
                    file.connector(),
                    file.source(),
                    counts.quarantined() == 0
                            ? ""
                            : String.format(Locale.ROOT, ", %,d set aside", counts.quarantined())));
        }
        if (!isQuiet) {
            file.notices().forEach(notice -> terminal.say("         " + notice));
        }
    }

    private void summarise(IngestResult result) {
        long loaded = count(result, FileOutcome.Status.LOADED);
        if (loaded + count(result, FileOutcome.Status.REFUSED) + count(result, FileOutcome.Status.KNOWN) == 0) {
            terminal.say("Nothing to read in %s\nNext: put exports there, a folder for each system, and run  %s"
                    .formatted(home.folder().resolve("inbox"), home.command("ingest")));
            return;
        }
        terminal.say(String.format(
                Locale.ROOT,
                "%d files loaded, %d known already, %d refused%s",
                loaded,
                count(result, FileOutcome.Status.KNOWN),
                count(result, FileOutcome.Status.REFUSED),
                result.published()
                        .map(s -> "; version %d published".formatted(s.version()))
                        .orElse("; nothing published")));
        result.rejected().ifPresent(list -> terminal.say("What was set aside, with line, column and reason: " + list));
        result.notices().forEach(terminal::say);
        terminal.say("Next:  " + home.command("run"));
    }

    private static long count(IngestResult result, FileOutcome.Status status) {
        return result.files().stream().filter(file -> file.status() == status).count();
    }
}
