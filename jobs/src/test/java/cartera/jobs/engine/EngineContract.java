package cartera.jobs.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cartera.jobs.engine.duckdb.DuckDbEngine;
import cartera.jobs.lake.Column;
import cartera.jobs.lake.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What jobs may rely on, whatever the engine. */
public abstract class EngineContract {

    private static final List<Column> EVERY_TYPE = List.of(
            new Column("name", Type.TEXT),
            new Column("count", Type.INTEGER),
            new Column("ratio", Type.DOUBLE),
            new Column("amount", Type.decimal(18, 2)),
            new Column("sold_on", Type.DATE),
            new Column("created_at", Type.INSTANT),
            new Column("is_open", Type.BOOLEAN));

    @TempDir
    protected Path temporary;

    private Engine engine;

    protected abstract Engine open(Path temporary);

    @BeforeEach
    void openEngine() {
        engine = open(temporary);
    }

    @AfterEach
    void closeEngine() {
        engine.close();
    }

    private static List<Row> rowsOfEveryType() {
        Row.Header header = Row.Header.of(EVERY_TYPE);
        return List.of(
                header.row(null, null, null, null, null, null, null),
                header.row(
                        "Ёж, \"ООО\"",
                        Long.MIN_VALUE,
                        -0.1,
                        new BigDecimal("-1234567890123456.78"),
                        LocalDate.of(1969, 12, 31),
                        Instant.parse("2026-03-29T02:30:00.123456Z"),
                        true),
                header.row("", 0L, 1e300, new BigDecimal("0.00"), LocalDate.EPOCH, Instant.EPOCH, false));
    }

    private List<Row> rows(String select) {
        List<Row> rows = new ArrayList<>();
        try (Rows result = engine.query(select)) {
            result.forEachRemaining(rows::add);
        }
        return rows;
    }

    private @Nullable Object value(String expression) {
        return rows("select " + expression + " as v").get(0).value("v");
    }

    private Path write(String select, List<Column> columns, String... order) {
        Path file = temporary.resolve("t%d.parquet".formatted(System.nanoTime()));
        engine.write(select, columns, List.of(order), file);
        return file;
    }

    @Test
    void rowsComeBackWithTheTypesAndValuesThatTheyWereGiven() {
        engine.table("raw.thing", EVERY_TYPE, rowsOfEveryType());

        try (Rows result = engine.query("select * from raw.thing")) {
            assertThat(result.columns()).containsExactlyElementsOf(EVERY_TYPE);
        }
        assertThat(rows("select * from raw.thing")).containsExactlyInAnyOrderElementsOf(rowsOfEveryType());
    }

    @Test
    void rowsComeBackFromAFileUnchanged() {
        engine.table("raw.thing", EVERY_TYPE, rowsOfEveryType());
        Path file = write("select * from raw.thing", EVERY_TYPE);

        engine.table("curated.thing", EVERY_TYPE, List.of(file));

        assertThat(rows("select * from curated.thing")).containsExactlyInAnyOrderElementsOf(rowsOfEveryType());
    }

    @Test
    void aFileThatWasWrittenHasTheDeclaredTypesForAnyReader() {
        engine.table("raw.thing", EVERY_TYPE, rowsOfEveryType());
        Path file = write("select * from raw.thing", EVERY_TYPE);

        try (Engine reader = DuckDbEngine.open(temporary);
                Rows result = reader.query("select * from read_parquet('%s')".formatted(file))) {
            assertThat(result.columns()).containsExactlyElementsOf(EVERY_TYPE);
        }
    }

    @Test
    void valuesAreCastToTheDeclaredTypesWhenWritten() {
        List<Column> declared = List.of(new Column("n", Type.INTEGER), new Column("amount", Type.decimal(9, 1)));
        Path file = write("select 1.005 as amount, sum(1) as n", declared);

        engine.table("t", declared, List.of(file));

        assertThat(rows("select * from t"))
                .containsExactly(Row.Header.of(declared).row(1L, new BigDecimal("1.0")));
    }

    @Test
    void rowsAreWrittenInTheGivenOrderNullsFirstAndCounted() throws Exception {
        engine.table("raw.thing", EVERY_TYPE, rowsOfEveryType());
        Path file = temporary.resolve("sorted.parquet");

        long written = engine.write("select * from raw.thing", EVERY_TYPE, List.of("count", "name"), file);

        assertThat(written).isEqualTo(3);
        engine.table("t", EVERY_TYPE, List.of(file));
        assertThat(rows("select * from t").stream().map(row -> row.value("count")))
                .containsExactly(null, Long.MIN_VALUE, 0L);
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.filter(f -> f.toString().contains("sorted"))).containsExactly(file);
        }
    }

    @Test
    void aQueryWithoutRowsIsAFileWithoutRows() {
        Path file = temporary.resolve("empty.parquet");

        assertThat(engine.write("select 'x' as name where false", EVERY_TYPE.subList(0, 1), List.of("name"), file))
                .isZero();

        engine.table("t", EVERY_TYPE.subList(0, 1), List.of(file));
        assertThat(rows("select * from t")).isEmpty();
    }

    @Test
    void filesOfOlderShapesAreOneTableWithTheNewer() {
        List<Column> older = List.of(new Column("count", Type.TEXT));
        List<Column> newer = List.of(new Column("name", Type.TEXT), new Column("count", Type.INTEGER));
        Path first = write("select '7' as count", older);
        Path second = write("select 'a' as name, 8 as count", newer);
        List<Column> asked = List.of(newer.get(1), newer.get(0), new Column("later", Type.DATE));

        engine.table("raw.thing", asked, List.of(first, second));

        Row.Header header = Row.Header.of(asked);
        assertThat(rows("select * from raw.thing order by count"))
                .containsExactly(header.row(7L, null, null), header.row(8L, "a", null));
    }

    @Test
    void noFilesAreAnEmptyTable() {
        engine.table("raw.thing", EVERY_TYPE, List.<Path>of());

        try (Rows result = engine.query("select * from raw.thing")) {
            assertThat(result.columns()).containsExactlyElementsOf(EVERY_TYPE);
            assertThat(result.hasNext()).isFalse();
        }
    }

    @Test
    void aFileIsFoundByItsNameHoweverItIsSpelt() throws Exception {
        List<Column> columns = EVERY_TYPE.subList(0, 1);
        Path folder = Files.createDirectories(temporary.resolve("Дом [2] {a,b} year=1"));
        Path file = folder.resolve("it's [a-z]? 100%20 #1.parquet");
        Files.move(write("select 'one' as name", columns), file);
        Files.move(write("select 'other' as name", columns), folder.resolve("it's ba 100%20 #1.parquet"));

        engine.table("raw.thing", columns, List.of(file));

        assertThat(rows("select name from raw.thing"))
                .containsExactly(Row.Header.of(columns).row("one"));
    }

    @Test
    void aLaterTableReplacesTheEarlierOfItsName() {
        List<Column> columns = EVERY_TYPE.subList(0, 1);
        Row.Header header = Row.Header.of(columns);
        engine.table("raw.thing", columns, List.of(header.row("old")));
        engine.table("raw.thing", columns, List.of(header.row("new")));

        assertThat(rows("select thing.name from raw.thing where name in (select t.name from raw.thing as t)"))
                .containsExactly(header.row("new"));
    }

    @Test
    void aStepTurnsEachRowIntoNoneOneOrSeveral() {
        List<Column> columns = List.of(new Column("n", Type.INTEGER), new Column("half", Type.decimal(9, 2)));
        Row.Header header = Row.Header.of(columns);

        engine.score("step_output", columns, "select * from (values (0), (1), (2)) as t(n)", new Repeat(columns));

        assertThat(rows("select * from step_output order by n, half"))
                .containsExactly(
                        header.row(1L, new BigDecimal("0.00")),
                        header.row(2L, new BigDecimal("0.00")),
                        header.row(2L, new BigDecimal("0.50")));
    }

    /** Gives a row as often as its number says. */
    private record Repeat(List<Column> columns) implements ScoreStep {

        @Override
        public List<Row> apply(Row row) {
            Row.Header header = Row.Header.of(columns);
            long n = Row.required(row.integer("n"));
            return Stream.iterate(0L, i -> i < n, i -> i + 1)
                    .map(i -> header.row(n, BigDecimal.valueOf(i).divide(BigDecimal.valueOf(2))))
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "days_between(date '2026-02-28', date '2026-03-01') | 1",
                "days_between(date '2026-03-01', date '2026-02-28') | -1",
                "days_between(null, date '2026-02-28')              | null",
                "week_of(date '2026-11-22')                         | 2026-11-16",
                "week_of(date '2026-11-23')                         | 2026-11-23",
                "month_of(date '2026-11-30')                        | 2026-11-01",
                "add_months(date '2026-01-31', 1)                   | 2026-02-28",
                "add_months(date '2026-02-28', 12)                  | 2027-02-28",
                "add_months(date '2026-03-31', cast(-1 as bigint))  | 2026-02-28",
                "local_date(timestamp '2026-03-31 21:30:00', 'Europe/Moscow') | 2026-04-01",
                "local_date(timestamp '2026-03-31 03:59:59', 'America/New_York') | 2026-03-30",
                "regexp_replace_all('8 (912) 345-67', '[^0-9]', '') | 891234567",
                "sha256_hex('Ёж') | d919b41f2784f38afe3c3adacb3933ff3fa0e7267efb10cfef9b6753af798b9e",
            })
    void functionsGiveTheSameOnEveryEngine(String expression, @Nullable String expected) {
        Object value = value(expression);

        assertThat(value == null ? null : value.toString()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1 / 0", "cast('x' as integer)", "cast('2026-02-30' as date)", "1 + no_such_column"})
    void aFaultyExpressionIsAnErrorAndNotANull(String expression) {
        assertThatThrownBy(() -> value(expression)).isInstanceOf(EngineException.class);
    }

    @Test
    void anUnknownTableIsNamedInTheMessage() {
        assertThatThrownBy(() -> rows("select 1 as v from raw.missing"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("missing");
    }
}
