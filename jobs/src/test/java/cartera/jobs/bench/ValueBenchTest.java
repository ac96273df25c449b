package cartera.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cartera.jobs.SharedFolder;
import cartera.jobs.engine.Row;
import cartera.jobs.engine.Rows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueBenchTest {

    private static final LocalDate UNTIL = LocalDate.of(2024, 12, 31);

    @TempDir
    Path folder;

    private Transactions table(Stream<String> rows) throws IOException {
        Path file = folder.resolve("table.csv");
        Files.writeString(file, "customer_id,date,amount\n" + rows.collect(Collectors.joining("\n")) + "\n");
        return Transactions.read(file, TransactionColumns.GUESSED);
    }

    /** The CDNOW sample from 1997 to 1998, of which every date may be moved. */
    private Transactions cdnow(UnaryOperator<LocalDate> moved) throws IOException {
        Path file = SharedFolder.path().resolve("reference-data/cdnow/CDNOW_sample.txt");
        assumeTrue(Files.isRegularFile(file), "no " + file);
        return table(Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
                .map(line -> line.strip().split("\\s+"))
                .map(cells -> "%s,%s,%s".formatted(cells[1], moved.apply(day(cells[2])), cells[4])));
    }

    private static LocalDate day(String digits) {
        return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
    }

    private Transactions reference(String name) throws IOException {
        Path file = SharedFolder.path().resolve("reference-data").resolve(name);
        assumeTrue(Files.isRegularFile(file), "no " + file);
        Path plain = folder.resolve("plain.csv");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            Files.copy(in, plain);
        }
        return Transactions.read(plain, TransactionColumns.GUESSED);
    }

    private static List<Row> rows(BenchTable table) {
        List<Row> rows = new ArrayList<>();
        try (Rows all = table.rows()) {
            all.forEachRemaining(rows::add);
        }
        return rows;
    }

    private static Map<String, Row> wholes(ValueBench bench) {
        return rows(bench.candidates()).stream()
                .filter(row -> row.integer("frequency") == null)
                .collect(Collectors.toMap(row -> Row.required(row.text("model")), Function.identity()));
    }

    private static Row chosen(ValueBench bench) {
        return wholes(bench).values().stream()
                .filter(row -> Boolean.TRUE.equals(row.is("is_chosen")))
                .findFirst()
                .orElseThrow();
    }

    private static double number(Row row, String column) {
        return Row.required(row.number(column));
    }

    @Test
    void cdnowGivesThePublishedFigures() throws IOException {
        ValueBench bench = new ValueBench(cdnow(day -> day), new Horizon(LocalDate.of(1997, 9, 30), 39));
        Row bg = Row.required(wholes(bench).get("bg_nbd"));
        assertThat(number(bg, "log_likelihood")).isCloseTo(-9582.4292, within(0.001));
        assertThat(number(bg, "sum")).isCloseTo(1653.4, within(0.1));
        assertThat(number(bg, "actual")).isEqualTo(1882);
        assertThat(number(bg, "rmse")).isCloseTo(1.6080, within(1e-4));
        assertThat(number(bg, "mae")).isCloseTo(0.7855, within(1e-4));
        assertThat(number(bg, "alpha")).isCloseTo(4.4136, within(0.001));
        assertThat(number(chosen(bench), "rmse")).isLessThanOrEqualTo(1.611);
        assertThat((1 + number(bg, "bias")) / (1 + number(bg, "earlier_bias")))
                .isCloseTo(1 + number(bg, "calibrated_bias"), within(1e-12));
        List<Row> sevens = rows(bench.candidates()).stream()
                .filter(row -> Long.valueOf(7).equals(row.integer("frequency")))
                .toList();
        assertThat(sevens).hasSize(6).allSatisfy(row -> {
            assertThat(row.integer("count")).isEqualTo(64);
            assertThat(number(row, "actual")).isEqualTo(407);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "online_retail/online_retail_customer_day.csv.gz, 2011-09-09, 13, 4482",
        "lifetimes/example_transactions.csv.gz, 2014-08-31, 17.43, 1931"
    })
    void theChoiceIsNearlyAsGoodAsTheBestCandidate(String name, LocalDate until, double weeks, double actual)
            throws IOException {
        ValueBench bench = new ValueBench(reference(name), new Horizon(until, weeks));
        double best = wholes(bench).values().stream()
                .mapToDouble(row -> number(row, "rmse"))
                .min()
                .orElseThrow();
        assertThat(number(chosen(bench), "rmse")).isLessThanOrEqualTo(1.005 * best);
        assertThat(number(chosen(bench), "actual")).isEqualTo(actual);
    }

    @Test
    void earlyAndLateCustomersAreForecastApartWhereThatDidBetterBefore() throws IOException {
        ValueBench bench = new ValueBench(
                reference("online_retail/online_retail_customer_day.csv.gz"),
                new Horizon(LocalDate.of(2011, 9, 9), 13));
        assertThat(chosen(bench).text("model")).isEqualTo("cohorts");
        assertThat(chosen(bench).text("note"))
                .contains("early (first purchase before 2011-02-07)", "late (first purchase from 2011-02-07)");
        assertThat(number(chosen(bench), "earlier_rmse"))
                .isLessThan(number(Row.required(wholes(bench).get("blend")), "earlier_rmse"));
        assertThat(rows(bench.forecasts())).allSatisfy(row -> {
            assertThat(row.number("expected_purchases")).isEqualTo(row.number("expected_cohorts"));
            assertThat(row.text("rung")).isEqualTo("own_model");
        });
    }

    @Test
    void whatComesAfterTheKnownDaysChangesNoForecast() throws IOException {
        Horizon horizon = new Horizon(LocalDate.of(1997, 9, 30), 39);
        ValueBench told = new ValueBench(cdnow(day -> day), horizon);
        ValueBench shifted = new ValueBench(
                cdnow(day -> day.isAfter(horizon.until()) ? day.plusDays(1 + day.getDayOfMonth()) : day), horizon);
        assertThat(rows(shifted.forecasts())).isEqualTo(rows(told.forecasts()));
        assertThat(chosen(told).text("model")).isEqualTo("blend");
        assertThat(rows(told.forecasts()))
                .as("of nobody BG/NBD's certainty to be alive is shown")
                .allSatisfy(row -> assertThat(number(row, "probability_alive")).isBetween(0.0, 0.999999));
        assertThat(chosen(shifted).text("model")).isEqualTo(chosen(told).text("model"));
        assertThat(chosen(shifted).number("actual")).isNotEqualTo(chosen(told).number("actual"));
    }

    /** Customers {@code 0, 1, ..}, each with purchases at random. */
    private static Stream<String> shop(int customers, Function<Random, String> amount) {
        return IntStream.range(0, customers).boxed().flatMap(customer -> {
            Random random = new Random(customer);
            List<String> rows = new ArrayList<>();
            int gap = 10 + random.nextInt(80);
            for (int day = random.nextInt(365); day < 365 && rows.size() < 30; day += 1 + random.nextInt(2 * gap)) {
                rows.add("%d,%s,%s".formatted(customer, UNTIL.minusDays(365 - day), amount.apply(random)));
            }
            return rows.stream();
        });
    }

    @ParameterizedTest
    @CsvSource({"3, counts", "30, rule", "100, pooled_model", "240, own_model"})
    void theRungGoesByTheRepeatBuyers(int customers, String rung) throws IOException {
        ValueBench bench = new ValueBench(table(shop(customers, random -> "10")), new Horizon(UNTIL, 13));
        List<Row> forecasts = rows(bench.forecasts());
        assertThat(forecasts)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.text("rung")).isEqualTo(rung));
        assertAllFinite(forecasts);
        assertThat(bench.notes().get(0)).endsWith(rung.equals("own_model") ? "rung own_model" : " more lift it");
        assertThat(forecasts.get(0).number("expected_purchases") == null).isEqualTo(rung.equals("counts"));
    }

    private static void assertAllFinite(List<Row> rows) {
        assertThat(rows)
                .allSatisfy(row -> row.header().names().forEach(name -> {
                    if (row.value(name) instanceof Double number) {
                        assertThat(number).as(name).isFinite();
                    }
                }));
    }

    @ParameterizedTest
    @CsvSource({
        "one customer,        1,   0, 1,   counts",
        "one day each,        60, 0, 1,   counts",
        "equal histories,     60, 7, 1,   ",
        "bought on one day,   60, 0, 9,   counts"
    })
    void oddTablesGetAnAnswerWithoutNaN(String what, int customers, int gap, int repeated, @Nullable String rung)
            throws IOException {
        ValueBench bench = new ValueBench(
                table(IntStream.range(0, customers)
                        .boxed()
                        .flatMap(customer -> IntStream.range(0, repeated * 4)
                                .mapToObj(i -> "%d,%s,5"
                                        .formatted(customer, UNTIL.minusDays(300 - (long) gap * (i / repeated)))))),
                new Horizon(UNTIL, 26));
        List<Row> forecasts = rows(bench.forecasts());
        assertThat(forecasts).as(what).hasSize(customers);
        assertAllFinite(forecasts);
        assertAllFinite(rows(bench.candidates()));
        if (rung != null) {
            assertThat(forecasts.get(0).text("rung")).isEqualTo(rung);
        }
    }

    @Test
    void hugeAmountsAndAGapOfTenYearsStayFinite() throws IOException {
        Stream<String> rows = Stream.concat(
                shop(300, random -> random.nextInt(5) == 0 ? "1e12" : "0.01"),
                Stream.of("old,2014-01-01,1e12", "old,2024-12-01,1e12"));
        ValueBench bench = new ValueBench(table(rows), new Horizon(UNTIL, 52));
        assertAllFinite(rows(bench.forecasts()));
        assertAllFinite(rows(bench.candidates()));
    }

    @Test
    void whoReturnedAllIsWorthNothingAndTheReasonIsTold() throws IOException {
        Stream<String> returns =
                Stream.of("r,2024-02-01,100", "r,2024-05-01,50", "r,2024-06-01,-150", "only,2024-06-01,-1");
        ValueBench bench =
                new ValueBench(table(Stream.concat(shop(60, random -> "10"), returns)), new Horizon(UNTIL, 13));
        Map<String, Row> rows = rows(bench.forecasts()).stream()
                .collect(Collectors.toMap(row -> Row.required(row.text("customer_id")), Function.identity()));
        Row all = Row.required(rows.get("r"));
        assertThat(all.number("expected_amount")).isZero();
        assertThat(all.number("high")).isZero();
        assertThat(number(all, "expected_purchases")).isPositive();
        assertThat(all.text("note")).isEqualTo("the amount is 0 or less: returned or free");
        Row only = Row.required(rows.get("only"));
        assertThat(only.number("expected_purchases")).isZero();
        assertThat(only.text("note")).isEqualTo("returns only, no purchase");
    }

    @Test
    void whoReturnedAllIsWorthNothingEvenWhereNothingIsForecast() throws IOException {
        ValueBench bench = new ValueBench(
                table(Stream.of("r,2024-02-01,5", "r,2024-03-01,-5", "s,2024-02-01,5")), new Horizon(UNTIL, 13));
        List<Row> rows = rows(bench.forecasts());
        assertThat(rows.get(0).number("expected_amount")).isZero();
        assertThat(rows.get(1).number("expected_amount")).isNull();
        assertThat(rows.get(1).text("note")).isEqualTo("too few repeat buyers for a forecast");
    }

    @Test
    void theSpreadOfTheCustomersAgesIsTold() throws IOException {
        ValueBench bench = new ValueBench(
                table(Stream.of("1,2024-01-02,5", "2,2024-12-17,5", "3,2024-12-24,5", "4,2024-12-31,5")),
                new Horizon(UNTIL, 13));
        assertThat(bench.notes().get(1)).isEqualTo("Known for 0 to 52 weeks, half of them for 1 to 52");
    }

    @Test
    void aModelInWhichNobodyLeavesShowsNoProbabilityOfIt() throws IOException {
        ValueBench bench = new ValueBench(table(shop(400, random -> "10")), new Horizon(UNTIL, 13));
        boolean isSteady = bench.notes().stream().anyMatch(note -> note.startsWith("Chosen: nbd"));
        assertThat(rows(bench.forecasts())).allSatisfy(row -> {
            Double alive = row.number("probability_alive");
            assertThat(alive == null || !isSteady && alive < 1).as("%s", alive).isTrue();
        });
    }

    @Test
    void aTableThatEndsEarlyShortensTheHoldout() throws IOException {
        LocalDate until = LocalDate.of(2024, 10, 1);
        ValueBench bench = new ValueBench(table(shop(400, random -> "10")), new Horizon(until, 52));
        assertThat(number(chosen(bench), "weeks")).isBetween(12.0, 13.1);
        assertThat(bench.notes()).last().asString().startsWith("Hold-out: 12.").contains("from 2024-10-02");
    }

    @Test
    void nobodyUpToTheLastKnownDayIsRefused() throws IOException {
        Transactions table = table(Stream.of("1,2024-02-01,5"));
        assertThatThrownBy(() -> new ValueBench(table, new Horizon(LocalDate.of(2024, 1, 1), 13)))
                .isInstanceOf(UnusableTable.class)
                .hasMessage("nobody bought up to 2024-01-01; its rows run from 2024-02-01 to 2024-02-01");
    }
}
