package cartera.jobs.plan;

import cartera.jobs.engine.Engine;
import cartera.jobs.engine.Row;
import cartera.jobs.engine.Rows;
import cartera.jobs.lake.Column;
import cartera.jobs.lake.Type;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A case of a job: {@code cases/<job>/<case>/given/<table>.csv} are the tables that it reads (columns that a file leaves
 * out are null, tables without a file are empty), {@code expect.csv} names the columns to compare and their rows in the
 * order of the grain. An empty cell is null, {@code ""} the empty text; lines that start with {@code #} are comments.
 */
public record CaseFolder(Path folder, Job job, Map<String, List<Column>> tables) {

    /** Job and case, as shown. */
    public String name() {
        return job.name() + "/" + folder.getFileName();
    }

    /** Runs the job over what is given. */
    public List<String> actual(Engine engine, Path temporary) {
        Set<String> needed = new TreeSet<>(job.reads());
        needed.add("params");
        needed.forEach(table -> given(engine, table));
        Path file = temporary.resolve("actual.parquet");
        new JobRun(engine).write(job, file);
        engine.table("actual", job.tableColumns(), List.of(file));
        return printed(engine);
    }

    private void given(Engine engine, String table) {
        List<Column> columns = tables.get(table);
        if (columns == null) {
            throw new IllegalArgumentException("job %s reads %s, which nothing declares".formatted(job.name(), table));
        }
        Path file = folder.resolve("given").resolve(table + ".csv");
        engine.table(table, columns, Files.exists(file) ? rows(file, columns) : List.<Row>of());
    }

    /** A line for each expected row, its values joined by {@code |}. */
    public List<String> expected() {
        List<Column> columns = expectedColumns();
        List<String> lines = new ArrayList<>();
        for (Row row : rows(folder.resolve("expect.csv"), columns)) {
            lines.add(line(row, columns));
        }
        return lines;
    }

    private List<Column> expectedColumns() {
        try (CsvReader<NamedCsvRecord> csv = csv(folder.resolve("expect.csv"))) {
            List<String> names = csv.iterator().hasNext()
                    ? csv.iterator().next().getHeader()
                    : List.of(firstLine().split(","));
            return names.stream().map(name -> column(name, job.tableColumns())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String firstLine() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("expect.csv"))) {
            return lines.filter(line -> !line.startsWith("#")).findFirst().orElseThrow();
        }
    }

    private List<String> printed(Engine engine) {
        List<Column> columns = expectedColumns();
        String order = String.join(", ", job.grain().isEmpty() ? List.of("1") : job.grain());
        List<String> lines = new ArrayList<>();
        try (Rows rows = engine.query("select * from actual order by " + order)) {
            rows.forEachRemaining(row -> lines.add(line(row, columns)));
        }
        return lines;
    }

    private static String line(Row row, List<Column> columns) {
        return String.join(
                "|", columns.stream().map(c -> shown(row.value(c.name()))).toList());
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof Double number) {
            // nine digits: what both engines agree on
            return new BigDecimal(number)
                    .round(new java.math.MathContext(9, RoundingMode.HALF_UP))
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return value == null ? "∅" : value.toString();
    }

    private static List<Row> rows(Path file, List<Column> columns) {
        Row.Header header = Row.Header.of(columns);
        List<Row> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = csv(file)) {
            for (NamedCsvRecord line : csv) {
                line.getHeader().forEach(name -> column(name, columns));
                rows.add(header.row(columns.stream().map(c -> cell(line, c)).toArray()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
        return rows;
    }

    private static CsvReader<NamedCsvRecord> csv(Path file) throws IOException {
        return CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(file);
    }

    private static Column column(String name, List<Column> columns) {
        return columns.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown column " + name));
    }

    private static @Nullable Object cell(NamedCsvRecord line, Column column) {
        String text = line.findField(column.name()).orElse("");
        return text.isEmpty() ? null : typed(text.equals("\"\"") ? "" : text, column.type());
    }

    private static Object typed(String text, Type type) {
        return switch (type.kind()) {
            case TEXT -> text;
            case INTEGER -> Long.valueOf(text);
            case DOUBLE -> Double.valueOf(text);
            case DECIMAL -> new BigDecimal(text).setScale(type.scale(), RoundingMode.UNNECESSARY);
            case DATE -> LocalDate.parse(text);
            case INSTANT -> text.length() == 10 ? Instant.parse(text + "T00:00:00Z") : Instant.parse(text);
            case BOOLEAN -> Boolean.valueOf(text);
        };
    }
}
