package cartera.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad files, one alone in an inbox: exit code, and how many of their records are loaded and set aside. */
@Tag("slow")
class HostileTest {

    private static final Path HOSTILE = Path.of("../../shared/hostile");

    @TempDir
    Path folder;

    private Path home = Path.of("");

    @BeforeEach
    void makeHome() {
        Assumptions.assumeTrue(Files.isDirectory(HOSTILE), "../shared/hostile is not there");
        home = folder.resolve("home");
        Console.run("init", home.toString());
    }

    private Console.Result ingest(String... files) throws IOException {
        for (String file : files) {
            Path from = HOSTILE.resolve(file);
            Files.copy(from, home.resolve("inbox").resolve(String.valueOf(from.getFileName())));
        }
        Console.Result result = Console.run("ingest", "--home", home.toString(), "--loaded-at", "2024-06-01T06:00:00Z");
        assertThat(result.err()).doesNotContain("\tat ").doesNotContain("root:");
        return result;
    }

    private String query(String sql) {
        return Console.run("query", "--home", home.toString(), "-o", "csv", sql)
                .out()
                .replace("\r\n", " ")
                .strip();
    }

    @ParameterizedTest
    @CsvSource({
        "csv/c00_control_utf8.csv, 0, 5, 0",
        "csv/c01_formula_injection.csv, 0, 30, 0",
        "csv/c06_invalid_utf8.csv, 3, 6, 5",
        "csv/c11_ragged.csv, 3, 7, 3",
        "csv/c15_dates.csv, 3, 26, 24",
        "csv/c24b_truncated_in_quote.csv, 3, 5, 1",
        "csv/c26_totals_row.csv, 3, 20, 2",
        "xml/x00_control.xml, 0, 3, 0",
        "xlsx/s00_control.xlsx, 0, 5, 0",
        "xlsx/s08_bad_shared_index.xlsx, 3, 5, 1",
        "bank/b00_control_cp1251.txt, 0, 2, 0",
        "bank/b03_no_end_of_document.txt, 3, 1, 1"
    })
    void goodRecordsAreLoadedAndBadOnesSetAside(String file, int exitCode, int loaded, int quarantined)
            throws IOException {
        Console.Result result = ingest(file);
        assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
        assertThat(query("select loaded, quarantined from raw.file"))
                .isEqualTo("loaded,quarantined %d,%d".formatted(loaded, quarantined));
    }

    @ParameterizedTest
    @CsvSource({
        "xml/x01_xxe_file.xml, DOCTYPE",
        "xlsx/s15_html_as_xlsx.xlsx, HTML",
        "json/j11_error_body.json, error",
    })
    void aFileThatCannotBeReadIsRefusedByName(String file, String reason) throws IOException {
        Console.Result result = ingest(file);
        assertThat(result.exitCode()).as(result.err()).isEqualTo(4);
        assertThat(result.err())
                .containsIgnoringCase(reason)
                .contains(Path.of(file).getFileName().toString());
    }

    @Test
    void aRefusedFileAmongGoodOnesIsSetAside() throws IOException {
        Console.Result result = ingest("xml/x01_xxe_file.xml", "csv/c00_control_utf8.csv");
        assertThat(result.exitCode()).as(result.err()).isEqualTo(3);
        assertThat(query("select count(*) as n from raw.contact")).isEqualTo("n 5");
        assertThat(inbox()).containsExactly("x01_xxe_file.xml");
    }

    private List<String> inbox() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("inbox"))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    @Test
    void rowsThatComeTwiceCountOnceInEitherOrder() throws IOException {
        ingest("seq/rows_overlap/2_sales.csv");
        ingest("seq/rows_overlap/1_sales.csv");
        assertThat(query("select count(*) as rows, sum(gross_amount) as revenue from curated.sales_line"))
                .isEqualTo("rows,revenue 15,120.00");
        assertThat(query("select count(*) as n from curated.conflict")).isEqualTo("n 0");
        assertThat(query("select count(*) as n from curated.party where is_placeholder"))
                .isEqualTo("n 1");
    }

    @Test
    void aLaterCorrectionWinsAndAnOldFileNeverBringsTheOldValueBack() throws IOException {
        ingest("seq/late_correction/1_sales.csv", "seq/late_correction/2_fix.csv");
        assertThat(query("select sum(gross_amount) as revenue from curated.sales_line"))
                .isEqualTo("revenue 290.00");
        assertThat(query("select count(*) > 0 as is_listed from curated.conflict"))
                .isEqualTo("is_listed true");
        Console.Result again = ingest("seq/late_correction/1_sales.csv");
        assertThat(again.exitCode()).isZero();
        assertThat(query("select sum(gross_amount) as revenue from curated.sales_line"))
                .isEqualTo("revenue 290.00");
    }

    @Test
    void aDamagedDataFileStopsEveryCommandAndIsNamed() throws IOException {
        ingest("csv/c00_control_utf8.csv");
        Path file;
        try (Stream<Path> files = Files.list(home.resolve("raw/contact"))) {
            file = files.findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        assertThat(file.toFile().setWritable(true)).isTrue();
        Files.write(file, bytes);
        Console.Result result = Console.run("query", "--home", home.toString(), "select count(*) from raw.contact");
        assertThat(result.exitCode()).isEqualTo(7);
        assertThat(result.err()).contains(String.valueOf(file.getFileName()));
    }
}
