package cartera.jobs.cli;

import picocli.CommandLine.Command;

/** {@code cartera model}: the bench; its models are the subcommands. */
@Command(
        name = "model",
        description = "Tries the models on a table of your own; needs no home.",
        subcommands = {ModelValueCommand.class, ModelChurnCommand.class, ModelForecastCommand.class})
final class ModelCommand extends Talking {

    ModelCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    protected ExitCode execute() {
        throw new UserError(
                ExitCode.USAGE,
                "Missing model: value, churn or forecast"
                        + "\n  cartera model value TRANSACTIONS.csv --until DATE --horizon-weeks N"
                        + "\n  cartera model churn TRANSACTIONS.csv --at DATE --horizon-days N"
                        + "\n  cartera model churn TABLE.csv --label HEADER"
                        + "\n  cartera model forecast SERIES.csv --season N --horizon N");
    }
}
