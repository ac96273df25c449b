package cartera.jobs.cli;

import cartera.jobs.lake.Input;
import cartera.jobs.lake.Snapshot;
import cartera.jobs.lake.Table;
import java.util.Locale;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cartera status}. */
@Command(
        name = "status",
        description = "Shows what was loaded, which run is published, and whether the files are intact.")
final class StatusCommand extends Talking {

    @Mixin
    private final HomeOption home = new HomeOption();

    StatusCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    protected ExitCode execute() {
        Snapshot snapshot = home.lake().snapshot();
        if (snapshot.version() == 0) {
            terminal.out().println("nothing loaded");
            terminal.say("Next: put exports into %s and run  %s"
                    .formatted(home.folder().resolve("inbox"), home.command("ingest")));
            return ExitCode.OK;
        }
        snapshot.verify();
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "version %d, run %s, all files intact%n",
                        snapshot.version(),
                        snapshot.run().id());
        TreeMap<String, long[]> sources = new TreeMap<>();
        snapshot.inputs().forEach(input -> count(input, sources));
        sources.forEach((source, counts) -> terminal.out()
                .printf(
                        Locale.ROOT,
                        "source %-20s %,6d files  %,10d records loaded  %,8d set aside%n",
                        source,
                        counts[0],
                        counts[1],
                        counts[2]));
        snapshot.table("reports.fact")
                .map(Table::editions)
                .ifPresentOrElse(
                        editions -> editions.forEach(edition -> terminal.out()
                                .printf(
                                        Locale.ROOT,
                                        "tables as of %s, known on %s%n",
                                        edition.asOf(),
                                        edition.knownOn())),
                        () -> terminal.say("Next:  " + home.command("run")));
        return ExitCode.OK;
    }

    private static void count(Input input, TreeMap<String, long[]> sources) {
        long[] counts = sources.computeIfAbsent(input.source(), source -> new long[3]);
        counts[0]++;
        counts[1] += input.loaded();
        counts[2] += input.quarantined();
    }
}
