package cartera.reports.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.reports.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class PrintTest {

    @TempDir
    Path folder;

    @BeforeEach
    void tools() {
        Rendering.need("soffice");
        Rendering.need("pdftotext");
        Rendering.need("pdftoppm");
    }

    @Test
    void summaryAndForecastAreOnePageEachInEachLanguageAndNoNumberIsTooWideForItsCell()
            throws IOException, InterruptedException {
        List<Path> workbooks = new ArrayList<>();
        for (String code : Language.codes()) {
            workbooks.add(Fixture.wholesale().report().writeWorkbook(Language.of(code), folder));
        }
        for (Path pdf : Rendering.pdf(workbooks, folder)) {
            List<String> pages = Rendering.texts(pdf);
            assertThat(pages.get(0)).contains("2026-W47").contains("−776").contains("1 / " + pages.size());
            assertThat(pages.get(1)).contains("2 / " + pages.size()).contains("542");
            assertThat(pages.get(2)).contains("3 / " + pages.size()).contains("10,777.6");
            assertThat(pages).anySatisfy(page -> assertThat(page).contains("+8"));
            assertThat(pages).allSatisfy(page -> assertThat(page).doesNotContain("##"));
        }
    }

    /** Also for people, with any workbook: {@code -Dtest=PrintTest#aWorkbookBecomesPictures -Dworkbook=FILE -Dsamples=FOLDER}. */
    @Test
    void aWorkbookBecomesPictures() throws IOException, InterruptedException {
        String given = System.getProperty("workbook", "");
        Path workbook =
                given.isEmpty() ? Fixture.single().report().writeWorkbook(Language.of("en"), folder) : Path.of(given);
        Path pdf = Rendering.pdf(List.of(workbook), Samples.folder("print")).get(0);

        assertThat(Rendering.pictures(pdf)).hasSameSizeAs(Rendering.texts(pdf));
    }
}
