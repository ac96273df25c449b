package cartera.spark;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.jobs.engine.Engine;
import cartera.jobs.plan.CaseFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every case folder gives the rows that it expects, on Spark as on DuckDB. */
@Execution(ExecutionMode.CONCURRENT)
class CasesTest {

    @TempDir
    Path temporary;

    @TestFactory
    Stream<DynamicTest> everyCaseGivesTheRowsThatItExpects() throws IOException {
        return CaseFolders.all().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.name(), () -> {
                    try (Engine engine = SharedSpark.engine()) {
                        Path own = Files.createDirectories(temporary.resolve(folder.name()));
                        assertThat(folder.actual(engine, own)).containsExactlyElementsOf(folder.expected());
                    }
                }));
    }
}
