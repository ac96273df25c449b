package cartera.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.jobs.lake.Lake;
import cartera.jobs.lake.LakeWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue of messages: what went wrong, why, and the next command; never a stack trace. */
class MessagesTest {

    @TempDir
    Path folder;

    private Path home() throws IOException {
        Path home = folder.resolve("acme");
        Console.run("init", home.toString());
        return home;
    }

    @Test
    void initMakesAHomeAndSaysTheNextCommand() {
        Path home = folder.resolve("acme");
        Console.Result result = Console.run("init", home.toString());
        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains("cartera ingest");
        assertThat(home.resolve("cartera.yaml")).isRegularFile();
        assertThat(home.resolve("inbox")).isDirectory();
    }

    @Test
    void initNeverOverwritesAConfiguration() throws IOException {
        Path home = home();
        Files.writeString(home.resolve("cartera.yaml"), "company: Mine");
        Console.Result result = Console.run("init", home.toString());
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("Cannot init %s: %s is there already; nothing was changed\n"
                        .formatted(home, home.resolve("cartera.yaml")));
        assertThat(home.resolve("cartera.yaml")).hasContent("company: Mine");
    }

    @Test
    void aFolderWithoutConfigurationIsNoHome() {
        Console.Result result = Console.run("run", "--home", folder.toString());
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).isEqualTo("""
                        Cannot open home %s: it has no cartera.yaml
                          make one:  cartera init %s
                          or name another:  --home DIR, or the variable CARTERA_HOME
                        """.formatted(folder, folder));
    }

    @Test
    void aWrongConfigurationIsToldWithEveryLine() throws IOException {
        Path home = home();
        Files.writeString(home.resolve("cartera.yaml"), "currencey: RUB\nmask_phones: yes\n");
        Console.Result result = Console.run("run", "--home", home.toString());
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("cartera.yaml: 2 problems\n  line 1: unknown key 'currencey'; did you mean 'currency'?\n")
                .contains("  line 2: unknown key 'mask_phones'");
    }

    @Test
    void aWrongConnectorOfTheHomeIsToldWithItsLine() throws IOException {
        Path home = home();
        Files.createDirectories(home.resolve("connectors"));
        Files.writeString(home.resolve("connectors/own.yaml"), """
                about: our own list
                read: table
                detect: {headers: [[Код]]}
                entities:
                  - entity: deal
                    columns: {id: Код, stage: Этап, created_at: Дата, amout: Сумма}
                """);
        Console.Result result = Console.run("ingest", "--home", home.toString());
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("connectors/own.yaml: 1 problem\n  line 6: ")
                .contains("amout")
                .contains("did you mean 'amount'?");
    }

    @Test
    void aWrongJobOfTheHomeIsToldWithItsLine() throws IOException {
        Path home = home();
        Files.createDirectories(home.resolve("sql/scores"));
        Files.writeString(
                home.resolve("sql/scores/own.sql"), "-- abuot x\n-- column a text\nselect 1 as a from curated.sael\n");
        Console.Result result = Console.run("run", "--home", home.toString());
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("sql/scores/own.sql: 2 problems\n  line 1: Invalid header: -- abuot x");
    }

    @Test
    void aRunBeforeAnyIngestSaysWhereExportsGo() throws IOException {
        Path home = home();
        Console.Result result = Console.run("run", "--home", home.toString());
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("Cannot run: nothing was loaded yet; put exports into %s and run  cartera ingest --home %s\n"
                        .formatted(home.resolve("inbox"), home));
    }

    @Test
    void aQueryBeforeAnyIngestSaysSo() throws IOException {
        Console.Result result = Console.run("query", "--home", home().toString(), "select 1");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("nothing was loaded yet").contains("cartera ingest");
    }

    @Test
    void aMisspeltJobNamesTheNearest() throws IOException {
        Console.Result result = Console.run("run", "scores.rmf", "--home", home().toString());
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).isEqualTo("Invalid job: scores.rmf; did you mean 'scores.rfm'?\n");
    }

    @Test
    void anUnknownEngineNamesTheKnown() throws IOException {
        Console.Result result = Console.run("run", "--engine", "oracle", "--home", home().toString());
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).isEqualTo("Invalid --engine: oracle (duckdb or spark)\n");
    }

    @Test
    void sparkWithoutItsModuleSaysWhereItIs() throws IOException {
        Console.Result result = Console.run("run", "--engine", "spark", "--home", home().toString());
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("spark needs the module jobs/spark");
    }

    @Test
    void anEmptyInboxSaysWhereExportsGo() throws IOException {
        Path home = home();
        Console.Result result = Console.run("ingest", "--home", home.toString());
        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEqualTo("""
                        Nothing to read in %s
                        Next: put exports there, a folder for each system, and run  cartera ingest --home %s
                        """.formatted(home.resolve("inbox"), home));
    }

    @Test
    void aFileThatIsNotThereIsRefusedByName() throws IOException {
        Console.Result result = Console.run("ingest", "--home", home().toString(), "missing.csv");
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err()).contains("missing.csv").contains("there is no such file");
    }

    @Test
    void anUnknownExportNamesTheNearestConnectorAndTheHeadersThatDiffer() throws IOException {
        Path home = home();
        Path export = home.resolve("inbox/deals.csv");
        Files.writeString(export, "ID;Название сделки;Стадия;Сумма\n1;Поставка;Новая;100\n");
        Console.Result result = Console.run("ingest", "--home", home.toString());
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err()).contains("deals.csv").contains("amocrm-leads").contains("Стадия");
        assertThat(export).exists();
    }

    @Test
    void aRunWhileAnotherWritesSaysWhoHoldsTheLock() throws IOException {
        Path home = home();
        try (LakeWriter other = Lake.open(home).write("cartera ingest")) {
            Console.Result result = Console.run("run", "--home", home.toString());
            assertThat(other.version()).isEqualTo(1);
            assertThat(result.exitCode()).isEqualTo(5);
            assertThat(result.err()).contains("cartera ingest").contains("since");
        }
    }

    @Test
    void aReportBeforeAnyRunSaysSo() throws IOException {
        Path home = home();
        Console.Result result = Console.run("report", "weekly", "--home", home.toString());
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("Cannot write the weekly report: no run has made its tables; run  cartera run --home %s\n"
                        .formatted(home));
    }

    @Test
    void anUnknownLanguageNamesTheKnown() throws IOException {
        Console.Result result = Console.run("report", "weekly", "--lang", "de", "--home", home().toString());
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).isEqualTo("Invalid language: de (en, es, ru)\n");
    }

    @Test
    void aWorkbookThatCannotBePutInPlaceIsNamedWithWhatToDo() throws IOException {
        Path home = home();
        Files.writeString(
                home.resolve("inbox/sales.csv"),
                "line_id;customer_id;sold_on;product;qty;amount\nL1;C1;2026-11-02;P;1;10.00\n");
        Console.run("ingest", "--home", home.toString());
        Console.run("run", "--home", home.toString());
        String workbook = Console.run("report", "weekly", "--home", home.toString())
                .out()
                .lines()
                .filter(line -> line.endsWith(".xlsx"))
                .findFirst()
                .orElseThrow();
        Files.delete(Path.of(workbook));
        Files.createDirectories(Path.of(workbook, "held"));
        Console.Result result = Console.run("report", "weekly", "--home", home.toString());
        assertThat(result.exitCode()).isEqualTo(6);
        assertThat(result.err())
                .startsWith("Cannot write " + workbook)
                .contains("if it is open elsewhere, close it and run  cartera report weekly");
    }

    @Test
    void whatNoCostAndNoPlanDoToTheNumbersStandsInTheDataChecks() throws IOException {
        Path home = home();
        Files.writeString(
                home.resolve("inbox/sales.csv"),
                "line_id;customer_id;sold_on;product;qty;amount\nL1;C1;2026-11-02;P;1;10.00\n");
        Console.run("ingest", "--home", home.toString());
        Console.run("run", "--home", home.toString());
        Console.Result result = Console.run(
                "query",
                "--home",
                home.toString(),
                "-o",
                "csv",
                "select check_id from reports.data_check where severity <> 'ok'");
        assertThat(result.out().lines()).contains("no_cost", "no_plan", "no_payments", "no_crm");
    }

    @ParameterizedTest
    @CsvSource({
        "run --as-of 2024-02-31",
        "query --out '' 'select 1'",
        "run --weeks -1",
        "run --unknown-flag",
        "query -o html 'select 1'",
        "querry"
    })
    void aWrongArgumentIsAUsageErrorWithoutAStackTrace(String line) throws IOException {
        String[] args = line.split(" ");
        for (int i = 0; i < args.length; i++) {
            args[i] = args[i].replace("''", "");
        }
        Console.Result result = Console.run(args);
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).isNotBlank().doesNotContain("\tat ");
    }

    @Test
    void modelAloneSaysWhichModelsThereAre() {
        Console.Result result = Console.run("model");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).isEqualTo("""
                        Missing model: value, churn or forecast
                          cartera model value TRANSACTIONS.csv --until DATE --horizon-weeks N
                          cartera model churn TRANSACTIONS.csv --at DATE --horizon-days N
                          cartera model churn TABLE.csv --label HEADER
                          cartera model forecast SERIES.csv --season N --horizon N
                        """);
    }

    @Test
    void withoutArgumentsTheHelpComesOnTheErrorStream() {
        Console.Result result = Console.run();
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("Usage: cartera");
    }
}
