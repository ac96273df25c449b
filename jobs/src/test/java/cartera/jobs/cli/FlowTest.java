package cartera.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** From the sample exports to the workbook, by the commands that a person types. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlowTest {

    private Path folder = Path.of("");
    private Path home = Path.of("");
    private Console.Result ingest = new Console.Result(0, "", "");
    private Console.Result run = ingest;
    private Console.Result report = ingest;

    @BeforeAll
    void fromExportsToTheWorkbook(@TempDir Path temporary) throws IOException {
        folder = temporary;
        home = Sample.home(folder.resolve("sample"));
        ingest = Sample.ingest(home);
        run = Console.run("run", "--home", home.toString());
        report = Console.run("report", "weekly", "--home", home.toString());
    }

    private String query(String sql) {
        Console.Result result = Console.run("query", "--home", home.toString(), "-o", "csv", sql);
        assertThat(result.err()).isEmpty();
        return result.out();
    }

    @Test
    void everyStepEndsWellAndNamesTheNext() {
        assertThat(ingest.exitCode()).as(ingest.err()).isIn(0, 3);
        assertThat(ingest.err()).contains("Next:  cartera run");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("as of 2026-11-22").contains("Next:  cartera report weekly");
        assertThat(report.exitCode()).as(report.err()).isZero();
    }

    @Test
    void theReportComesInEveryLanguageOfTheConfiguration() {
        assertThat(report.out().lines().filter(line -> line.endsWith(".xlsx")).toList())
                .hasSize(3)
                .allSatisfy(file -> assertThat(Path.of(file)).isNotEmptyFile());
    }

    @Test
    void everyOddityOfTheSampleIsFoundByTheQueryOfItsReadme() throws IOException {
        String readme = Files.readString(Sample.FOLDER.resolve("README.md"));
        List<String> queries = Pattern.compile("(?s)```sql\n(.*?)```")
                .matcher(readme)
                .results()
                .flatMap(block ->
                        Stream.of(block.group(1).replaceAll("(?m)^--.*$", "").split(";\\s*\n")))
                .map(String::strip)
                .filter(query -> query.contains("select"))
                .toList();
        assertThat(queries).hasSizeGreaterThan(20);
        for (String query : queries) {
            assertThat(query(query).lines().count()).as(query).isGreaterThan(1);
        }
    }

    @Test
    void theQueriesOfTheReadmeRun() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        List<String> queries = Pattern.compile("scripts/cartera query --home acme -o csv \"(.*)\"")
                .matcher(readme)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(queries)
                .isNotEmpty()
                .allSatisfy(query -> assertThat(query(query)).contains("\n"));
    }

    @Test
    void everyWeekIsWhatTheTruthOfTheSampleSays() throws IOException {
        List<String> truth = Files.readAllLines(Sample.FOLDER.resolve("truth/weeks.csv"));
        List<String> columns = List.of(truth.get(0).split(";"));
        List<String> expected = truth.stream()
                .skip(1)
                .map(line -> line.split(";"))
                .map(cells -> String.join(
                        ",",
                        cells[columns.indexOf("week_on")],
                        cells[columns.indexOf("sales")],
                        cells[columns.indexOf("revenue")],
                        cells[columns.indexOf("net_revenue")]))
                .toList();
        String weeks =
                query("select c.week_on, count(distinct case when l.operation = 'sale' then l.sale_id end) as sales,"
                        + " sum(l.gross_amount) as revenue, sum(l.net_amount) as net_revenue"
                        + " from curated.sales_line as l join curated.calendar as c on c.day_on = l.sold_on"
                        + " group by c.week_on order by c.week_on");
        assertThat(weeks.lines().skip(1).toList()).containsExactlyElementsOf(expected);
    }

    @Test
    void theForecastOfTheCompanyBeatsTheSeasonalNaiveOneOverEightOrigins() {
        assertThat(query("select count(distinct origin_on) = 8 as eight, avg(wape) < avg(naive_wape) as better from ("
                        + "select origin_on, sum(abs(error)) / sum(actual) as wape,"
                        + " sum(abs(naive - actual)) / sum(actual) as naive_wape from scores.forecast_record"
                        + " where step = 'week' and level = 'company' group by origin_on)"))
                .isEqualTo("eight,better\r\ntrue,true\r\n");
    }

    /** Season and growth of the truth, at the level that the last twelve months had. */
    @Test
    void theTruthOfTheSampleLiesInTheForecastBands() throws IOException {
        Map<String, Map<String, Double>> truth = new TreeMap<>();
        for (String line : Files.readAllLines(Sample.FOLDER.resolve("truth/series.csv"))) {
            String[] cells = line.split(";", -1);
            if (cells[1].equals("season") || cells[1].equals("trend")) {
                truth.computeIfAbsent(cells[0], key -> new TreeMap<>()).put(cells[2], Double.valueOf(cells[3]));
            }
        }
        int points = 0;
        int inside = 0;
        for (Map.Entry<String, Map<String, Double>> one : truth.entrySet()) {
            String node = one.getKey().equals("total")
                    ? "level = 'company'"
                    : "level = 'category' and key = (select category_id from curated.category where name = '%s'"
                                    .formatted(one.getKey())
                            + " and level = 1)";
            double level = level(node, one.getValue());
            List<String> months = query("select month(period_on), horizon, low_95, high_95 from scores.forecast"
                            + " where step = 'month' and " + node + " order by period_on")
                    .lines()
                    .skip(1)
                    .toList();
            for (String month : months) {
                String[] cells = month.split(",");
                double expected = level
                        * season(one.getValue(), cells[0])
                        * Math.pow(growth(one.getValue()), (Integer.parseInt(cells[1]) + 5.5) / 12);
                points++;
                inside += Double.parseDouble(cells[2]) <= expected && expected <= Double.parseDouble(cells[3]) ? 1 : 0;
            }
        }
        assertThat(points).isGreaterThan(50);
        assertThat((double) inside / points).isGreaterThanOrEqualTo(.93);
    }

    /** Mean of the last twelve months without season: the level in their middle. */
    private double level(String node, Map<String, Double> truth) {
        return query(
                        "select month(period_on), amount from scores.forecast_fact where step = 'month' and not is_future and "
                                + node + " order by period_on desc limit 12")
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .mapToDouble(cells -> Double.parseDouble(cells[1]) / season(truth, cells[0]))
                .average()
                .orElseThrow();
    }

    private static double season(Map<String, Double> truth, String month) {
        return truth.getOrDefault(month, Double.NaN);
    }

    /** Of orders as the truth has it, and of prices. */
    private static double growth(Map<String, Double> truth) {
        return (1 + truth.getOrDefault("year", Double.NaN)) * 1.05;
    }

    @Test
    void everyRecordIsAccountedFor() {
        assertThat(query("select count(*) as broken from raw.file"
                        + " where records <> loaded + quarantined + blank + header + footer"))
                .isEqualTo("broken\r\n0\r\n");
    }

    @Test
    void ingestingTwiceChangesNothing() throws IOException {
        Sample.fill(home);
        Console.Result again = Sample.ingest(home);
        assertThat(again.exitCode()).isZero();
        assertThat(again.err()).contains("0 files loaded").contains("nothing published");
    }

    @Test
    void runningTwicePublishesNothingAndGivesTheSameId() {
        Console.Result again = Console.run("run", "--home", home.toString());
        assertThat(again.exitCode()).isZero();
        assertThat(again.err()).contains("is there already");
    }

    @Test
    void twoHomesInTwoZonesGiveTheSameBytes() throws IOException {
        Path one = wholeFlow(Sample.smallHome(folder.resolve("one")), "UTC");
        Path other = wholeFlow(Sample.smallHome(folder.resolve("other [home] 'x'")), "Asia/Vladivostok");
        for (String layer : List.of("raw", "curated", "scores", "reports", "out")) {
            assertThat(names(other.resolve(layer))).as(layer).isEqualTo(names(one.resolve(layer)));
        }
        for (String file : names(one.resolve("out"))) {
            assertThat(other.resolve("out").resolve(file))
                    .hasSameBinaryContentAs(one.resolve("out").resolve(file));
        }
    }

    @Test
    void whatLastWeekForecastStandsBesideWhatCame() throws IOException {
        Path weekly = Sample.smallHome(folder.resolve("weekly"));
        Sample.ingest(weekly);
        for (String asOf : List.of("2026-11-15", "2026-11-22", "2026-11-15", "2026-11-22")) {
            Console.Result result = Console.run("run", "--home", weekly.toString(), "--as-of", asOf, "forecast");
            assertThat(result.exitCode()).as(result.err()).isZero();
        }
        String record = "select origin_on, period_on, is_published, error = mid - actual as is_error"
                + " from scores.forecast_record where is_published and level = 'company' and step = 'week'";
        Console.Result result = Console.run("query", "--home", weekly.toString(), "-o", "csv", record);
        assertThat(result.out())
                .isEqualTo("origin_on,period_on,is_published,is_error\r\n2026-11-15,2026-11-16,true,true\r\n");
    }

    private static Path wholeFlow(Path home, String zone) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            Sample.ingest(home);
            Console.run("run", "--home", home.toString());
            assertThat(Console.run("report", "weekly", "--home", home.toString())
                            .exitCode())
                    .isZero();
            return home;
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void oneCrmFileAloneIsEnoughForAWorkbook() throws IOException {
        Path alone = folder.resolve("alone");
        Console.run("init", alone.toString());
        Files.copy(
                Sample.FOLDER.resolve("exports/amo/amocrm_export_leads_2026-11-22.csv"),
                alone.resolve("inbox/amocrm_export_leads_2026-11-22.csv"));
        wholeFlow(alone, "UTC");
        assertThat(Console.run(
                                "query",
                                "--home",
                                alone.toString(),
                                "-o",
                                "csv",
                                "select basis from curated.sales_basis")
                        .out())
                .isEqualTo("basis\r\ndeals\r\n");
        assertThat(names(alone.resolve("out"))).anyMatch(file -> file.endsWith("_ru.xlsx"));
    }

    /** Tables are named by their content: equal names are equal bytes. */
    private static List<String> names(Path layer) throws IOException {
        try (Stream<Path> files = Files.walk(layer)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> layer.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
