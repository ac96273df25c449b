package cartera.reports.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.reports.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeeklyWorkbookTest {

    @TempDir
    Path folder;

    @Test
    void theFileIsNamedAfterCompanyWeekAndLanguage() throws IOException {
        Path file = Fixture.wholesale().report().writeWorkbook(Language.of("ru"), folder);

        assertThat(file.getFileName()).hasToString("Альфа-Снаб_weekly_2026-W47_ru.xlsx");
    }

    @Test
    void aReportWithoutAnyTableIsStillWritten() throws IOException {
        assertThat(Fixture.empty().report().writeWorkbook(Language.of("en"), folder))
                .isNotEmptyFile();
    }
}
