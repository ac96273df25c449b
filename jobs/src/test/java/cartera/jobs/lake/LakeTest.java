package cartera.jobs.lake;

import static cartera.jobs.lake.Homes.SCHEMA;
import static cartera.jobs.lake.Homes.files;
import static cartera.jobs.lake.Homes.ids;
import static cartera.jobs.lake.Homes.staged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cartera.jobs.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeTest {

    private static final RunInfo RUN = new RunInfo("r1", "0.1.0");
    private static final Edition OLD = new Edition(LocalDate.of(2026, 11, 15), LocalDate.of(2026, 11, 16));
    private static final Edition NEW = new Edition(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 23));

    @TempDir
    Path folder = Path.of("");

    private Path home = Path.of("");

    @BeforeEach
    void realPath() throws IOException {
        home = folder.toRealPath();
    }

    @Test
    void aNewHomeIsVersionZeroWithoutTables() {
        Snapshot snapshot = Lake.open(home).snapshot();
        assertThat(snapshot.version()).isZero();
        assertThat(snapshot.names()).isEmpty();
        assertThat(snapshot.table("raw.deal")).isEmpty();
        assertThat(files(home)).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsNoHome() {
        assertThatThrownBy(() -> Lake.open(home.resolve("missing")))
                .isInstanceOf(LakeException.class)
                .hasMessageStartingWith("Cannot open home %s/missing: it does not exist".formatted(home));
    }

    @Test
    void rawGrowsAndCuratedIsReplaced() {
        commit(writer -> {
            writer.append("raw.deal", SCHEMA, staged(writer, "raw.deal", 1, 2));
            writer.replace("curated.deal", SCHEMA, "a", List.of(staged(writer, "curated.deal", 1, 2)));
        });
        Snapshot second = commit(writer -> {
            writer.append("raw.deal", SCHEMA, staged(writer, "raw.deal", 3));
            writer.replace(
                    "curated.deal",
                    SCHEMA,
                    "b",
                    List.of(staged(writer, "curated.deal", 1, 2), staged(writer, "curated.deal", 3)));
        });
        assertThat(second.version()).isEqualTo(2);
        assertThat(ids(second, "raw.deal")).containsExactly(1L, 2L, 3L);
        assertThat(ids(second, "curated.deal")).containsExactly(1L, 2L, 3L);
        assertThat(second.table("curated.deal").orElseThrow().recipe()).contains("b");
        assertThat(second.table("raw.deal").orElseThrow().rows()).isEqualTo(3);
        assertThat(second.names()).containsExactly("curated.deal", "raw.deal");
    }

    @Test
    void aRunReplacesItsOwnEditionOnlyAndAnOldDateNeverBecomesTheHead() {
        commit(writer -> writer.replace("scores.rfm", SCHEMA, "a", NEW, List.of(staged(writer, "scores.rfm", 20))));
        commit(writer -> writer.replace("scores.rfm", SCHEMA, "b", OLD, List.of(staged(writer, "scores.rfm", 10))));
        Snapshot last = commit(
                writer -> writer.replace("scores.rfm", SCHEMA, "c", NEW, List.of(staged(writer, "scores.rfm", 21))));
        assertThat(ids(last, "scores.rfm")).containsExactly(21L);
        assertThat(ids(last, "history.rfm")).containsExactly(10L, 21L);
        assertThat(last.names()).containsExactly("history.rfm", "scores.rfm");
        assertThat(last.editions("scores.rfm").orElseThrow().editions()).containsExactly(OLD, NEW);
        assertThat(last.table("scores.rfm").orElseThrow().recipe()).contains("c");
    }

    @Test
    void emptyEditionsOfEqualBytesAreReadOnce() {
        Snapshot last = commit(writer -> {
            writer.replace("scores.rfm", SCHEMA, "a", OLD, List.of(staged(writer, "scores.rfm")));
            writer.replace("scores.rfm", SCHEMA, "a", NEW, List.of(staged(writer, "scores.rfm")));
        });
        assertThat(last.files(last.table("history.rfm").orElseThrow())).hasSize(1);
    }

    @Test
    void aReaderKeepsItsVersionWhileTheNextIsPublished() {
        Snapshot first = commit(
                writer -> writer.replace("curated.deal", SCHEMA, "a", List.of(staged(writer, "curated.deal", 1))));
        commit(writer -> writer.replace("curated.deal", SCHEMA, "b", List.of(staged(writer, "curated.deal", 2))));
        assertThat(ids(first, "curated.deal")).containsExactly(1L);
        assertThat(ids(Lake.open(home).snapshot(), "curated.deal")).containsExactly(2L);
    }

    @Test
    void whatIsHandedOverIsReadableBeforeTheCommit() {
        try (LakeWriter writer = Lake.open(home).write("test")) {
            writer.append("raw.deal", SCHEMA, staged(writer, "raw.deal", 1));
            assertThat(ids(writer.pending(), "raw.deal")).containsExactly(1L);
            assertThat(Lake.open(home).snapshot().version()).isZero();
        }
    }

    @Test
    void anAbortLeavesNothing() {
        commit(writer -> writer.append("raw.deal", SCHEMA, staged(writer, "raw.deal", 1)));
        List<String> before = files(home);
        try (LakeWriter writer = Lake.open(home).write("test")) {
            writer.append("raw.deal", SCHEMA, staged(writer, "raw.deal", 1));
            writer.append("raw.deal", SCHEMA, staged(writer, "raw.deal", 2));
            staged(writer, "curated.deal", 3);
        }
        assertThat(files(home)).isEqualTo(before);
    }

    @Test
    void dataIsNamedByItsContentAndReadOnly() throws IOException {
        commit(writer -> writer.append("raw.deal", SCHEMA, staged(writer, "raw.deal", 1)));
        Path file =
                home.resolve("raw/deal").resolve(files(home.resolve("raw/deal")).get(0));
        assertThat(file).hasFileName(Sha256.of(file) + ".parquet");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("r--r-----");
        assertThat(files(home)).containsExactly("LOCK", "manifests/v1.json", "raw/deal/" + file.getFileName());
    }

    @Test
    void theSameStepsGiveTheSameManifestInAnotherHome() throws IOException {
        Path other = Files.createDirectory(home.resolve("other"));
        Path one = Files.createDirectory(home.resolve("one"));
        for (Path each : List.of(one, other)) {
            try (LakeWriter writer = Lake.open(each).write("test")) {
                writer.append("raw.deal", SCHEMA, staged(writer, "raw.deal", 1));
                writer.commit(RUN);
            }
        }
        assertThat(one.resolve("manifests/v1.json")).hasSameBinaryContentAs(other.resolve("manifests/v1.json"));
    }

    @Test
    void whatAKilledRunLeftIsCleanedByTheNext() throws IOException {
        commit(writer -> writer.append("raw.deal", SCHEMA, staged(writer, "raw.deal", 1)));
        List<String> before = files(home);
        Files.writeString(home.resolve("raw/deal/tmp-1.parquet"), "half");
        Files.writeString(home.resolve("raw/deal/" + "0".repeat(64) + ".parquet"), "unnamed");
        Files.writeString(home.resolve("manifests/tmp-v2-17.json"), "half");
        Files.writeString(home.resolve("LOCK.info"), "someone who died");
        Lake.open(home).write("test").close();
        assertThat(files(home)).isEqualTo(before);
    }

    @Test
    void versionsAreOrderedByNumber() {
        for (long i = 1; i <= 11; i++) {
            long id = i;
            commit(writer -> writer.append("raw.deal", SCHEMA, staged(writer, "raw.deal", id)));
        }
        assertThat(Lake.open(home).snapshot().version()).isEqualTo(11);
        assertThat(ids(Lake.open(home).snapshot(), "raw.deal")).hasSize(11);
    }

    @Test
    void theSecondWriterIsToldWhoHoldsTheLock() throws IOException {
        try (LakeWriter first = Lake.open(home).write("cartera ingest")) {
            assertThat(first.version()).isEqualTo(1);
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> Lake.open(home).write("cartera run"))
                        .isInstanceOf(LakeLocked.class)
                        .hasMessageMatching("Cannot write to the lake: cartera ingest \\(process %d\\), since "
                                        .formatted(ProcessHandle.current().pid())
                                + "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ, holds its lock\n"
                                + "wait until it has ended, then run the same command again");
            }
        }
        Lake.open(home).write("cartera run").close();
    }

    @Test
    void aVersionThatAnotherWriterPublishedMeanwhileIsNotOverwritten() throws IOException {
        try (LakeWriter writer = Lake.open(home).write("test")) {
            writer.append("raw.deal", SCHEMA, staged(writer, "raw.deal", 1));
            Files.createDirectories(home.resolve("manifests"));
            Files.writeString(home.resolve("manifests/v1.json"), "another");
            assertThatThrownBy(() -> writer.commit(RUN))
                    .hasMessage("Cannot publish version 1: another run did so meanwhile\nrun the same command again");
        }
        assertThat(home.resolve("manifests/v1.json")).hasContent("another");
    }

    @Test
    void aFileOfAnotherShapeThanDeclaredIsNotPublished() {
        try (LakeWriter writer = Lake.open(home).write("test")) {
            Schema other = Schema.of(new Column("id", Type.TEXT));
            Path file = staged(writer, "raw.deal", 1);
            assertThatThrownBy(() -> writer.append("raw.deal", other, file))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("Invalid file for a table: it has ");
        }
    }

    @Test
    void aHomeThatCannotBeWrittenIsSaidPlainly() throws IOException {
        Files.writeString(home.resolve("raw"), "a file where a folder should be");
        try (LakeWriter writer = Lake.open(home).write("test")) {
            assertThatThrownBy(() -> writer.stage("raw.deal"))
                    .isInstanceOf(LakeException.class)
                    .hasMessageStartingWith("Cannot write %s/raw/deal: ".formatted(home))
                    .hasMessageEndingWith("nothing was published; mend that and run the same command again");
        }
    }

    @Test
    void inputsAndFactsAreKept() {
        Input input = new Input("ab", "cd", 10, "a.zip!b.xml", "1c", "commerceml", 1, 5, 3, 1, 0, 1, 0);
        TreeMap<String, String> facts = new TreeMap<>();
        facts.put("command", "ingest");
        try (LakeWriter writer = Lake.open(home).write("test")) {
            writer.load(input);
            writer.commit(new RunInfo("r1", "0.1.0", facts));
        }
        Snapshot snapshot = Lake.open(home).snapshot();
        assertThat(snapshot.inputs()).containsExactly(input);
        assertThat(snapshot.run()).isEqualTo(new RunInfo("r1", "0.1.0", facts));
    }

    @Test
    void everyFileSaysWhichRunMadeIt() {
        commit(writer -> writer.append("raw.deal", SCHEMA, staged(writer, "raw.deal", 1)));
        try (LakeWriter writer = Lake.open(home).write("test")) {
            writer.append("raw.deal", SCHEMA, staged(writer, "raw.deal", 2));
            writer.commit(new RunInfo("r2", "0.1.0"));
        }
        Table table = Lake.open(home).snapshot().table("raw.deal").orElseThrow();
        assertThat(table.files()).extracting(DataFile::run).containsExactly("r1", "r2");
    }

    @Test
    void aDamagedDataFileIsNamedWhenItIsUsed() throws IOException {
        commit(writer -> {
            writer.append("raw.deal", SCHEMA, staged(writer, "raw.deal", 1));
            writer.append("raw.price", SCHEMA, staged(writer, "raw.price", 1));
        });
        Path file =
                home.resolve("raw/deal").resolve(files(home.resolve("raw/deal")).get(0));
        flip(file, Files.size(file) / 2);
        Snapshot snapshot = Lake.open(home).snapshot();
        assertThat(ids(snapshot, "raw.price")).containsExactly(1L);
        assertThatThrownBy(() -> ids(snapshot, "raw.deal"))
                .isInstanceOf(CorruptLake.class)
                .hasMessage("Cannot use the lake: 1 damaged file\n  %s: its SHA-256 differs from the manifest\n"
                                .formatted(file)
                        + "restore them from a backup; nothing was changed");
    }

    @Test
    void aCutOrMissingDataFileIsNamedAtOnce() throws IOException {
        commit(writer -> writer.append("raw.deal", SCHEMA, staged(writer, "raw.deal", 1)));
        Path file =
                home.resolve("raw/deal").resolve(files(home.resolve("raw/deal")).get(0));
        Files.delete(file);
        assertThatThrownBy(() -> Lake.open(home).snapshot())
                .isInstanceOf(CorruptLake.class)
                .hasMessageContaining(file + ": it cannot be read");
        Files.write(file, new byte[3]);
        assertThatThrownBy(() -> Lake.open(home).write("test"))
                .isInstanceOf(CorruptLake.class)
                .hasMessageContaining(file + ": 3 bytes (published with ");
    }

    @Test
    void everyChangedByteOfAManifestIsNoticedAndNoOlderVersionTaken() throws IOException {
        commit(writer -> writer.append("raw.deal", SCHEMA, staged(writer, "raw.deal", 1)));
        commit(writer -> writer.append("raw.deal", SCHEMA, staged(writer, "raw.deal", 2)));
        Path manifest = home.resolve("manifests/v2.json");
        byte[] good = Files.readAllBytes(manifest);
        for (int i = 0; i < good.length; i++) {
            flip(manifest, i);
            assertThatThrownBy(() -> Lake.open(home).snapshot())
                    .as("byte %d", i)
                    .isInstanceOf(CorruptLake.class)
                    .hasMessageContaining(manifest.toString());
            Files.delete(manifest);
            Files.write(manifest, good);
        }
        assertThat(Lake.open(home).snapshot().version()).isEqualTo(2);
    }

    @Test
    void theDamagedExampleIsRefusedAndTheSoundOneRead() throws IOException {
        Path examples = SharedFolder.path().resolve("hostile/parquet");
        Path sound = examples.resolve("p00_control.parquet");
        Assumptions.assumeTrue(Files.exists(sound), "../shared/hostile/parquet is not there");
        try (LakeWriter writer = Lake.open(home).write("test")) {
            Path staged = writer.stage("raw.deal");
            Files.copy(sound, staged);
            try (TableReader reader = TableReader.open(sound)) {
                writer.append("raw.deal", reader.schema(), staged);
            }
            writer.commit(RUN);
        }
        assertThat(Lake.open(home).snapshot().table("raw.deal").orElseThrow().rows())
                .isEqualTo(200);
        Path published =
                home.resolve("raw/deal").resolve(files(home.resolve("raw/deal")).get(0));
        Files.delete(published);
        Files.copy(examples.resolve("p02_bitflip_data.parquet"), published);
        Snapshot snapshot = Lake.open(home).snapshot();
        assertThatThrownBy(() -> snapshot.files(snapshot.table("raw.deal").orElseThrow()))
                .isInstanceOf(CorruptLake.class)
                .hasMessageContaining(published.toString());
    }

    private interface Steps {
        void in(LakeWriter writer);
    }

    private Snapshot commit(Steps steps) {
        try (LakeWriter writer = Lake.open(home).write("test")) {
            steps.in(writer);
            return writer.commit(RUN);
        }
    }

    private static void flip(Path file, long at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) at] ^= 1;
        Files.delete(file);
        Files.write(file, bytes);
    }
}
