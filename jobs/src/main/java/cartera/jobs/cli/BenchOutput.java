package cartera.jobs.cli;

import cartera.jobs.bench.BenchTable;
import cartera.jobs.engine.Rows;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the bench's tables go: {@code -o} for the candidates, {@code --out} for the rows of customers or
 * series. */
final class BenchOutput {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "table, csv or json (default: table)")
    private RowFormat format = RowFormat.TABLE;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "write the rows of customers or series")
    private @Nullable Path out;

    /** Prints the candidates; people read those rows that have a {@code part} as a second table. */
    void print(BenchTable candidates, String part, Terminal terminal) throws IOException {
        if (format != RowFormat.TABLE) {
            print(candidates.rows(), terminal);
            return;
        }
        print(candidates.shown(line -> line.value(part) == null).without("note").rows(), terminal);
        BenchTable parts = candidates.shown(line -> line.value(part) != null);
        if (!parts.isEmpty()) {
            terminal.out().println();
            print(parts.rows(), terminal);
        }
    }

    /** Prints a table; people read numbers to six digits. */
    void print(BenchTable table, Terminal terminal) throws IOException {
        print((format == RowFormat.TABLE ? table.shown(line -> true) : table).rows(), terminal);
    }

    /** Prints the rows, unless a file is named that has them. */
    void printUnlessWritten(Supplier<Rows> rows, Terminal terminal) throws IOException {
        if (out == null) {
            print(rows.get(), terminal);
        }
    }

    private void print(Rows rows, Terminal terminal) throws IOException {
        StringWriter text = new StringWriter();
        format.print(rows, text, false);
        terminal.out().print(text);
    }

    /** Writes the rows, if a file is named. */
    void write(Supplier<Rows> rows) {
        if (out == null) {
            return;
        }
        try (Writer writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
            RowFormat.CSV.print(rows.get(), writer, false);
        } catch (IOException e) {
            throw new UserError(ExitCode.RESOURCE, "Cannot write --out %s: %s".formatted(out, e));
        }
    }
}
