package cartera.jobs.cli;

import cartera.jobs.engine.EngineException;
import cartera.jobs.engine.duckdb.QueryDenied;
import cartera.jobs.home.FaultyFile;
import cartera.jobs.lake.CorruptLake;
import cartera.jobs.lake.LakeException;
import cartera.jobs.lake.LakeLocked;
import cartera.jobs.plan.CheckFailure;
import cartera.jobs.plan.JobFault;
import cartera.jobs.plan.Program;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line. Exit codes are those of {@link ExitCode}; data go to the standard output, talk to the error stream. */
@Command(
        name = "cartera",
        mixinStandardHelpOptions = true,
        version = "cartera " + Program.VERSION,
        description = "Turns exports of a CRM and of 1C into tables, scores and the weekly workbook.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            InitCommand.class,
            SourcesCommand.class,
            IngestCommand.class,
            RunCommand.class,
            ReportCommand.class,
            ModelCommand.class,
            QueryCommand.class,
            TablesCommand.class,
            StatusCommand.class,
            DoctorCommand.class
        },
        footerHeading = "%nFirst steps:%n",
        footer = {
            "  cartera init acme                 a home folder for the company",
            "  cp exports/* acme/inbox/          amoCRM, 1C and other export files",
            "  cartera ingest --home acme        read them",
            "  cartera run --home acme           compute the tables",
            "  cartera report weekly --home acme the workbook"
        })
public final class Cartera implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Terminal terminal;

    Cartera(Terminal terminal) {
        this.terminal = terminal;
    }

    public static void main(String[] args) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        Terminal terminal = new Terminal(out, err, System.console() != null, Clock.systemUTC());
        int code = run(terminal, args);
        out.flush();
        err.flush();
        // not System.exit: it would wait for nothing that a command leaves behind
        Runtime.getRuntime().halt(code);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** Runs a command; returns its exit code. */
    static int run(Terminal terminal, String... args) {
        CommandLine line = new CommandLine(new Cartera(terminal), new CommandFactory(terminal));
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(false);
        line.setExecutionExceptionHandler(
                (exception, command, parsed) -> explain(terminal, exception).code());
        return line.execute(args);
    }

    /** Without a command there is nothing to do: the help, as an error. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE.code();
    }

    /** One message without a stack trace for all that an input, an argument or the disk can cause. */
    private static ExitCode explain(Terminal terminal, Exception exception) {
        ExitCode code = code(exception);
        if (code == null) {
            terminal.say("This is a fault of Cartera's, not of yours; please report it with these lines:");
            exception.printStackTrace(terminal.err());
            return ExitCode.FAILED;
        }
        terminal.say(String.valueOf(exception.getMessage()));
        return code;
    }

    private static @org.jspecify.annotations.Nullable ExitCode code(Exception exception) {
        if (exception instanceof UserError error) {
            return error.exitCode();
        }
        if (exception instanceof FaultyFile || exception instanceof JobFault) {
            return ExitCode.USAGE;
        }
        if (exception instanceof LakeLocked) {
            return ExitCode.LOCKED;
        }
        if (exception instanceof CorruptLake) {
            return ExitCode.CORRUPT;
        }
        if (exception instanceof LakeException) {
            return ExitCode.RESOURCE;
        }
        boolean isQuery = exception instanceof EngineException
                || exception instanceof QueryDenied
                || exception instanceof CheckFailure;
        return isQuery ? ExitCode.FAILED : null;
    }
}
