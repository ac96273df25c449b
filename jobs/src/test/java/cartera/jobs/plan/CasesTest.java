package cartera.jobs.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.jobs.engine.Engine;
import cartera.jobs.engine.duckdb.DuckDbEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every case folder gives the rows that it expects. */
class CasesTest {

    @TempDir
    Path temporary;

    @TestFactory
    Stream<DynamicTest> everyCaseGivesTheRowsThatItExpects() throws IOException {
        return CaseFolders.all().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.name(), () -> {
                    try (Engine engine = DuckDbEngine.open(temporary)) {
                        assertThat(folder.actual(engine, temporary)).containsExactlyElementsOf(folder.expected());
                    }
                }));
    }
}
