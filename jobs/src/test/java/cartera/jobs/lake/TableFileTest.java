package cartera.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFileTest {

    private static final Schema EVERY_TYPE = Schema.of(
            new Column("t", Type.TEXT),
            new Column("i", Type.INTEGER),
            new Column("f", Type.DOUBLE),
            new Column("small", Type.decimal(9, 4)),
            new Column("money", Type.decimal(18, 2)),
            new Column("wide", Type.decimal(38, 10)),
            new Column("d", Type.DATE),
            new Column("at", Type.INSTANT),
            new Column("b", Type.BOOLEAN));

    @TempDir
    Path folder = Path.of("");

    @RepeatedTest(5)
    void whatIsWrittenIsReadAgain(RepetitionInfo repetition) {
        Path file = folder.resolve("a.parquet");
        List<@Nullable Object[]> rows = rows(new Random(repetition.getCurrentRepetition()), 300);
        write(file, EVERY_TYPE, rows);
        assertThat(TableReader.all(file)).usingRecursiveComparison().isEqualTo(rows);
        try (TableReader reader = TableReader.open(file)) {
            assertThat(reader.schema()).isEqualTo(EVERY_TYPE);
            assertThat(reader.rows()).isEqualTo(300);
        }
    }

    @Test
    void equalRowsGiveEqualBytes() throws IOException {
        write(folder.resolve("a.parquet"), EVERY_TYPE, rows(new Random(1), 3_000));
        write(folder.resolve("b.parquet"), EVERY_TYPE, rows(new Random(1), 3_000));
        assertThat(folder.resolve("a.parquet")).hasSameBinaryContentAs(folder.resolve("b.parquet"));
    }

    /** What depends on the identity hash of an object is the same within one JVM: others have to be asked. */
    @Test
    void equalRowsGiveEqualBytesInEveryVirtualMachine() throws Exception {
        List<String> first = filesOfAnotherMachine("-XX:hashCode=1", "-Duser.timezone=UTC");
        List<String> second = filesOfAnotherMachine("-XX:hashCode=2", "-Duser.timezone=Europe/Moscow");
        assertThat(first).hasSize(10).isEqualTo(second);
    }

    private List<String> filesOfAnotherMachine(String... options) throws Exception {
        Path home = Files.createTempDirectory(folder, "home");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dslf4j.internal.verbosity=ERROR"));
        command.addAll(List.of(options));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), KilledRun.class.getName(), home.toString(), "1"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(process.getInputStream().readAllBytes()).asString().isEmpty();
        assertThat(process.waitFor()).isZero();
        return Homes.files(home);
    }

    @Test
    void theEngineReadsTheSameValuesInTheDeclaredTypes() throws SQLException {
        Path file = folder.resolve("a.parquet");
        write(
                file,
                EVERY_TYPE,
                List.<@Nullable Object[]>of(row(
                        "Кофе 1 кг",
                        -7L,
                        0.5,
                        new BigDecimal("-1.5"),
                        new BigDecimal("-1234567890123456.78"),
                        new BigDecimal("-1234567890123456789012345678.0123456789"),
                        LocalDate.of(1969, 12, 31),
                        Instant.parse("1969-12-31T23:59:59.999999Z"),
                        true)));
        assertThat(query("select (columns(*))::varchar from read_parquet('%s')".formatted(file)))
                .containsExactly(
                        "Кофе 1 кг",
                        "-7",
                        "0.5",
                        "-1.5000",
                        "-1234567890123456.78",
                        "-1234567890123456789012345678.0123456789",
                        "1969-12-31",
                        "1969-12-31 23:59:59.999999",
                        "true");
        assertThat(query("select typeof(columns(*)) from read_parquet('%s')".formatted(file)))
                .containsExactly(
                        "VARCHAR",
                        "BIGINT",
                        "DOUBLE",
                        "DECIMAL(9,4)",
                        "DECIMAL(18,2)",
                        "DECIMAL(38,10)",
                        "DATE",
                        "TIMESTAMP",
                        "BOOLEAN");
    }

    @Test
    void whatTheEngineWritesIsRead() throws SQLException {
        for (String codec : List.of("snappy", "zstd", "uncompressed")) {
            Path file = folder.resolve(codec + ".parquet");
            run("""
                copy (select 'Кофе ' || i as t, i as i, i / 4 as f, (i / 10)::decimal(9,4) as small,
                    (i / 10)::decimal(18,2) as money, (i / 10)::decimal(38,10) as wide,
                    date '2026-01-01' + i::int as d, timestamp '2026-01-01 00:00:00.000001' as at,
                    i %% 2 = 0 as b from range(3) as r(i)) to '%s' (format parquet, codec '%s')
                """.formatted(file, codec));
            try (TableReader reader = TableReader.open(file)) {
                assertThat(reader.schema()).isEqualTo(EVERY_TYPE);
            }
            assertThat(TableReader.all(file).get(1))
                    .containsExactly(
                            "Кофе 1",
                            1L,
                            0.25,
                            new BigDecimal("0.1000"),
                            new BigDecimal("0.10"),
                            new BigDecimal("0.1000000000"),
                            LocalDate.of(2026, 1, 2),
                            Instant.parse("2026-01-01T00:00:00.000001Z"),
                            false);
        }
    }

    @Test
    void aTableWithoutRowsIsATable() {
        Path file = folder.resolve("a.parquet");
        write(file, EVERY_TYPE, List.of());
        assertThat(TableReader.all(file)).isEmpty();
    }

    @Test
    void aDecimalIsNeverRounded() {
        try (TableWriter writer =
                TableWriter.open(folder.resolve("a.parquet"), Schema.of(new Column("money", Type.decimal(4, 2))))) {
            writer.write(row(new BigDecimal("1.500")));
            assertThatThrownBy(() -> writer.write(row(new BigDecimal("0.005"))))
                    .hasMessage("Invalid value for column money: a BigDecimal (must be decimal(4,2))");
            assertThatThrownBy(() -> writer.write(row(new BigDecimal("100"))))
                    .hasMessage("Invalid value for column money: a BigDecimal (must be decimal(4,2))");
            assertThat(writer.rows()).isEqualTo(1);
        }
    }

    @Test
    void aRowOfTheWrongShapeIsRefused() {
        Schema schema = Schema.of(new Column("i", Type.INTEGER), new Column("t", Type.TEXT));
        try (TableWriter writer = TableWriter.open(folder.resolve("a.parquet"), schema)) {
            assertThatThrownBy(() -> writer.write(row(1L)))
                    .hasMessage("Invalid row: 1 values (the table has 2 columns)");
            assertThatThrownBy(() -> writer.write(row(1, "a")))
                    .hasMessage("Invalid value for column i: a Integer (must be integer)");
        }
    }

    @Test
    void everyFlippedBitOfThePagesIsNoticed() throws IOException {
        Path file = folder.resolve("a.parquet");
        write(file, EVERY_TYPE, rows(new Random(1), 300));
        byte[] good = Files.readAllBytes(file);
        Random random = new Random(2);
        int silent = 0;
        for (int i = 0; i < 50; i++) {
            byte[] bad = good.clone();
            bad[4 + random.nextInt(good.length / 2)] ^= (byte) (1 << random.nextInt(8));
            silent += isReadAs(bad, good) ? 0 : 1;
        }
        assertThat(silent).isZero();
    }

    /** Whether a damaged copy is refused, or where the damage hit nothing that is read, gives the good rows. */
    private boolean isReadAs(byte[] bad, byte[] good) throws IOException {
        Path damaged = Files.write(folder.resolve("bad.parquet"), bad);
        Path intact = Files.write(folder.resolve("good.parquet"), good);
        try {
            List<@Nullable Object[]> read = TableReader.all(damaged);
            List<@Nullable Object[]> rows = TableReader.all(intact);
            return java.util.Arrays.deepEquals(read.toArray(), rows.toArray());
        } catch (CorruptLake e) {
            return e.toString().contains(damaged.toString());
        }
    }

    @Test
    void aFileThatIsNoParquetIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("a.parquet"), "not Parquet at all");
        assertThatThrownBy(() -> TableReader.open(file))
                .isInstanceOf(CorruptLake.class)
                .hasMessageContaining(file.toString());
    }

    private static void write(Path file, Schema schema, List<@Nullable Object[]> rows) {
        try (TableWriter writer = TableWriter.open(file, schema)) {
            rows.forEach(writer::write);
        }
    }

    private static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }

    private static List<@Nullable Object[]> rows(Random random, int count) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row(
                    orNull(random, "текст " + random.nextInt(50)),
                    orNull(random, random.nextLong()),
                    orNull(random, random.nextGaussian()),
                    orNull(random, decimal(random, 9, 4)),
                    orNull(random, decimal(random, 18, 2)),
                    orNull(random, decimal(random, 38, 10)),
                    orNull(random, LocalDate.ofEpochDay(random.nextInt(40_000) - 10_000)),
                    orNull(random, Instant.ofEpochSecond(random.nextInt(), 1_000L * random.nextInt(1_000_000))),
                    orNull(random, random.nextBoolean())));
        }
        return rows;
    }

    private static @Nullable Object orNull(Random random, Object value) {
        return random.nextInt(5) == 0 ? null : value;
    }

    private static BigDecimal decimal(Random random, int precision, int scale) {
        BigInteger bound = BigInteger.TEN.pow(random.nextInt(precision) + 1);
        BigInteger digits = new BigInteger(bound.bitLength() + 8, random).mod(bound);
        return new BigDecimal(random.nextBoolean() ? digits : digits.negate(), scale);
    }

    private static List<String> query(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                values.add(result.getString(i));
            }
            return values;
        }
    }

    private static void run(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
