package cartera.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code cartera model value} prints, writes and says. */
class ModelValueTest {

    @TempDir
    Path folder;

    private Path sales = Path.of("");

    @BeforeEach
    void aShopOfSixtyRegulars() throws IOException {
        sales = folder.resolve("sales.csv");
        Random random = new Random(1);
        Files.writeString(
                sales,
                IntStream.range(0, 300)
                        .mapToObj(i -> "%d;2024-%02d-%02d;%d.50"
                                .formatted(i % 60, 1 + i / 25, 1 + random.nextInt(28), 1 + random.nextInt(90)))
                        .collect(Collectors.joining("\n", "client;date;total\n", "\n")));
    }

    private Console.Result value(String... more) {
        String[] args = new String[more.length + 3];
        args[0] = "model";
        args[1] = "value";
        args[2] = sales.toString();
        System.arraycopy(more, 0, args, 3, more.length);
        return Console.run(args);
    }

    @Test
    void candidatesGoToTheOutputAndForecastsToTheFile() throws IOException {
        Path out = folder.resolve("out.csv");
        Console.Result result =
                value("--until", "2024-09-30", "--horizon-weeks", "13", "--out", out.toString(), "-o", "csv");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out().lines().findFirst())
                .hasValue("model,is_chosen,k,r,alpha,a,b,s,beta,log_likelihood,frequency,count,sum,actual,bias,rmse,"
                        + "mae,weeks,earlier_rmse,earlier_bias,calibrated_bias,findings,note");
        assertThat(result.out().lines().filter(line -> line.contains(",true,"))).hasSize(1);
        assertThat(Files.readAllLines(out))
                .hasSize(61)
                .first()
                .asString()
                .startsWith("customer_id,expected_purchases,expected_amount,probability_alive,low,high,expected_nbd,"
                        + "expected_bg_nbd,expected_mbg_nbd,")
                .endsWith(",expected_pareto_nbd,expected_rule,purchases,amount,rung,note");
        assertThat(result.err())
                .startsWith("60 customers up to 2024-09-30, 60 of them repeat buyers: rung rule, for no model fits")
                .contains("Chosen: rule; without a model")
                .contains("Hold-out: 13.00 weeks from 2024-10-01 to 2024-12-30; the chosen total is ");
    }

    @Test
    void peopleReadTwoTables() {
        Console.Result result = value("--until", "2024-09-30", "--horizon-weeks", "13");
        assertThat(result.out().split("\n\n")).hasSize(2);
        assertThat(result.out()).startsWith("model ").contains("\nmodel ").doesNotContain("note");
    }

    @Test
    void jsonIsAListOfRows() {
        Console.Result result = value("--until", "2024-12-31", "--horizon-weeks", "4", "-o", "json");
        assertThat(result.out()).startsWith("[ {\n  \"model\" : \"nbd\"").doesNotContain("NaN");
        assertThat(result.err()).doesNotContain("Hold-out");
    }

    @Test
    void rowsSetAsideAreToldAndEndWithThree() throws IOException {
        Files.writeString(sales, Files.readString(sales) + "7;soon;5\n8;2024-01-01;much\n");
        Console.Result result = value("--until", "2024-12-31", "--horizon-weeks", "4");
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).startsWith("""
                        Set aside 2 of 302 rows (date 1, number 1):
                          line 302, date: date (soon)
                          line 303, total: number (much)
                        """);
    }

    @Test
    void aColumnThatIsNotThereNamesTheHeadersAndTheNearest() {
        Console.Result result = value("--until", "2024-12-31", "--horizon-weeks", "4", "--amount", "totl");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("""
                        Cannot read %s: it has no column 'totl' (--amount)
                          headers found: client, date, total
                          the nearest is 'total'; name the right one:  --amount HEADER
                        """.formatted(sales));
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertThat(value("--until", "2023-01-01", "--horizon-weeks", "4").err())
                .startsWith("Cannot forecast from %s: nobody bought up to 2023-01-01; its rows run from 2024-01-"
                        .formatted(sales));
        assertThat(value("--until", "2024-12-31", "--horizon-weeks", "0").err())
                .isEqualTo("Invalid --horizon-weeks: 0.0 (from 0.15 to 5200)\n");
        Console.Result unwritable = value(
                "--until",
                "2024-12-31",
                "--horizon-weeks",
                "4",
                "--out",
                folder.resolve("no/out.csv").toString());
        assertThat(unwritable.exitCode()).isEqualTo(6);
        assertThat(unwritable.err()).startsWith("Cannot write --out ").doesNotContain("\tat ");
        Console.Result missing = Console.run("model");
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).startsWith("Missing model: value");
    }
}
