package cartera.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproducibleTest {

    /** The committed files were made in an English locale and UTC. */
    @Test
    void theCommittedFilesAreMadeAgainInAnotherLocaleAndZone(@TempDir Path folder) throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Generate.write(folder, 1);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(differences(Folders.contents(folder), Folders.contents(Folders.COMMITTED)))
                .as("files that differ: run cartera.sample.Generate again (README.md)")
                .isEmpty();
    }

    @Test
    void theCommittedFilesStayUnderSixMegabytes() throws IOException {
        long bytes = 0;
        for (String part : List.of("exports", "truth")) {
            try (var files = Files.walk(Folders.COMMITTED.resolve(part))) {
                bytes += files.filter(Files::isRegularFile)
                        .mapToLong(file -> file.toFile().length())
                        .sum();
            }
        }
        assertThat(bytes).isLessThan(6_000_000);
    }

    @Test
    void theFlatFeedHasAsManyLinesAsAskedFor(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("flat-sales.csv");
        FlatFeed.write(file, 1_000);
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        assertThat(lines).hasSize(1_001).startsWith("line_id;customer_id;sold_on;product;qty;amount");
        assertThat(lines.get(1)).startsWith("L1;K").contains(";2023-11-20;");
        assertThat(lines.get(1_000)).matches("L1000;K\\d+;2026-11-\\d\\d;[^;]+;\\d+;\\d+\\.\\d\\d");
    }

    private static List<String> differences(Map<String, byte[]> made, Map<String, byte[]> committed) {
        List<String> differences = new ArrayList<>();
        made.forEach((name, bytes) -> {
            if (!Arrays.equals(bytes, committed.get(name))) {
                differences.add(name);
            }
        });
        committed.keySet().stream().filter(name -> !made.containsKey(name)).forEach(differences::add);
        return differences;
    }
}
