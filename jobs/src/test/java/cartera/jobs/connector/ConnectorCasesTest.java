package cartera.jobs.connector;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.jobs.read.Export;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder {@code connectors/<connector>/<case>} holds an {@code export.*} and, under {@code expect}, all that comes
 * out of it. With {@code -Dcases.accept=true} the expectation is written instead; read it before you keep it.
 */
class ConnectorCasesTest {

    private static final Path CASES = Path.of("src/test/resources/connectors");

    @TestFactory
    List<DynamicTest> aCaseGivesWhatItsFolderExpects() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path connector : sorted(CASES)) {
            for (Path folder : sorted(connector)) {
                tests.add(DynamicTest.dynamicTest(
                        connector.getFileName() + " " + folder.getFileName(),
                        () -> check(connector.getFileName().toString(), folder)));
            }
        }
        return tests;
    }

    @Test
    void everyConnectorHasACase() throws IOException {
        List<String> folders = sorted(CASES).stream()
                .map(path -> path.getFileName().toString())
                .toList();
        assertThat(folders)
                .containsExactlyElementsOf(
                        Collected.CONNECTORS.all().stream().map(Connector::name).toList());
    }

    private static void check(String name, Path folder) throws IOException {
        Path export = sorted(folder).stream()
                .filter(path -> path.getFileName().toString().startsWith("export."))
                .findFirst()
                .orElseThrow();
        assertThat(Collected.connector(export).name()).isEqualTo(name);
        Collected collected = new Collected();
        Counts counts = Collected.connector(export)
                .read(new Export(export, export.getFileName().toString()), Collected.SETTINGS, collected);
        assertThat(counts.areConserved()).isTrue();
        Map<String, String> actual = CaseResult.of(collected, counts);
        Path expect = folder.resolve("expect");
        if (Boolean.getBoolean("cases.accept")) {
            accept(actual, expect);
        }
        assertThat(actual).isEqualTo(expected(expect));
    }

    private static Map<String, String> expected(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (Path file : sorted(folder)) {
            files.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
        }
        return files;
    }

    private static void accept(Map<String, String> files, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Path file : sorted(folder)) {
            Files.delete(file);
        }
        files.forEach((name, text) -> {
            try {
                Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted().toList();
        }
    }
}
