package cartera.jobs.cli;

import cartera.jobs.bench.AttributeBench;
import cartera.jobs.bench.AttributeTable;
import cartera.jobs.bench.ChurnBench;
import cartera.jobs.bench.InstalledLearners;
import cartera.jobs.bench.SilenceBench;
import cartera.jobs.bench.Transactions;
import cartera.jobs.bench.UnusableTable;
import cartera.model.churn.Learner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cartera model churn TABLE.csv}. */
@Command(
        name = "churn",
        description = {
            "Scores who will not come back.",
            "From purchases, with --at and --horizon-days: the probability of no purchase in the days after --at, by every"
                    + " scorer; it uses nothing after that day. Where the table goes on, it prints how well each did:"
                    + " base, auc, pr_auc, lift_10, brier, ece, log_loss, then predicted and observed by tenth (bin).",
            "From a table of attributes, with --label: five folds, each customer scored out of fold, by 'logistic' and by"
                    + " 'blend', which adds boosted trees to it.",
            "Where XGBoost is installed (scripts/build --boosting), a scorer 'boosted' stands beside them. Another than"
                    + " 'logistic' is chosen if its log loss is smaller by more than noise."
        })
final class ModelChurnCommand extends Talking {

    private static final int MOST_DAYS = 36_500;

    @Parameters(paramLabel = "TABLE.csv", description = "a row for each purchase or return; or one for each customer")
    private Path file = Path.of("");

    @Mixin
    private final TransactionsOption columns = new TransactionsOption();

    @Option(names = "--at", paramLabel = "DATE", description = "the last day that is known")
    private @Nullable LocalDate at;

    @Option(names = "--horizon-days", paramLabel = "N", description = "how long a silence counts as churn")
    private @Nullable Integer horizonDays;

    @Option(names = "--label", paramLabel = "HEADER", description = "column of the outcome: yes or no, 1 or 0")
    private @Nullable String label;

    @Option(names = "--id", paramLabel = "HEADER", description = "column of the id, beside --label (default: guessed)")
    private @Nullable String id;

    @Mixin
    private final BenchOutput output = new BenchOutput();

    ModelChurnCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    protected ExitCode execute() throws IOException {
        if (label != null) {
            return attributes(label);
        }
        if (at == null || horizonDays == null) {
            throw new UserError(
                    ExitCode.USAGE,
                    "Missing %s: give --at DATE --horizon-days N for purchases, or --label HEADER for attributes"
                            .formatted(at == null ? "--at" : "--horizon-days"));
        }
        return purchases(at, horizonDays);
    }

    private ExitCode attributes(String header) throws IOException {
        if (at != null || horizonDays != null) {
            throw new UserError(ExitCode.USAGE, "Invalid --label: it stands alone, without --at and --horizon-days");
        }
        try {
            AttributeTable table = AttributeTable.read(file, header, id);
            table.report().forEach(terminal::say);
            tell(new AttributeBench(table, learners()));
            return table.setAside().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
        } catch (UnusableTable e) {
            throw refused(e);
        }
    }

    private ExitCode purchases(LocalDate day, int days) throws IOException {
        if (id != null) {
            throw new UserError(ExitCode.USAGE, "Invalid --id: of purchases it is --customer HEADER");
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new UserError(ExitCode.USAGE, "Invalid --horizon-days: %d (1 to %d)".formatted(days, MOST_DAYS));
        }
        Transactions transactions = columns.read(file, terminal);
        try {
            tell(new SilenceBench(transactions, day, days, learners()));
            return TransactionsOption.exitCode(transactions);
        } catch (UnusableTable e) {
            throw refused(e);
        }
    }

    private List<Learner> learners() {
        InstalledLearners installed = InstalledLearners.find();
        installed.notes().forEach(terminal::say);
        return installed.learners();
    }

    private UserError refused(UnusableTable reason) {
        return new UserError(ExitCode.USAGE, "Cannot score %s: %s".formatted(file, reason.getMessage()));
    }

    private void tell(ChurnBench bench) throws IOException {
        output.write(() -> bench.probabilities().rows());
        output.print(bench.scorers(), "bin", terminal);
        bench.notes().forEach(terminal::say);
    }
}
