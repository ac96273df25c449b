package cartera.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code cartera model churn} prints, writes and says. */
class ModelChurnTest {

    private static final String[] AT = {"--at", "2024-09-30", "--horizon-days", "60"};

    @TempDir
    Path folder;

    private Path sales = Path.of("");
    private Path contracts = Path.of("");

    @BeforeEach
    void aShopAndItsContracts() throws IOException {
        sales = folder.resolve("sales.csv");
        Files.write(sales, shop(400));
        contracts = folder.resolve("contracts.csv");
        Files.write(contracts, contracts());
    }

    /** Customers with their own rhythm, who leave at their own time. */
    private static List<String> shop(int size) {
        Random random = new Random(1);
        List<String> lines = new ArrayList<>(List.of("client;date;total"));
        for (int i = 0; i < size; i++) {
            double leaving = .5 * random.nextDouble();
            double gap = 10 + 50 * random.nextDouble();
            double day = random.nextInt(300);
            do {
                lines.add(
                        "c%d;%s;%d.50".formatted(i, LocalDate.of(2023, 6, 1).plusDays((long) day), random.nextInt(90)));
                day += 1 - gap * Math.log(1 - random.nextDouble());
            } while (day < 570 && random.nextDouble() > leaving);
        }
        return lines;
    }

    private static List<String> contracts() {
        Random random = new Random(2);
        List<String> lines = new ArrayList<>(List.of("customerID,plan,price,note,Churn"));
        for (int i = 0; i < 300; i++) {
            boolean isMonthly = random.nextBoolean();
            double price = 10 + random.nextInt(90);
            boolean isGone = random.nextDouble() < (isMonthly ? .7 : .1);
            lines.add("k%d,%s,%s,n%d,%s".formatted(i, isMonthly ? "month" : "year", price, i, isGone ? "Yes" : "No"));
        }
        return lines;
    }

    private static Console.Result churn(Path file, String... more) {
        List<String> args = new ArrayList<>(List.of("model", "churn", file.toString()));
        args.addAll(Arrays.asList(more));
        return Console.run(args.toArray(String[]::new));
    }

    private static String[] and(String[] some, String... more) {
        List<String> all = new ArrayList<>(Arrays.asList(some));
        all.addAll(Arrays.asList(more));
        return all.toArray(String[]::new);
    }

    private List<String> written(Path file, String... args) throws IOException {
        Path out = folder.resolve("out.csv");
        Console.Result result = churn(file, and(args, "--out", out.toString()));
        assertThat(result.exitCode()).as(result.err()).isIn(0, 3);
        return Files.readAllLines(out);
    }

    @Test
    void scorersGoToTheOutputAndProbabilitiesToTheFile() throws IOException {
        Console.Result result = churn(sales, and(AT, "-o", "csv"));
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out().lines().findFirst())
                .hasValue("scorer,is_chosen,bin,customers,base,auc,pr_auc,lift_10,brier,brier_skill,ece,log_loss,"
                        + "slope,predicted,observed,is_plausible,basis");
        assertThat(result.out().lines().filter(line -> line.contains(",true,,")))
                .hasSize(1);
        assertThat(result.out().lines().filter(line -> line.startsWith("logistic,")))
                .hasSize(11);
        assertThat(result.out()).doesNotContain("NaN");
        assertThat(result.err())
                .contains("400 customers up to 2024-09-30, scored for the 60 days after")
                .contains("Chosen: logistic, rung own_model")
                .contains("Learnt from 2024-08-01: ")
                .contains("Hold-out: 2024-10-01 to 2024-11-");
        assertThat(written(sales, AT))
                .hasSize(401)
                .first()
                .isEqualTo("customer_id,probability,p_logistic,p_p0,p_silence_rule,p_silent_days,p_share");
    }

    @Test
    void peopleReadTwoTablesAndMachinesOne() {
        assertThat(churn(sales, AT).out().split("\n\n")).hasSize(2);
        Console.Result json = churn(sales, and(AT, "-o", "json"));
        assertThat(json.out()).startsWith("[ {\n  \"scorer\" : \"logistic\"").doesNotContain("NaN");
    }

    @Test
    void whatComesAfterTheDayAndTheOrderOfRowsChangeNothing() throws IOException {
        List<String> before = written(sales, AT);
        List<String> lines = Files.readAllLines(sales);
        List<String> changed = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(";");
            boolean isLater = cells[1].compareTo("2024-09-30") > 0;
            changed.add(isLater ? cells[0] + ";2031-" + cells[1].substring(5) + ";9999999" : line);
        }
        assertThat(lines).isNotEqualTo(changed);
        Collections.shuffle(changed, new Random(3));
        changed.add(0, lines.get(0));
        Files.write(sales, changed);
        assertThat(written(sales, AT)).isEqualTo(before);
    }

    @Test
    void onTheLastDayThereIsNothingToHoldAgainst() {
        Console.Result result = churn(sales, "--at", "2025-01-31", "--horizon-days", "60", "-o", "csv");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).doesNotContain("Hold-out");
        assertThat(result.out().lines()).hasSize(6);
    }

    @Test
    void attributesAreScoredOutOfFoldInTheOrderOfTheFile() throws IOException {
        Console.Result result = churn(contracts, "--label", "Churn", "-o", "csv");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains("\nlogistic,true,,300.0,").contains("\nshare,false,,300.0,");
        assertThat(result.err())
                .contains("2 columns, five folds, each customer scored out of fold")
                .contains("Left out: note (300 different values)");
        List<String> rows = written(contracts, "--label", "churn", "--id", "customerID");
        assertThat(rows).hasSize(301).first().isEqualTo("id,probability");
        assertThat(rows.get(1)).startsWith("k0,0.");
    }

    @Test
    void theOrderOfCustomersChangesNoProbability() throws IOException {
        List<String> before = written(contracts, "--label", "Churn");
        List<String> lines = Files.readAllLines(contracts);
        Collections.shuffle(lines.subList(1, lines.size()), new Random(4));
        Files.write(contracts, lines);
        assertThat(written(contracts, "--label", "Churn")).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void badRowsAreSetAsideWithLineAndReasonAndTheRestIsUsed() throws IOException {
        Files.writeString(sales, "c1;2024-02-31;5\nc1;2024-03-01;five\n", java.nio.file.StandardOpenOption.APPEND);
        Console.Result result = churn(sales, AT);
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err())
                .startsWith("Set aside 2 of ")
                .contains(", date: date")
                .contains(", total: number");
        Files.writeString(
                contracts,
                "k900,year,abc,x,No\nk901,year,5,x,\nk902,year,5,x,maybe\n,year,5,x,No\n",
                java.nio.file.StandardOpenOption.APPEND);
        Console.Result table = churn(contracts, "--label", "Churn");
        assertThat(table.exitCode()).isEqualTo(3);
        assertThat(table.err())
                .startsWith("Set aside 4 of 304 rows (missing 2, number 1, value 1):\n")
                .contains("  line 302, price: number (abc)\n")
                .contains("  line 303, Churn: missing\n")
                .contains("  line 304, Churn: value (maybe)\n")
                .contains("  line 305, customerID: missing\n");
    }

    @Test
    void aMissingColumnNamesTheHeadersAndTheNearest() {
        Console.Result result = churn(contracts, "--label", "Chrun");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).isEqualTo("""
                        Cannot score %s: it has no column 'Chrun' (--label)
                          headers found: customerID, plan, price, note, Churn
                          the nearest is 'Churn'; name the right one:  --label HEADER
                        """.formatted(contracts));
        assertThat(churn(contracts, AT).exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--at 2024-09-30|Missing --horizon-days: give --at DATE --horizon-days N for purchases, or --label HEADER for attributes",
                "--horizon-days 5|Missing --at: give --at DATE --horizon-days N for purchases, or --label HEADER for attributes",
                "--label x --at 2024-09-30|Invalid --label: it stands alone, without --at and --horizon-days",
                "--at 2024-09-30 --horizon-days 0|Invalid --horizon-days: 0 (1 to 36500)",
                "--at 2024-09-30 --horizon-days 5 --id x|Invalid --id: of purchases it is --customer HEADER"
            })
    void wrongOptionsSayWhatIsRight(String options, String message) {
        Console.Result result = churn(sales, options.split(" "));
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).isEqualTo(message + "\n");
    }

    @Test
    void whatCannotBeScoredIsRefusedByName() throws IOException {
        assertThat(churn(sales, "--at", "2020-01-01", "--horizon-days", "60").err())
                .startsWith("Cannot score %s: nobody bought up to 2020-01-01; its rows run from ".formatted(sales));
        Files.writeString(sales, "client;date\nc1;2024-01-01\nc2;2024-01-02\n");
        assertThat(churn(sales, "--at", "2024-01-10", "--horizon-days", "60").err())
                .isEqualTo("""
                        Cannot score %s: no horizon of 60 days is over by 2024-01-10, and the purchases until then carry no model
                          give a later --at or fewer --horizon-days; its rows run from 2024-01-01 to 2024-01-02
                        """.formatted(sales));
        Files.writeString(contracts, "id,plan,churn\n1,a,no\n2,b,no\n3,a,no\n4,b,no\n5,a,no\n");
        assertThat(churn(contracts, "--label", "churn").err())
                .isEqualTo(
                        "Cannot score %s: all 5 outcomes are the same; both kinds are needed\n".formatted(contracts));
        Files.writeString(contracts, "id,plan,churn\n1,a,red\n2,b,blue\n");
        assertThat(churn(contracts, "--label", "churn").err())
                .isEqualTo(
                        "Cannot score %s: none of its 2 rows has an outcome in 'churn' that can be read: yes or no, 1 or 0, true or false\n"
                                .formatted(contracts));
    }

    @Test
    void aFewCustomersGetTheShareOfBefore() throws IOException {
        Files.write(sales, shop(8));
        Console.Result result = churn(sales, and(AT, "-o", "csv"));
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err())
                .contains("Chosen: share, rung counts")
                .contains("more lift the score to the next rung");
    }
}
