package cartera.spark;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.jobs.engine.Engine;
import cartera.jobs.plan.CaseFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every case folder gives the rows that it expects, on Spark as on DuckDB. */
class CasesTest {

    @TempDir
    Path temporary;

    @TestFactory
    Stream<DynamicTest> everyCaseGivesTheRowsThatItExpects() throws IOException {
        return CaseFolders.all().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.name(), () -> {
                    try (Engine engine = SharedSpark.engine()) {
                        assertThat(folder.actual(engine, temporary)).containsExactlyElementsOf(folder.expected());
                    }
                }));
    }
}
