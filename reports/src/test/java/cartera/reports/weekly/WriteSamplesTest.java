package cartera.reports.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.reports.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Leaves the workbooks and pictures of all fixtures in {@code target/samples} for somebody to look at. */
@Tag("slow")
class WriteSamplesTest {

    @Test
    void allFixturesAreWrittenInAllLanguages() throws IOException {
        Map<String, Fixture> fixtures =
                Map.of("wholesale", Fixture.wholesale(), "single", Fixture.single(), "empty", Fixture.empty());
        for (Map.Entry<String, Fixture> fixture : fixtures.entrySet()) {
            for (String code : Language.codes()) {
                WeeklyReport report = fixture.getValue().report();
                Path folder = Samples.folder(fixture.getKey());
                assertThat(report.writeWorkbook(Language.of(code), folder)).isNotEmptyFile();
                report.writePictures(Language.of(code), folder);
            }
        }
    }
}
