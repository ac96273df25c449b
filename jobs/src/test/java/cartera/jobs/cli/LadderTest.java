package cartera.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.model.value.Rung;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A company of any size gets its weekly workbook: what cannot be known is named, never blank. Sizes are customers;
 * {@code -Dladder=100000} tries others.
 */
@Tag("slow")
class LadderTest {

    private static final String SIZES = System.getProperty("ladder", "0,1,10,50,200,1000");
    private static final List<String> LANGUAGES = List.of("ru", "es", "en");
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 22);
    private static final int DAYS = 728;

    @TempDir
    Path temporary;

    static IntStream sizes() {
        return Arrays.stream(SIZES.split(",")).mapToInt(Integer::parseInt);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void theWeeklyReportComesAndEveryNumberSaysWhatItRestsOn(int customers) throws IOException {
        Path home = temporary.resolve("home");
        Console.run("init", home.toString());
        write(home.resolve("inbox/sales.csv"), customers);
        assertThat(Sample.ingest(home).exitCode()).isZero();
        Console.Result run = Console.run("run", "--home", home.toString(), "--as-of", LAST_DAY.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        everyRowHasARung(home);
        Console.Result report =
                Console.run("report", "weekly", "--home", home.toString(), "--lang", LANGUAGES.get(customers % 3));
        assertThat(report.exitCode()).as(report.err()).isZero();
        for (Path workbook : report.out()
                .lines()
                .filter(line -> line.endsWith(".xlsx"))
                .map(Path::of)
                .toList()) {
            noSheetIsBlank(workbook);
        }
    }

    private static void everyRowHasARung(Path home) {
        long repeatBuyers = number(home, "select count(*) from scores.purchase_history where repeat_purchases > 0");
        Rung highest = Rung.of(repeatBuyers);
        List<String> higher = Arrays.stream(Rung.values())
                .filter(rung -> rung.compareTo(highest) < 0)
                .map(rung -> rung.name().toLowerCase(Locale.ROOT))
                .toList();
        for (String table : List.of("scores.customer_value", "scores.churn", "scores.next_order")) {
            assertThat(number(home, "select count(*) from " + table))
                    .as(table)
                    .isEqualTo(number(home, "select count(*) from scores.purchase_history"));
        }
        for (String table : List.of(
                "scores.customer_value", "scores.customer_value_horizon", "scores.churn", "scores.next_order")) {
            assertThat(rows(home, "select distinct rung from " + table))
                    .as(table)
                    .noneMatch(higher::contains);
            assertThat(number(home, "select count(*) from " + table + " where rung is null or grade is null"))
                    .as(table + " without a rung or a grade")
                    .isZero();
        }
        for (String blank : List.of(
                "scores.customer_value_horizon where rung <> 'counts' and expected_purchases is null",
                "scores.customer_value_horizon where rung <> 'counts' and expected_amount is null",
                "scores.churn where state = 'scored' and probability is null",
                "scores.next_order where expected_on is null and note is null")) {
            assertThat(number(home, "select count(*) from " + blank)).as(blank).isZero();
        }
    }

    /** Every sheet has a table of numbers or a sentence that says why not, and nothing that a program left behind. */
    private static void noSheetIsBlank(Path workbook) throws IOException {
        DataFormatter text = new DataFormatter(Locale.ROOT);
        try (var in = Files.newInputStream(workbook);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            for (Sheet sheet : book) {
                List<String> cells = cells(sheet, text);
                assertThat(cells).as(workbook + " " + sheet.getSheetName()).hasSizeGreaterThan(2);
                assertThat(cells)
                        .as(workbook + " " + sheet.getSheetName())
                        .noneMatch(
                                cell -> cell.matches("(?s).*(NaN|Infinity|\\bnull\\b|#N/A|#DIV|#VALUE|\\{[a-z_]+}).*"));
            }
        }
    }

    private static List<String> cells(Sheet sheet, DataFormatter text) {
        return Stream.iterate(0, i -> i <= sheet.getLastRowNum(), i -> i + 1)
                .map(sheet::getRow)
                .filter(row -> row != null)
                .flatMap(LadderTest::cells)
                .map(text::formatCellValue)
                .filter(cell -> !cell.isBlank())
                .toList();
    }

    private static Stream<org.apache.poi.ss.usermodel.Cell> cells(Row row) {
        return IntStream.range(0, Math.max(0, row.getLastCellNum()))
                .mapToObj(row::getCell)
                .filter(cell -> cell != null);
    }

    private static long number(Path home, String sql) {
        return Long.parseLong(rows(home, sql).get(0));
    }

    private static List<String> rows(Path home, String sql) {
        Console.Result result = Console.run("query", "--home", home.toString(), "-o", "csv", sql);
        assertThat(result.err()).isEmpty();
        return result.out().lines().skip(1).toList();
    }

    /** Customers who buy at a rate of their own and may leave after any purchase; some goods come back. */
    private static void write(Path file, int customers) throws IOException {
        Random random = new Random(33);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("line_id;customer_id;sold_on;product;qty;amount\n");
            for (int customer = 1; customer <= customers; customer++) {
                double gapDays = 10 * Math.exp(1.2 * random.nextDouble() + random.nextGaussian());
                int day = random.nextInt(DAYS);
                for (int n = 0; day < DAYS && (n == 0 || random.nextInt(8) > 0); n++) {
                    int quantity = random.nextInt(30) == 0 && n > 0 ? -1 : 1 + random.nextInt(4);
                    out.write("L%d-%d;K%d;%s;Product %d;%d;%d.%02d%n"
                            .formatted(
                                    customer,
                                    n,
                                    customer,
                                    LAST_DAY.minusDays(DAYS - 1L - day),
                                    1 + random.nextInt(20),
                                    quantity,
                                    Math.abs(quantity) * (100 + random.nextInt(900)) * Integer.signum(quantity),
                                    random.nextInt(100)));
                    day += 1 + (int) (-gapDays * Math.log(1 - random.nextDouble()));
                }
            }
        }
    }
}
