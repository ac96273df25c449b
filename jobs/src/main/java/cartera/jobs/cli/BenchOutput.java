package cartera.jobs.cli;

import cartera.jobs.bench.BenchTable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the bench's tables go: {@code -o} for the candidates, {@code --out} for the customers. */
final class BenchOutput {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "table, csv or json (default: table)")
    private RowFormat format = RowFormat.TABLE;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "write a row for each customer")
    private @Nullable Path out;

    /** Prints the candidates; people read those rows that have a {@code part} as a second table. */
    void print(BenchTable candidates, String part, Terminal terminal) throws IOException {
        if (format != RowFormat.TABLE) {
            print(candidates, terminal);
            return;
        }
        print(candidates.shown(line -> line.value(part) == null).without("note"), terminal);
        BenchTable parts = candidates.shown(line -> line.value(part) != null);
        if (!parts.isEmpty()) {
            terminal.out().println();
            print(parts, terminal);
        }
    }

    private void print(BenchTable table, Terminal terminal) throws IOException {
        StringWriter text = new StringWriter();
        format.print(table.rows(), text, false);
        terminal.out().print(text);
    }

    /** Writes the customers, if a file is named. */
    void write(Supplier<BenchTable> customers) {
        if (out == null) {
            return;
        }
        try (Writer writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
            RowFormat.CSV.print(customers.get().rows(), writer, false);
        } catch (IOException e) {
            throw new UserError(ExitCode.RESOURCE, "Cannot write --out %s: %s".formatted(out, e));
        }
    }
}
