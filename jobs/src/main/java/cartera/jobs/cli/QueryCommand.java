package cartera.jobs.cli;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.Rows;
import cartera.jobs.engine.duckdb.QuerySandbox;
import cartera.jobs.lake.Schema;
import cartera.jobs.lake.Snapshot;
import cartera.jobs.lake.Table;
import cartera.jobs.lake.TableWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cartera query SQL}. */
@Command(
        name = "query",
        description = "Runs one SELECT over the published tables (raw, curated, scores, reports, history).")
final class QueryCommand extends Talking {

    private enum Format {
        TABLE,
        CSV,
        JSON,
        MD,
        PARQUET
    }

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(paramLabel = "SQL", description = "the query, such as \"select * from curated.party limit 5\"")
    private String sql = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "table, csv, json, md or parquet (default: table)")
    private Format format = Format.TABLE;

    @Option(names = "--out", paramLabel = "FILE", description = "write into a file instead of the standard output")
    private @Nullable String out;

    @Option(names = "--time-limit", paramLabel = "SECONDS", description = "stop the query after (default: 60)")
    private int timeLimitSeconds = 60;

    QueryCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    protected ExitCode execute() throws IOException {
        checkOptions();
        Snapshot snapshot = home.lake().snapshot();
        if (snapshot.version() == 0) {
            throw new UserError(
                    ExitCode.USAGE,
                    "Cannot run the query: nothing was loaded yet; put exports into inbox/ and run  "
                            + home.command("ingest"));
        }
        try (QuerySandbox sandbox = QuerySandbox.open(home.temporary());
                Rows rows = sandbox.query(
                        sql, snapshot.names()::contains, name -> published(snapshot, name), timeLimitSeconds)) {
            print(rows);
        }
        return ExitCode.OK;
    }

    private void checkOptions() {
        if (out != null && out.isBlank()) {
            throw new UserError(ExitCode.USAGE, "Invalid --out: '' (the name of a file)");
        }
        if (format == Format.PARQUET && out == null) {
            throw new UserError(ExitCode.USAGE, "Invalid -o: parquet (needs --out FILE)");
        }
        if (timeLimitSeconds < 1) {
            throw new UserError(ExitCode.USAGE, "Invalid --time-limit: %d (1 or more)".formatted(timeLimitSeconds));
        }
    }

    private static QuerySandbox.Published published(Snapshot snapshot, String name) {
        Table table = snapshot.table(name).orElseThrow();
        return new QuerySandbox.Published(table.schema().columns(), snapshot.files(table));
    }

    private void print(Rows rows) throws IOException {
        if (format == Format.PARQUET) {
            parquet(rows, Path.of(String.valueOf(out)));
            return;
        }
        RowFormat rowFormat = RowFormat.valueOf(format.name());
        if (out == null) {
            Writer writer = new BufferedWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8));
            rowFormat.print(rows, writer, terminal.isInteractive());
            writer.flush();
        } else {
            try (Writer writer = Files.newBufferedWriter(Path.of(out), StandardCharsets.UTF_8)) {
                rowFormat.print(rows, writer, false);
            }
        }
    }

    private static void parquet(Rows rows, Path file) throws IOException {
        Files.deleteIfExists(file);
        try (TableWriter writer = TableWriter.open(file, new Schema(rows.columns()))) {
            while (rows.hasNext()) {
                Row row = rows.next();
                @Nullable Object[] values = new Object[rows.columns().size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = row.value(i);
                }
                writer.write(values);
            }
        }
    }
}
