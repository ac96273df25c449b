package cartera.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.jobs.SharedFolder;
import cartera.jobs.ingest.IngestResult.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hostile examples give what their list says; those that need curated or another carrier are tried elsewhere. */
class HostileTest {

    private static final Path EXAMPLES = SharedFolder.path().resolve("hostile");

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void needsExamples() {
        Assumptions.assumeTrue(Files.isDirectory(EXAMPLES), "../shared/hostile is not there");
    }

    @ParameterizedTest
    @CsvSource({
        "csv/c00_control_utf8.csv,          5,  0, contact,  COMPLETE",
        "csv/c01_formula_injection.csv,    30,  0, contact,  COMPLETE",
        "csv/c06_invalid_utf8.csv,          6,  5, contact,  PARTIAL",
        "csv/c11_ragged.csv,                7,  3, contact,  PARTIAL",
        "csv/c15_dates.csv,                26, 24, document, PARTIAL",
        "csv/c24b_truncated_in_quote.csv,   5,  1, contact,  PARTIAL",
        "csv/c26_totals_row.csv,           20,  2, document, PARTIAL",
        "xml/x00_control.xml,               3,  0, document, COMPLETE",
        "xml/x01_xxe_file.xml,              0,  0, document, REFUSED",
        "xlsx/s00_control.xlsx,             5,  0, contact,  COMPLETE",
        "xlsx/s08_bad_shared_index.xlsx,    5,  1, contact,  PARTIAL",
        "xlsx/s15_html_as_xlsx.xlsx,        0,  0, contact,  REFUSED",
        "json/j11_error_body.json,          0,  0, contact,  REFUSED",
        "bank/b00_control_cp1251.txt,       2,  0, payment,  COMPLETE",
        "bank/b03_no_end_of_document.txt,   1,  1, payment,  PARTIAL"
    })
    void everyGoodRowIsLoadedAndEveryBadOneSetAside(String file, long good, long bad, String entity, Verdict verdict)
            throws IOException {
        InboxHome home = new InboxHome(folder.resolve("home"));
        Path original = EXAMPLES.resolve(file);
        home.put("plain/" + original.getFileName(), original);
        assertThat(home.ingest().verdict()).isEqualTo(verdict);
        assertThat(home.rows("raw." + entity)).isEqualTo(good);
        assertThat(home.rows("raw.rejected")).isEqualTo(bad);
        assertThat(home.files("inbox")).hasSize(verdict == Verdict.REFUSED ? 1 : 0);
    }

    @Test
    void aRefusedFileAmongGoodOnesIsNamed() throws IOException {
        InboxHome home = new InboxHome(folder.resolve("home"));
        for (String file : List.of("csv/c00_control_utf8.csv", "xml/x01_xxe_file.xml")) {
            home.put(EXAMPLES.resolve(file).getFileName().toString(), EXAMPLES.resolve(file));
        }
        IngestResult result = home.ingest();
        assertThat(result.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(result.files().get(1).message()).contains("x01_xxe_file.xml", "DOCTYPE");
    }

    @Test
    void overlappingFilesLoadAllTheirRowsForCuratedToChooseFrom() throws IOException {
        InboxHome home = new InboxHome(folder.resolve("home"));
        home.put("plain/2_sales.csv", EXAMPLES.resolve("seq/rows_overlap/2_sales.csv"));
        home.ingest();
        home.put("plain/1_sales.csv", EXAMPLES.resolve("seq/rows_overlap/1_sales.csv"));
        assertThat(home.ingest().verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(home.rows("raw.document")).isEqualTo(20);
    }

    @Test
    void withinOneIngestTheLaterNameIsTheLaterLoad() throws IOException {
        InboxHome home = new InboxHome(folder.resolve("home"));
        home.put("plain/2_fix.csv", EXAMPLES.resolve("seq/late_correction/2_fix.csv"));
        home.put("plain/1_sales.csv", EXAMPLES.resolve("seq/late_correction/1_sales.csv"));
        home.ingest();
        assertThat(home.column("raw.file", "name")).containsExactly("1_sales.csv", "2_fix.csv");
        assertThat(home.column("raw.file", "load_order")).containsExactly(1L, 2L);
        home.put("plain/1_sales.csv", EXAMPLES.resolve("seq/late_correction/1_sales.csv"));
        assertThat(home.ingest().published()).isEmpty();
    }
}
