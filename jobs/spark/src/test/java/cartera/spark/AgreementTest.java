package cartera.spark;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.jobs.engine.Engine;
import cartera.jobs.engine.Row;
import cartera.jobs.engine.Rows;
import cartera.jobs.engine.duckdb.DuckDbEngine;
import cartera.jobs.lake.Column;
import cartera.jobs.lake.Type;
import cartera.jobs.plan.Job;
import cartera.jobs.plan.JobRun;
import cartera.jobs.plan.Jobs;
import cartera.jobs.plan.Params;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the common dialect can say means the same on both engines: {@code agree/curated/*.sql} over invented sales. */
class AgreementTest {

    private static final List<Column> SALE_LINE = List.of(
            new Column("line_id", Type.TEXT),
            new Column("line", Type.INTEGER),
            new Column("party_id", Type.TEXT),
            new Column("product", Type.TEXT),
            new Column("sold_on", Type.DATE),
            new Column("created_at", Type.INSTANT),
            new Column("amount", Type.decimal(18, 2)),
            new Column("note", Type.TEXT));

    private static final List<String> NOTES = List.of("ООО 12 Ёлка", "ип 7", "", " Ñandú 5%", "ооо 99/1", "x_1 -3");

    @TempDir
    Path temporary;

    @TestFactory
    Stream<DynamicTest> bothEnginesGiveTheSameTable() throws URISyntaxException {
        return Jobs.load(List.of(folder())).all().stream()
                .map(job -> DynamicTest.dynamicTest(
                        job.name(), () -> assertThat(differences(job)).isEmpty()));
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(AgreementTest.class.getResource("/agree"))
                .toURI());
    }

    private List<String> differences(Job job) {
        try (Engine duck = DuckDbEngine.open(temporary);
                Engine spark = SharedSpark.engine()) {
            Path expected = written(job, duck, "duckdb.parquet");
            Path actual = written(job, spark, "spark.parquet");
            try (Rows left = read(duck, job, expected);
                    Rows right = read(spark, job, actual)) {
                return Difference.between(left, right);
            }
        }
    }

    private Path written(Job job, Engine engine, String name) {
        Params params = new Params(Map.of("as_of", LocalDate.of(2026, 11, 22)));
        engine.table("params", Params.COLUMNS, List.of(params.row()));
        engine.table("raw.sale_line", SALE_LINE, saleLines());
        Path file = temporary.resolve(name);
        assertThat(new JobRun(engine).write(job, file)).isPositive();
        return file;
    }

    private static Rows read(Engine engine, Job job, Path file) {
        engine.table("written", job.tableColumns(), List.of(file));
        return engine.query("select * from written order by " + String.join(", ", job.grain()));
    }

    private static List<Row> saleLines() {
        Random random = new Random(7);
        Row.Header header = Row.Header.of(SALE_LINE);
        return IntStream.range(0, 2000)
                .mapToObj(line -> header.row(saleLine(line, random)))
                .toList();
    }

    private static @Nullable Object[] saleLine(int line, Random random) {
        LocalDate soldOn = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(690));
        return new @Nullable Object[] {
            "l" + random.nextInt(1500),
            (long) line,
            random.nextInt(20) == 0 ? null : "p" + (int) Math.abs(random.nextGaussian() * 60),
            "g" + random.nextInt(6),
            soldOn,
            Instant.parse(soldOn + "T00:00:00Z").plusSeconds(random.nextInt(86_400)),
            BigDecimal.valueOf(random.nextInt(2_000_000) - 200_000, 2),
            random.nextInt(10) == 0 ? null : NOTES.get(random.nextInt(NOTES.size()))
        };
    }

    @Test
    void aDifferenceIsSeen() {
        String rows = "select * from (values (1, 1.5e0, 'a'), (2, 2.5e0, 'b')%s) as t(n, x, name) order by n";
        assertThat(differences(rows.formatted(""), "select 1 as n, 1.5e0 as x, 'a' as name"))
                .containsExactly("row 2: [2, 2.5, b] against null");
        assertThat(differences(rows.formatted(", (3, 1e0, null)"), rows.formatted(", (3, 1e0 + 1e-8, '')")))
                .containsExactly("row 3, x: 1.0 against 1.00000001", "row 3, name: null against ");
        assertThat(differences(rows.formatted(", (3, 1e0, null)"), rows.formatted(", (3, 1e0 + 1e-12, null)")))
                .isEmpty();
    }

    private List<String> differences(String expected, String actual) {
        try (Engine duck = DuckDbEngine.open(temporary);
                Engine spark = SharedSpark.engine();
                Rows left = duck.query(expected);
                Rows right = spark.query(actual)) {
            return Difference.between(left, right);
        }
    }
}
