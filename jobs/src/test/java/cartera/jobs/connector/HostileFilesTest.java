package cartera.jobs.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cartera.jobs.read.Export;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hostile files load what is good in them, set aside what is bad, and are refused by name where nothing can be used. */
class HostileFilesTest {

    private Path hostile = Path.of("");
    private final Collected collected = new Collected();

    @BeforeEach
    void find() {
        Path shared = Collected.shared();
        assumeTrue(shared != null, "skipped: the folder ../shared with the hostile files is not there");
        hostile = shared.resolve("hostile");
    }

    @ParameterizedTest
    @CsvSource({
        "csv/c00_control_utf8.csv,         5,  0, 0",
        "csv/c01_formula_injection.csv,   30,  0, 0",
        "csv/c06_invalid_utf8.csv,         6,  5, 0",
        "csv/c11_ragged.csv,               7,  3, 2",
        "csv/c15_dates.csv,               26, 24, 0",
        "csv/c24b_truncated_in_quote.csv,  5,  1, 0",
        "csv/c26_totals_row.csv,          20,  2, 1",
        "seq/rows_overlap/1_sales.csv,    10,  0, 0",
        "seq/rows_overlap/2_sales.csv,    10,  0, 0",
        "seq/late_correction/1_sales.csv,  2,  0, 0",
        "seq/late_correction/2_fix.csv,    1,  0, 0",
        "xml/x00_control.xml,              3,  0, 0",
        "xlsx/s00_control.xlsx,            5,  0, 0",
        "xlsx/s08_bad_shared_index.xlsx,   5,  1, 0",
        "bank/b00_control_cp1251.txt,      2,  0, 0",
        "bank/b03_no_end_of_document.txt,  1,  1, 0",
    })
    void goodRecordsLoadAndBadOnesAreSetAside(String file, long good, long bad, long blank) {
        Counts counts = collected.read(hostile.resolve(file));
        assertThat(List.of(counts.loaded(), counts.quarantined(), counts.blank()))
                .containsExactly(good, bad, blank);
        assertThat(collected.rejections).hasSize((int) bad);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xml/x01_xxe_file.xml | DOCTYPE is not allowed",
                "xlsx/s15_html_as_xlsx.xlsx | it is HTML, not XLSX (an HTML table), and no connector knows its table: save it as XLSX or CSV",
                "json/j00_control.ndjson | it is JSON, which is not read yet: export the list as CSV or XLSX",
                "json/j03_duplicate_keys.json | it is JSON, which is not read yet: export the list as CSV or XLSX",
                "json/j11_error_body.json | it is no data but an error of the source, without a data array: QUERY_LIMIT_EXCEEDED (Too many requests)",
                "parquet/p00_control.parquet | it is a Parquet file, which is no export: drop the export itself",
            })
    void whatNobodyReadsIsRefusedByName(String file, String reason) {
        Path path = hostile.resolve(file);
        String name = path.getFileName().toString();
        assertThat(Collected.CONNECTORS.recognise(new Export(path, name)))
                .isEqualTo(new Recognition.Unknown(
                        new Export(path, name), "Cannot ingest %s: %s".formatted(name, reason)));
    }

    @Test
    void invalidUtf8IsNamedByItsByte() {
        collected.read(hostile.resolve("csv/c06_invalid_utf8.csv"));
        assertThat(collected.rejections)
                .extracting(Rejection::value)
                .containsExactly(
                        "byte 393: 0xC0", "byte 427: 0xED", "byte 459: 0xF4", "byte 492: 0xFF", "byte 599: 0xD0");
    }

    @Test
    void everyBadDateIsNamedByItsColumn() {
        collected.read(hostile.resolve("csv/c15_dates.csv"));
        assertThat(collected.rejections).extracting(Rejection::column).containsOnly("sold_on");
    }

    @Test
    void aTimeInUtcLandsOnTheBusinessDayOfTheZone() {
        collected.read(hostile.resolve("csv/c15_dates.csv"));
        assertThat(collected.of("document").stream()
                        .filter(row -> "s:G220".equals(row.values()[0]))
                        .map(row -> String.valueOf(row.values()[2])))
                .containsExactly("2024-05-01T22:30:00Z");
    }

    @Test
    void aCellThatPointsNowhereIsNamed() {
        collected.read(hostile.resolve("xlsx/s08_bad_shared_index.xlsx"));
        assertThat(collected.rejections)
                .extracting(Rejection::position, Rejection::column)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("A7", "id"));
    }

    @Test
    void textThatLooksLikeAFormulaIsKeptUnchanged() {
        collected.read(hostile.resolve("csv/c01_formula_injection.csv"));
        assertThat(collected.column("contact", "name"))
                .contains("=cmd|' /C calc'!A0", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\uFEFF=1+1", "\"=1+1\"");
    }

    @Test
    void aDocumentWithoutItsEndDoesNotMixIntoItsNeighbour() {
        collected.read(hostile.resolve("bank/b03_no_end_of_document.txt"));
        assertThat(collected.column("payment", "number")).containsExactly("G2");
        assertThat(collected.rejections).extracting(Rejection::position).containsExactly("line 18");
        assertThat(collected.notices)
                .containsExactly(
                        "ВсегоПоступило: the file says 300.00, its records make 200.00",
                        "ВсегоСписано: the file says 100.00, its records make 0");
    }

    @Test
    void aStatementWhoseTotalsDoNotTieIsLoadedAndTold() {
        collected.read(hostile.resolve("bank/b00_control_cp1251.txt"));
        assertThat(collected.column("payment", "direction")).containsExactly("in", "in");
        assertThat(collected.notices).containsExactly("ВсегоСписано: the file says 100.00, its records make 0");
    }

    @Test
    void linesOfOnePhysicalLineAreNumberedOnTheirOwn() {
        collected.read(hostile.resolve("xml/x00_control.xml"));
        assertThat(collected.of("document")).extracting(EntityRow::line).containsExactly(2L, 3L, 4L);
    }
}
