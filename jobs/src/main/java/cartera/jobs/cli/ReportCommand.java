package cartera.jobs.cli;

import picocli.CommandLine.Command;

/** {@code cartera report}: the reports are its subcommands. */
@Command(name = "report", description = "Writes a report from the published tables.", subcommands = WeeklyCommand.class)
final class ReportCommand extends Talking {

    ReportCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    protected ExitCode execute() {
        throw new UserError(ExitCode.USAGE, "Missing report: weekly  (cartera report weekly)");
    }
}
