package cartera.jobs.score;

import cartera.jobs.engine.Engine;
import cartera.jobs.engine.Row;
import cartera.jobs.engine.Rows;
import cartera.jobs.engine.duckdb.DuckDbEngine;
import cartera.jobs.home.Configuration;
import cartera.jobs.home.ProgramFiles;
import cartera.jobs.lake.Column;
import cartera.jobs.plan.CaseTables;
import cartera.jobs.plan.Job;
import cartera.jobs.plan.JobRun;
import cartera.jobs.plan.Jobs;
import cartera.jobs.plan.Params;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Jobs one after the other on an engine, from given sales lines on; their checks must hold. */
final class JobChain implements AutoCloseable {

    /** What one customer paid on a day; below 0: what came back. */
    record Sale(String partyId, LocalDate soldOn, BigDecimal amount) {}

    private static final Jobs JOBS = Jobs.load(List.of(ProgramFiles.path("sql")));

    private final Path folder;
    private final Engine engine;

    /** A company without any data, its settings the defaults. */
    JobChain(Path folder, LocalDate asOf) throws IOException {
        this(folder, asOf, "");
    }

    /** A company without any data, with its {@code cartera.yaml}. */
    JobChain(Path folder, LocalDate asOf, String settings) throws IOException {
        this.folder = folder;
        this.engine = DuckDbEngine.open(folder);
        Map<String, List<Column>> empty = CaseTables.all(JOBS);
        empty.keySet().removeAll(List.of("params", "curated.party", "curated.sales_line", "curated.contract"));
        empty.forEach((table, columns) -> engine.table(table, columns, List.<Path>of()));
        given("params", Params.COLUMNS, List.of(params(asOf, settings).row()));
        anonymousRetail();
        given("curated.contract", job("curated.contract").tableColumns(), List.of());
    }

    private Params params(LocalDate asOf, String settings) throws IOException {
        Files.writeString(folder.resolve(Configuration.FILE), settings);
        Map<String, Object> values = new HashMap<>(Configuration.read(folder).settings());
        values.putAll(Map.of("as_of", asOf, "known_on", asOf, "run_id", "test"));
        return new Params(values);
    }

    /** Each sale as a document of one line, its cost four fifths of it. */
    void sales(List<Sale> sales) {
        List<Column> columns = job("curated.sales_line").tableColumns();
        List<Row> rows = new ArrayList<>();
        for (Sale sale : sales) {
            Map<String, Object> values = new HashMap<>();
            values.put("sale_id", "s" + rows.size());
            values.put("line", 1L);
            values.put("operation", sale.amount().signum() < 0 ? "return" : "sale");
            values.put("party_id", sale.partyId());
            values.put("sold_on", sale.soldOn());
            values.put(
                    "product_id",
                    "product" + sale.amount().remainder(BigDecimal.TEN).abs().intValue());
            values.put("quantity", BigDecimal.valueOf(sale.amount().signum()).setScale(3));
            BigDecimal amount = sale.amount().setScale(2, RoundingMode.HALF_UP);
            values.put("gross_amount", amount);
            values.put("net_amount", amount);
            values.put("cost_amount", amount.multiply(new BigDecimal("0.8")).setScale(2, RoundingMode.HALF_UP));
            rows.add(row(columns, values));
        }
        given("curated.sales_line", columns, rows);
    }

    private void anonymousRetail() {
        List<Column> columns = job("curated.party").tableColumns();
        Map<String, Object> values = Map.of("party_id", "p:anonymous", "is_anonymous", true);
        given("curated.party", columns, List.of(row(columns, values)));
    }

    private static Row row(List<Column> columns, Map<String, Object> values) {
        @Nullable
        Object[] cells =
                columns.stream().map(column -> values.get(column.name())).toArray();
        return Row.Header.of(columns).row(cells);
    }

    void given(String table, List<Column> columns, List<Row> rows) {
        engine.table(table, columns, rows);
    }

    /** Makes the tables, after all of scores and reports that they read. */
    void run(String... names) {
        JOBS.upTo(List.of(names)).stream().filter(Job::isDated).forEach(this::make);
    }

    private void make(Job job) {
        Path file = folder.resolve(job.name() + ".parquet");
        new JobRun(engine).write(job, file);
        engine.table(job.name(), job.tableColumns(), List.of(file));
    }

    /** The calendar, all scores and all report tables. */
    void runAll() {
        make(job("curated.calendar"));
        run(made().toArray(String[]::new));
    }

    /** Every table of scores and reports. */
    List<String> made() {
        return JOBS.all().stream().filter(Job::isDated).map(Job::name).toList();
    }

    /** The rows of a query as text. */
    List<String> rows(String select) {
        List<String> rows = new ArrayList<>();
        try (Rows result = engine.query(select)) {
            result.forEachRemaining(row -> rows.add(row.toString()));
        }
        return rows;
    }

    Rows query(String select) {
        return engine.query(select);
    }

    Job job(String name) {
        return Objects.requireNonNull(JOBS.job(name), name);
    }

    @Override
    public void close() {
        engine.close();
    }
}
