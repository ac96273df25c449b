package cartera.reports.weekly;

import cartera.reports.Column;
import cartera.reports.Metrics;
import cartera.reports.ReportIdentity;
import cartera.reports.Row;
import cartera.reports.Table;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The finished tables of one company, as the tests give them to a report. */
record Fixture(String company, Map<String, Table> tables) {

    private static final Metrics METRICS = readMetrics();
    private static final Fixture WHOLESALE = read("wholesale", "Альфа-Снаб");
    private static final Fixture SINGLE = read("single", "");

    /** A wholesale company with everything: 569 customers, 26 weeks, plan, costs, payments. */
    static Fixture wholesale() {
        return WHOLESALE;
    }

    /** One customer, one deal, one week; neither plan nor cost nor payments, and no company name. */
    static Fixture single() {
        return SINGLE;
    }

    /** A home into which nothing was loaded. */
    static Fixture empty() {
        return new Fixture("", Map.of());
    }

    WeeklyReport report() {
        return new WeeklyReport(List.copyOf(tables.values()), METRICS, identity());
    }

    WeeklyData data() {
        return new WeeklyData(List.copyOf(tables.values()), METRICS, identity());
    }

    ReportIdentity identity() {
        return new ReportIdentity(
                company,
                "2026-W47-3f9c21ab",
                LocalDate.of(2026, 11, 22),
                Instant.parse("2026-11-23T03:00:00Z"),
                ZoneId.of("Europe/Moscow"));
    }

    private static Metrics readMetrics() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("jobs/metrics.yaml"))) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        try (InputStream yaml = Files.newInputStream(folder.resolve("jobs/metrics.yaml"))) {
            return Metrics.read(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same without some rows of a table. */
    Fixture without(String table, Predicate<Row> isLeftOut) {
        return with(rebuilt(table(table), isLeftOut.negate(), (row, values) -> {}));
    }

    /** The same with the rows of all tables in another order. */
    Fixture shuffled(Random random) {
        Map<String, Table> changed = new HashMap<>();
        for (Table old : tables.values()) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (Row row : old.rows()) {
                List<@Nullable Object> values = new ArrayList<>();
                old.columns().forEach(column -> values.add(value(row, column)));
                rows.add(values);
            }
            Collections.shuffle(rows, random);
            changed.put(old.name(), new Table(old.name(), old.columns(), rows));
        }
        return new Fixture(company, changed);
    }

    /** The same with nothing known in a column, in the rows that {@code isSo} names. */
    Fixture unknown(String table, String column, Predicate<Row> isSo) {
        return set(table, column, null, isSo);
    }

    /** The same with another value in a column, in the rows that {@code isSo} names. */
    Fixture set(String table, String column, @Nullable Object value, Predicate<Row> isSo) {
        Table old = table(table);
        int place = old.columns().stream().map(Column::name).toList().indexOf(column);
        return with(rebuilt(old, row -> true, (row, values) -> {
            if (isSo.test(row)) {
                values.set(place, value);
            }
        }));
    }

    private Table table(String name) {
        Table table = tables.getOrDefault("reports." + name, tables.get("scores." + name));
        if (table == null) {
            throw new IllegalArgumentException("no table " + name);
        }
        return table;
    }

    private Fixture with(Table table) {
        Map<String, Table> changed = new HashMap<>(tables);
        changed.put(table.name(), table);
        return new Fixture(company, changed);
    }

    private interface Change {
        void apply(Row row, List<@Nullable Object> values);
    }

    private static Table rebuilt(Table old, Predicate<Row> isKept, Change change) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Row row : old.rows()) {
            if (isKept.test(row)) {
                List<@Nullable Object> values = new ArrayList<>();
                old.columns().forEach(column -> values.add(value(row, column)));
                change.apply(row, values);
                rows.add(values);
            }
        }
        return new Table(old.name(), old.columns(), rows);
    }

    private static @Nullable Object value(Row row, Column column) {
        return switch (column.kind()) {
            case TEXT -> row.text(column.name());
            case INTEGER ->
                row.number(column.name()) == null
                        ? null
                        : (Object) row.amount(column.name()).longValueExact();
            case DOUBLE ->
                row.number(column.name()) == null
                        ? null
                        : (Object) row.amount(column.name()).doubleValue();
            case DECIMAL -> row.number(column.name());
            case DATE -> row.date(column.name());
            case INSTANT -> row.instant(column.name());
            case BOOLEAN -> row.flag(column.name());
        };
    }

    private static Fixture read(String folder, String company) {
        try {
            Path path = Path.of(Objects.requireNonNull(Fixture.class.getResource("/fixtures/" + folder))
                    .toURI());
            Map<String, Table> tables = new HashMap<>();
            try (Stream<Path> files = Files.list(path)) {
                for (Path file : files.toList()) {
                    Table table = table(file);
                    tables.put(table.name(), table);
                }
            }
            return new Fixture(company, tables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Table table(Path file) throws IOException {
        List<Column> columns = new ArrayList<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord line : csv) {
                if (columns.isEmpty()) {
                    line.getFields().forEach(head -> columns.add(column(head)));
                } else {
                    rows.add(values(columns, line.getFields()));
                }
            }
        }
        return new Table(file.getFileName().toString().replace(".csv", ""), columns, rows);
    }

    private static Column column(String head) {
        String[] parts = head.split(":", -1);
        return new Column(parts[0], Column.Kind.valueOf(parts[1].toUpperCase(Locale.ROOT)));
    }

    private static List<@Nullable Object> values(List<Column> columns, List<String> fields) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add(fields.get(i).isEmpty() ? null : value(columns.get(i).kind(), fields.get(i)));
        }
        return values;
    }

    private static Object value(Column.Kind kind, String text) {
        return switch (kind) {
            case TEXT -> text;
            case INTEGER -> Long.valueOf(text);
            case DOUBLE -> Double.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case DATE -> LocalDate.parse(text);
            case INSTANT -> Instant.parse(text);
            case BOOLEAN -> Boolean.valueOf(text);
        };
    }
}
