package cartera.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code cartera model forecast} prints, writes and says. */
class ModelForecastTest {

    private static final String HEADER = "key,step,method,mid,low_50,high_50,low_80,high_80,low_95,high_95";

    @TempDir
    Path folder;

    private Path series = Path.of("");

    @BeforeEach
    void threeShopsOfFourYears() throws IOException {
        series = folder.resolve("series.csv");
        Files.writeString(
                series,
                IntStream.range(0, 144)
                        .mapToObj(i -> "shop%d;%s;%d".formatted(i % 3, month(i / 3), 100 + 10 * (i / 3 % 12) + i % 7))
                        .collect(Collectors.joining("\n", "shop;month;sales\n", "\n")));
    }

    private static String month(int t) {
        return "%d-%02d".formatted(2021 + t / 12, 1 + t % 12);
    }

    private Console.Result forecast(String... more) {
        return Console.run(Stream.concat(Stream.of("model", "forecast", series.toString()), Arrays.stream(more))
                .toArray(String[]::new));
    }

    @Test
    void forecastsGoToTheFile() throws IOException {
        Path out = folder.resolve("out.csv");
        Console.Result result = forecast("--season", "12", "--horizon", "6", "--out", out.toString());
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(Files.readAllLines(out)).hasSize(19).first().isEqualTo(HEADER);
        assertThat(result.err()).contains("Step of time: one month");
    }

    @Test
    void withoutAFileTheyArePrinted() {
        assertThat(forecast("--season", "12", "--horizon", "2", "-o", "csv")
                        .out()
                        .lines())
                .hasSize(7)
                .first()
                .isEqualTo(HEADER);
    }

    @Test
    void anEvaluationHasARowAMethodAndGroup() {
        Console.Result result = forecast(
                "--season",
                "12",
                "--horizon",
                "6",
                "--method",
                "seasonal_naive,naive",
                "--evaluate",
                "--group",
                "shop",
                "--key",
                "shop",
                "-o",
                "csv");
        List<String> lines = result.out().lines().toList();
        assertThat(lines.get(0))
                .isEqualTo("method,group,series,smape,mase,rmsse,bias,coverage_80,coverage_95,msis,ms_per_series");
        assertThat(lines.stream().skip(1).map(line -> line.split(",")[0] + " " + line.split(",")[1]))
                .containsExactly(
                        "seasonal_naive shop0",
                        "seasonal_naive shop1",
                        "seasonal_naive shop2",
                        "seasonal_naive all",
                        "naive shop0",
                        "naive shop1",
                        "naive shop2",
                        "naive all");
    }

    @Test
    void sumsOfAHierarchyAddUpInTheLastDigit() throws IOException {
        Path tree = folder.resolve("tree.csv");
        Files.writeString(tree, "key,parent\nshop0,north\nshop1,north\nshop2,all\nnorth,all\n");
        List<String[]> rows = forecast(
                        "--season",
                        "12",
                        "--horizon",
                        "3",
                        "--hierarchy",
                        tree.toString(),
                        "--method",
                        "naive2",
                        "-o",
                        "csv")
                .out()
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
        assertThat(rows).hasSize(15);
        for (int step = 1; step <= 3; step++) {
            assertThat(micros(rows, "all", step)).isEqualTo(micros(rows, "north", step) + micros(rows, "shop2", step));
            assertThat(micros(rows, "north", step))
                    .isEqualTo(micros(rows, "shop0", step) + micros(rows, "shop1", step));
        }
    }

    private static long micros(List<String[]> rows, String key, int step) {
        return rows.stream()
                .filter(row -> row[0].equals(key) && row[1].equals(String.valueOf(step)))
                .mapToLong(row -> Math.round(Double.parseDouble(row[3]) * 1e6))
                .sum();
    }

    @Test
    void oddSeriesGetAFiniteAnswer() throws IOException {
        Files.writeString(series, """
                id,v1,v2,v3,v4,v5,v6,v7,v8,v9,v10,v11,v12,v13,v14,v15,v16
                empty,,,,,,,,,,,,,,,,
                one,7,,,,,,,,,,,,,,,
                constant,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5
                zero,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0
                spike,0,0,0,0,0,1000000000000,0,0,0,0,0,0,0,0,0,0
                negative,-5,-4,-3,-9,-5,-4,-3,-9,-5,-4,-3,-9,-5,-4,-3,-9
                short,4,6,8,,,,,,,,,,,,,
                """);
        Console.Result result = forecast("--season", "12", "--horizon", "18", "-o", "csv");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out().lines().skip(1)).hasSize(7 * 18).allSatisfy(line -> {
            for (String cell : line.split(",")) {
                assertThat(cell).isNotEqualTo("NaN").isNotEqualTo("Infinity").isNotEmpty();
            }
        });
    }

    @Test
    void whatIsUnusualIsToldAndLeftIn() throws IOException {
        assertThat(forecast("--season", "12", "--horizon", "4").err()).doesNotContain("Unusual");
        Files.writeString(series, Files.readString(series).replaceAll("(?m)^shop1;2022-05;\\d+$", "shop1;2022-05;900"));
        assertThat(forecast("--season", "12", "--horizon", "4").err())
                .contains("Unusual, and left in: outliers 1, level shifts 0; the largest: shop1, period 17 of 48: 900");
    }

    @Test
    void rowsSetAsideEndWithThree() throws IOException {
        Files.writeString(series, Files.readString(series) + "shop1;2021-01;5\nshop1;2025-01;lots\n");
        Console.Result result = forecast("--season", "12", "--horizon", "4");
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).startsWith("""
                        Set aside 2 of 146 rows (conflict 1, number 1):
                          line 146: conflict (period repeated)
                          line 147, sales: number (lots)
                        """);
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertThat(forecast("--season", "12", "--horizon", "-1").err())
                .isEqualTo(
                        "Cannot read %s: its horizon is -1; it must be a whole number from 1 to 10000, or the header of a column of such%n"
                                .formatted(series)
                                .replace("\r\n", "\n"));
        assertThat(forecast("--season", "12", "--horizon", "6", "--method", "dotn")
                        .exitCode())
                .isEqualTo(2);
        assertThat(forecast("--season", "12", "--horizon", "48", "--evaluate").err())
                .contains("no series is longer than its horizon");
        assertThat(forecast("--season", "12").exitCode()).isEqualTo(2);
    }
}
