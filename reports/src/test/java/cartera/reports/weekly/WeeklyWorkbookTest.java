package cartera.reports.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.reports.sheet.Book;
import cartera.reports.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WeeklyWorkbookTest {

    @TempDir
    static Path folder;

    /** Each workbook is built once for all tests. */
    private static final Map<String, Path> BUILT = new HashMap<>();

    static List<String> languages() {
        return Language.codes();
    }

    @Test
    void theFileIsNamedAfterCompanyWeekAndLanguage() throws IOException {
        assertThat(wholesale("ru").getFileName()).hasToString("Альфа-Снаб_weekly_2026-W47_ru.xlsx");
        assertThat(single("ru").getFileName()).hasToString("weekly_2026-W47_ru.xlsx");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theWorkbookIsAsAccepted(String code) throws IOException {
        Golden.check("wholesale_" + code + ".txt", Dump.lines(wholesale(code)));
    }

    @Test
    void theWorkbookOfOneCustomerIsAsAccepted() throws IOException {
        Golden.check("single_en.txt", Dump.lines(single("en")));
    }

    @Test
    void allLanguagesHaveTheSameNumbersInTheSameCells() throws IOException {
        var first = Dump.numbers(wholesale(languages().get(0)));
        for (String code : languages()) {
            assertThat(Dump.numbers(wholesale(code))).isEqualTo(first);
        }
    }

    @Test
    void everyNumberIsOneOfAMetricOfTheCatalogue() {
        Set<String> catalogue = new TreeSet<>();
        Fixture.wholesale().data().metrics().all().forEach(metric -> catalogue.add(metric.id()));
        Book book = Fixture.wholesale().report().book(Language.of("en"));

        assertThat(book.places()).hasSizeGreaterThan(1000);
        assertThat(book.places()).extracting(place -> place.value().metric()).isSubsetOf(catalogue);
    }

    @Test
    void theOrderOfRowsInTheTablesDoesNotMatter() throws IOException {
        Path shuffled = Fixture.wholesale()
                .shuffled(new Random(47))
                .report()
                .writeWorkbook(Language.of("en"), folder.resolve("shuffled"));

        assertThat(Files.readAllBytes(shuffled)).isEqualTo(Files.readAllBytes(wholesale("en")));
    }

    @Test
    void neitherLocaleNorZoneOfTheMachineChangesAByte() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            byte[] here = bytes("UTC", Locale.US, "a");
            byte[] there = bytes("Asia/Kamchatka", Locale.forLanguageTag("ar-EG"), "b");
            assertThat(there).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private byte[] bytes(String zone, Locale locale, String name) throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        Locale.setDefault(locale);
        return Files.readAllBytes(Fixture.wholesale().report().writeWorkbook(Language.of("es"), folder.resolve(name)));
    }

    @Test
    void aCustomerWhoseNameLooksLikeAFormulaStaysAText() throws IOException {
        int found = 0;
        try (InputStream in = Files.newInputStream(wholesale("en"));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            Sheet segments = book.getSheet("Segments");
            for (Row row : segments) {
                Cell cell = row.getCell(1);
                if (cell != null
                        && cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().startsWith("=HYPERLINK")) {
                    assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                    found++;
                }
            }
        }
        assertThat(found).isEqualTo(1);
    }

    @Test
    void theDocumentSaysWhichRunMadeIt() throws IOException {
        try (InputStream in = Files.newInputStream(wholesale("es"));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            var properties = book.getProperties().getCustomProperties();

            assertThat(properties.getProperty("run_id").getLpwstr()).isEqualTo("2026-W47-3f9c21ab");
            assertThat(properties.getProperty("schema").getLpwstr()).isEqualTo("director-weekly/1");
            assertThat(properties.getProperty("language").getLpwstr()).isEqualTo("es-ES");
            assertThat(book.getName("kpi_revenue").getRefersToFormula()).isEqualTo("Resumen!$D$11");
        }
    }

    private static Path wholesale(String code) throws IOException {
        if (!BUILT.containsKey(code)) {
            BUILT.put(code, Fixture.wholesale().report().writeWorkbook(Language.of(code), folder.resolve("wholesale")));
        }
        return Objects.requireNonNull(BUILT.get(code));
    }

    private static Path single(String code) throws IOException {
        return Fixture.single().report().writeWorkbook(Language.of(code), folder.resolve("single"));
    }
}
