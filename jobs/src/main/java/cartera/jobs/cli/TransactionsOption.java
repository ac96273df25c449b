package cartera.jobs.cli;

import cartera.jobs.bench.TransactionColumns;
import cartera.jobs.bench.TransactionReport;
import cartera.jobs.bench.Transactions;
import cartera.jobs.bench.UnusableTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which columns of a table of transactions are which: {@code --customer}, {@code --date}, {@code --amount}. */
final class TransactionsOption {

    @Option(names = "--customer", paramLabel = "HEADER", description = "column of the customer (default: guessed)")
    private @Nullable String customer;

    @Option(names = "--date", paramLabel = "HEADER", description = "column of the date (default: guessed)")
    private @Nullable String date;

    @Option(names = "--amount", paramLabel = "HEADER", description = "column of the amount (default: guessed)")
    private @Nullable String amount;

    @Option(
            names = "--date-format",
            paramLabel = "PATTERN",
            description = "such as d/M/uuuu (default: the usual forms)")
    private @Nullable String dateFormat;

    /** Reads a table; says which rows were set aside. */
    Transactions read(Path file, Terminal terminal) {
        try {
            Transactions transactions =
                    Transactions.read(file, new TransactionColumns(customer, date, amount, dateFormat));
            TransactionReport.lines(transactions).forEach(terminal::say);
            return transactions;
        } catch (UnusableTable e) {
            throw new UserError(ExitCode.USAGE, "Cannot read %s: %s".formatted(file, e.getMessage()));
        } catch (IOException | UncheckedIOException e) {
            throw new UserError(ExitCode.RESOURCE, "Cannot read %s: %s".formatted(file, e));
        }
    }

    /** How a command ends that used these transactions. */
    static ExitCode exitCode(Transactions transactions) {
        return transactions.setAside().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
    }
}
