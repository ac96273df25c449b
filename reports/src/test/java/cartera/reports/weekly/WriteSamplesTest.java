package cartera.reports.weekly;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cartera.reports.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Writes the workbooks and pictures of all fixtures for somebody to look at: {@code -Dtest=WriteSamplesTest -Dsamples=FOLDER}. */
class WriteSamplesTest {

    @Test
    void writesAllFixturesInAllLanguages() throws IOException {
        String folder = System.getProperty("samples", "");
        assumeTrue(!folder.isEmpty(), "-Dsamples=FOLDER says where to write");
        Map<String, Fixture> fixtures =
                Map.of("wholesale", Fixture.wholesale(), "single", Fixture.single(), "empty", Fixture.empty());
        for (Map.Entry<String, Fixture> fixture : fixtures.entrySet()) {
            for (String code : Language.codes()) {
                WeeklyReport report = fixture.getValue().report();
                report.writeWorkbook(Language.of(code), Path.of(folder, fixture.getKey()));
                report.writePictures(Language.of(code), Path.of(folder, fixture.getKey()));
            }
        }
    }
}
