package cartera.jobs.score;

import cartera.jobs.engine.Engine;
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
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How long the segments of many customers take on DuckDB, from sales lines that one query invents; {@code scripts/bench}
 * runs it. Arguments: a folder for its files, the number of customers.
 */
final class SegmentBench {

    private static final Jobs JOBS = Jobs.load(List.of(ProgramFiles.path("sql")));
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    /** What the target of five seconds is about; the others are measured beside it. */
    private static final List<String> TARGET =
            List.of("scores.rfm", "scores.activity_group", "scores.lifecycle", "scores.abc_xyz");

    private static final List<String> BEFORE = List.of("scores.party_day", "scores.moment", "scores.purchase_history");
    private static final List<String> AFTER =
            List.of("scores.vip", "scores.cluster", "scores.segment", "scores.next_order");

    private static final Set<String> GIVEN =
            Set.of("sale_id", "line", "operation", "party_id", "sold_on", "gross_amount", "net_amount");

    private final Path folder;
    private final Engine engine;
    private final PrintStream out;

    private SegmentBench(Path folder, Engine engine, PrintStream out) {
        this.folder = folder;
        this.engine = engine;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        try (Engine engine = DuckDbEngine.open(folder)) {
            new SegmentBench(folder, engine, new PrintStream(System.out, true, StandardCharsets.UTF_8))
                    .run(Integer.parseInt(arguments[1]));
        }
    }

    private void run(int customers) throws IOException {
        Map<String, List<Column>> empty = CaseTables.all(JOBS);
        empty.remove("params");
        empty.forEach((table, columns) -> engine.table(table, columns, List.<Path>of()));
        Files.writeString(folder.resolve(Configuration.FILE), "");
        Map<String, Object> values = new HashMap<>(Configuration.read(folder).settings());
        values.putAll(Map.of("as_of", AS_OF, "known_on", AS_OF, "run_id", "bench"));
        engine.table("params", Params.COLUMNS, List.of(new Params(values).row()));
        sales(customers);
        seconds(BEFORE);
        double target = seconds(TARGET);
        out.printf(Locale.ROOT, "%-28s %7.2f s wall%n", "RFM, ABC, activity, cycle", target);
        seconds(AFTER);
    }

    /** One to twelve purchases of each customer, spread over a thousand days. */
    private void sales(int customers) {
        List<Column> columns = job("curated.sales_line").tableColumns();
        String sales = """
                select
                    's' || (c * 64 + i) as sale_id,
                    1 as line,
                    'sale' as operation,
                    'p:' || substr(sha256(cast(c as varchar)), 1, 12) as party_id,
                    date '%s' - cast((hash(c * 7919) %% 1000) * (1 - i / (1.0 + hash(c * 31) %% 12)) as integer) as sold_on,
                    (1 + hash(c * 13 + i) %% 100000) / 100 as gross_amount,
                    (1 + hash(c * 13 + i) %% 100000) / 100 as net_amount
                from range(%d) as t (c), range(12) as u (i)
                where i < 1 + hash(c * 31) %% 12
                """.formatted(AS_OF, customers);
        Path file = folder.resolve("curated.sales_line.parquet");
        String all = columns.stream()
                .map(column -> GIVEN.contains(column.name()) ? column.name() : "null as " + column.name())
                .collect(Collectors.joining(", ", "select ", " from (" + sales + ") as sold"));
        engine.write(all, columns, List.of("sale_id"), file);
        engine.table("curated.sales_line", columns, List.of(file));
    }

    private double seconds(List<String> names) {
        double sum = 0;
        for (String name : names) {
            Path file = folder.resolve(name + ".parquet");
            long start = System.nanoTime();
            long rows = new JobRun(engine).write(job(name), file);
            double seconds = (System.nanoTime() - start) / 1e9;
            engine.table(name, job(name).tableColumns(), List.of(file));
            out.printf(Locale.ROOT, "%-28s %7.2f s wall  %,12d rows%n", name, seconds, rows);
            sum += seconds;
        }
        return sum;
    }

    private static Job job(String name) {
        return Objects.requireNonNull(JOBS.job(name), name);
    }
}
