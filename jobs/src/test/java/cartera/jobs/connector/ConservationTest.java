package cartera.jobs.connector;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.jobs.read.Export;
import cartera.jobs.read.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a file, every physical record is loaded, set aside, blank, header or footer, or it is refused. */
class ConservationTest {

    @TempDir
    Path folder = Path.of("");

    private static List<Path> exports() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/connectors"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("export."))
                    .sorted()
                    .toList();
        }
    }

    @RepeatedTest(30)
    void damageOfAnyKindLosesNoRecordUnseen(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        for (Path export : exports()) {
            byte[] bytes = damaged(Files.readAllBytes(export), random);
            Path file = Files.write(folder.resolve("damaged"), bytes);
            Recognition recognition = Collected.CONNECTORS.recognise(new Export(file, "damaged"));
            if (recognition instanceof Recognition.Known known) {
                check(known, file);
            }
        }
    }

    private static void check(Recognition.Known known, Path file) {
        Collected collected = new Collected();
        try {
            Counts counts = known.connector().read(new Export(file, "damaged"), Collected.SETTINGS, collected);
            assertThat(counts.areConserved()).isTrue();
            assertThat(collected.rejections).hasSize((int) counts.quarantined());
            Set<Long> rejected = new HashSet<>();
            collected.rejections.forEach(rejection -> rejected.add(rejection.line()));
            assertThat(collected.rows).noneMatch(row -> rejected.contains(row.line()));
        } catch (Refused e) {
            assertThat(e).hasMessageStartingWith("Cannot ingest damaged: ");
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] damaged = bytes.clone();
        for (int n = random.nextInt(4); n >= 0; n--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? java.util.Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged;
    }

    @Test
    void recordsThatStandAgainstEachOtherAreSetAsideTogether() throws IOException {
        Path file = Files.writeString(folder.resolve("s.csv"), """
                line_id;customer_id;sold_on;product;qty;amount
                1;c;2026-05-01;x;1;10
                2;c;2026-05-01;x;1;10
                1;c;2026-05-01;x;1;11
                """);
        Collected collected = new Collected();
        Counts counts = collected.read(file, Collected.SETTINGS.without(Set.of(2L, 4L)));
        assertThat(counts.loaded()).isEqualTo(1);
        assertThat(collected.rejections)
                .extracting(rejection -> rejection.position() + " " + rejection.column() + " "
                        + rejection.reason().code())
                .containsExactly("line 2 id conflict", "line 4 id conflict");
    }

    @Test
    void theDateInANameTellsWhenAFileWasExtracted() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "id;name;phone;email\n1;a;;\n");
        Connector connector = Collected.connector(file);
        for (String name : List.of("export_2026-05-01.csv", "a 01.05.2026 (3).csv", "a_20260501.zip!x.csv")) {
            assertThat(connector
                            .read(new Export(file, name), Collected.SETTINGS, new Collected())
                            .extractedAt())
                    .isEqualTo("2026-04-30T21:00:00Z");
        }
        assertThat(connector
                        .read(new Export(file, "a_2031-01-01.csv"), Collected.SETTINGS, new Collected())
                        .extractedAt())
                .isNull();
    }
}
