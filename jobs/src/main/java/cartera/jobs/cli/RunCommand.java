package cartera.jobs.cli;

import cartera.jobs.plan.InvalidDate;
import cartera.jobs.plan.NothingLoaded;
import cartera.jobs.plan.Run;
import cartera.jobs.plan.Runner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cartera run [JOB..]}. */
@Command(name = "run", description = "Computes the tables: all of them, or those of the named jobs and what they need.")
final class RunCommand extends Talking {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final EngineOption engine = new EngineOption();

    @Parameters(arity = "0..*", paramLabel = "JOB", description = "such as scores.rfm; or a subject, such as forecast")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "facts up to this day count (default: the last Sunday, or the end of the newest sale's week)")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--known-on",
            paramLabel = "DATE",
            description = "loads up to this day count (default: the day of the newest load)")
    private @Nullable LocalDate knownOn;

    @Mixin
    private final ForecastOption forecast = new ForecastOption();

    RunCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    protected ExitCode execute() {
        Workplace workplace = Workplace.of(home, engine, terminal);
        names.forEach(workplace::requireJob);
        LocalDate today = LocalDate.ofInstant(
                terminal.clock().instant(), workplace.configuration().zone());
        try {
            List<String> jobs = names.stream()
                    .flatMap(name -> workplace.jobs().named(name).stream())
                    .toList();
            report(workplace.run(forecast.settings()).run(jobs, new Run.Dates(asOf, knownOn, today)));
        } catch (NothingLoaded e) {
            throw new UserError(
                    ExitCode.USAGE,
                    "%s; put exports into %s and run  %s"
                            .formatted(e.getMessage(), home.folder().resolve("inbox"), home.command("ingest")));
        } catch (InvalidDate e) {
            throw new UserError(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
        return ExitCode.OK;
    }

    private void report(Run.Outcome outcome) {
        long fresh = outcome.made().stream().filter(Runner.Made::isNew).count();
        if (outcome.isNew()) {
            terminal.say(String.format(
                    Locale.ROOT,
                    "Run %s: %d of %d tables made, as of %s, with what was known on %s; version %d published",
                    outcome.id(),
                    fresh,
                    outcome.made().size(),
                    outcome.edition().asOf(),
                    outcome.edition().knownOn(),
                    outcome.snapshot().version()));
        } else {
            terminal.say("Run %s is there already, in version %d; nothing had to be made"
                    .formatted(outcome.id(), outcome.snapshot().version()));
        }
        terminal.say("Next:  " + home.command("report weekly"));
    }
}
