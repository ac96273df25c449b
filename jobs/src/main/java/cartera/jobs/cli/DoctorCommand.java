package cartera.jobs.cli;

import cartera.jobs.engine.Engine;
import cartera.jobs.engine.Rows;
import cartera.jobs.engine.duckdb.DuckDbEngine;
import cartera.jobs.home.Configuration;
import cartera.jobs.lake.Snapshot;
import cartera.jobs.plan.Jobs;
import cartera.jobs.plan.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cartera doctor}. */
@Command(name = "doctor", description = "Checks Java, locale, disk, engine, configuration, jobs, connectors and lake.")
final class DoctorCommand extends Talking {

    private static final long LEAST_FREE_BYTES = 1L << 30;

    @Mixin
    private final HomeOption home = new HomeOption();

    private final List<String> faults = new ArrayList<>();

    DoctorCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    protected ExitCode execute() {
        Path folder = home.folder();
        check("program", () -> "cartera " + Program.VERSION);
        check("java", () -> Runtime.version().toString());
        check("file names", DoctorCommand::fileNames);
        check("disk", () -> disk(folder));
        check("configuration", () -> Configuration.read(folder).sources().size() + " sources");
        check("connectors", () -> SourcesCommand.connectors(folder).all().size() + " connectors");
        check("jobs", () -> Jobs.load(folder).all().size() + " jobs");
        check("engine", this::engine);
        check("lake", this::lake);
        return faults.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private void check(String subject, Callable<String> check) {
        String outcome;
        try {
            outcome = "ok      " + check.call();
        } catch (Exception e) {
            faults.add(subject);
            outcome = "FAULT   " + e.getMessage();
        }
        terminal.out().printf("%-14s %s%n", subject, outcome);
    }

    private static String fileNames() {
        try {
            return Path.of("Выгрузка").toString().isEmpty() ? "" : "Cyrillic works";
        } catch (InvalidPathException e) {
            throw new UserError(
                    ExitCode.FAILED, "the locale can't name Cyrillic files; set LC_ALL=C.UTF-8 before Java starts");
        }
    }

    private static String disk(Path folder) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            throw new UserError(ExitCode.FAILED, "%d MB free (1024 are needed)".formatted(free >> 20));
        }
        return "%d GB free".formatted(free >> 30);
    }

    private String engine() throws IOException {
        try (Engine engine = DuckDbEngine.open(home.temporary());
                Rows rows = engine.query("select version() as version")) {
            return "duckdb " + rows.next().text("version");
        }
    }

    private String lake() {
        Snapshot snapshot = home.lake().snapshot();
        snapshot.verify();
        return "version %d, all files intact".formatted(snapshot.version());
    }
}
