package cartera.jobs.cli;

import cartera.jobs.bench.SeriesColumns;
import cartera.jobs.bench.SeriesTable;
import cartera.jobs.bench.UnusableTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which columns of a table of series are which: {@code --key}, {@code --period}, {@code --value} and others. */
final class SeriesOption {

    @Option(
            names = "--season",
            required = true,
            paramLabel = "N|HEADER",
            description = "periods in a season (1: none), or the column that says so")
    private String season = "";

    @Option(
            names = "--horizon",
            required = true,
            paramLabel = "N|HEADER",
            description = "periods to forecast, or the column that says so")
    private String horizon = "";

    @Option(
            names = "--key",
            paramLabel = "HEADER[,..]",
            description = "columns that tell series apart (default: guessed)")
    private @Nullable String key;

    @Option(names = "--period", paramLabel = "HEADER", description = "column of the period (default: guessed)")
    private @Nullable String period;

    @Option(names = "--value", paramLabel = "HEADER[,..]", description = "columns of the values (default: guessed)")
    private @Nullable String value;

    @Option(names = "--group", paramLabel = "HEADER", description = "column by which the measures are split")
    private @Nullable String group;

    @Option(
            names = "--date-format",
            paramLabel = "PATTERN",
            description = "such as d/M/uuuu (default: the usual forms)")
    private @Nullable String dateFormat;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "the last day that the table covers; a period that ends later is unfinished and left out")
    private @Nullable LocalDate until;

    /** Reads a table; says which rows were set aside and what was guessed. */
    SeriesTable read(Path file, Terminal terminal) {
        try {
            SeriesTable table = SeriesTable.read(
                    file, new SeriesColumns(key, period, value, group, season, horizon, dateFormat, until));
            table.report().forEach(terminal::say);
            table.notes().forEach(terminal::say);
            return table;
        } catch (UnusableTable e) {
            throw new UserError(ExitCode.USAGE, "Cannot read %s: %s".formatted(file, e.getMessage()));
        } catch (IOException | UncheckedIOException e) {
            throw new UserError(ExitCode.RESOURCE, "Cannot read %s: %s".formatted(file, e));
        }
    }
}
