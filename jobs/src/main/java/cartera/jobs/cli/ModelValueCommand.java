package cartera.jobs.cli;

import cartera.jobs.bench.Horizon;
import cartera.jobs.bench.Transactions;
import cartera.jobs.bench.UnusableTable;
import cartera.jobs.bench.ValueBench;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cartera model value TRANSACTIONS.csv}. */
@Command(
        name = "value",
        description = {
            "Forecasts what each customer of a table of purchases will buy.",
            "Prints the candidates: parameters, log_likelihood, and where the table goes on after --until the hold-out:"
                    + " count of customers, sum expected, actual, bias of the sum, rmse and mae per customer; then the same by"
                    + " frequency, the number of repeat purchases before (7: 7 and more). earlier_rmse and earlier_bias are those"
                    + " of the same at an earlier cut, calibrated_bias is what is left of the bias once the sum is divided by"
                    + " 1 + earlier_bias. blend is the candidates at the weights that came closest to the earlier hold-out. The choice uses"
                    + " nothing after --until.",
            "In --out, low and high hold 80 %% of the amounts (without amounts: of the numbers of purchases) that such a"
                    + " customer brings."
        })
final class ModelValueCommand extends Talking {

    @Parameters(paramLabel = "TRANSACTIONS.csv", description = "a row for each purchase or return (negative amount)")
    private Path file = Path.of("");

    @Mixin
    private final TransactionsOption columns = new TransactionsOption();

    @Option(names = "--until", paramLabel = "DATE", required = true, description = "the last day that is known")
    private LocalDate until = LocalDate.EPOCH;

    @Option(names = "--horizon-weeks", paramLabel = "N", required = true, description = "how far ahead to forecast")
    private double horizonWeeks;

    @Mixin
    private final BenchOutput output = new BenchOutput();

    ModelValueCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    protected ExitCode execute() throws IOException {
        Horizon horizon = horizon();
        Transactions transactions = columns.read(file, terminal);
        ValueBench bench = bench(transactions, horizon);
        output.write(() -> bench.forecasts().rows());
        output.print(bench.candidates(), "frequency", terminal);
        bench.notes().forEach(terminal::say);
        return TransactionsOption.exitCode(transactions);
    }

    private Horizon horizon() {
        try {
            return new Horizon(until, horizonWeeks);
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    ExitCode.USAGE, "Invalid --horizon-weeks: %s (from 0.15 to 5200)".formatted(horizonWeeks));
        }
    }

    private ValueBench bench(Transactions transactions, Horizon horizon) {
        try {
            return new ValueBench(transactions, horizon);
        } catch (UnusableTable e) {
            throw new UserError(ExitCode.USAGE, "Cannot forecast from %s: %s".formatted(file, e.getMessage()));
        }
    }
}
