package cartera.jobs.ingest;

import static cartera.jobs.ingest.InboxHome.CUSTOMERS;
import static cartera.jobs.ingest.InboxHome.LOADED_AT;
import static cartera.jobs.ingest.InboxHome.SALES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cartera.jobs.ingest.FileOutcome.Status;
import cartera.jobs.ingest.IngestResult.Verdict;
import cartera.jobs.lake.CorruptLake;
import cartera.jobs.lake.Input;
import cartera.jobs.lake.Lake;
import cartera.jobs.lake.LakeLocked;
import cartera.jobs.lake.LakeWriter;
import cartera.jobs.lake.Sha256;
import cartera.jobs.lake.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {

    private static final String TWO_CUSTOMERS = CUSTOMERS + "G1;Иванов;+7 999 001-01-01;;2024-05-01\nG2;Петров;;;\n";
    private static final String TWO_SALES = SALES + "S1;G1;2024-05-02;Кофе;2;100.00\nS2;G1;2024-05-03;Чай;1;50.00\n";

    @TempDir
    Path folder = Path.of("");

    private InboxHome home = new InboxHome(Path.of("."));

    @BeforeEach
    void newHome() {
        home = new InboxHome(folder.resolve("home"));
    }

    @Test
    void anEmptyInboxHasAVerdictOfItsOwn() {
        assertThat(home.ingest().verdict()).isEqualTo(Verdict.NOTHING_FOUND);
        assertThat(home.snapshot().version()).isZero();
    }

    @Test
    void filesBecomeRawAndTheOriginalsGoToTheArchive() throws IOException {
        String sha256 = Sha256.of(home.put("shop/customers.csv", TWO_CUSTOMERS));
        home.put("shop/sales.csv", TWO_SALES);
        IngestResult result = home.ingest();
        assertThat(result.verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(result.files())
                .extracting(FileOutcome::name, FileOutcome::source, FileOutcome::connector, FileOutcome::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("customers.csv", "shop", "plain-customers", Status.LOADED),
                        org.assertj.core.groups.Tuple.tuple("sales.csv", "shop", "plain-sales", Status.LOADED));
        assertThat(result.files().get(1).rows()).hasToString("{document=2, document_line=2}");
        assertThat(home.column("raw.contact", "id")).containsExactly("shop:G1", "shop:G2");
        assertThat(home.column("raw.document_line", "document_id")).containsExactly("shop:S1", "shop:S2");
        assertThat(home.column("raw.contact", "load_id")).containsOnly(sha256.substring(0, 16));
        assertThat(home.files("inbox")).isEmpty();
        assertThat(home.files("archive")).hasSize(2).contains(sha256);
        assertThat(home.files("tmp")).isEmpty();
    }

    @Test
    void everyLoadTellsAboutItself() throws IOException {
        home.put("shop/customers.csv", TWO_CUSTOMERS);
        home.put("shop/sales.csv", TWO_SALES);
        home.ingest();
        assertThat(home.column("raw.file", "name")).containsExactly("customers.csv", "sales.csv");
        assertThat(home.column("raw.file", "load_order")).containsExactly(1L, 2L);
        assertThat(home.column("raw.file", "records")).containsExactly(3L, 3L);
        assertThat(home.column("raw.file", "loaded")).containsExactly(2L, 2L);
        assertThat(home.column("raw.file", "header")).containsExactly(1L, 1L);
        assertThat(home.column("raw.file", "loaded_at")).containsOnly(LOADED_AT);
        assertThat(home.column("raw.file", "loaded_version")).containsOnly(1L);
        assertThat(home.column("raw.file_entity", "entity"))
                .containsExactly("contact", "contact_point", "document", "document_line");
        assertThat(home.column("raw.file_entity", "rows")).containsExactly(2L, 1L, 2L, 2L);
        assertThat(home.snapshot().inputs()).extracting(Input::name).containsExactly("customers.csv", "sales.csv");
        assertThat(home.snapshot().run().facts()).containsEntry("command", "ingest");
    }

    @Test
    void theSameContentTwiceIsLoadedOnce() throws IOException {
        home.put("shop/customers.csv", TWO_CUSTOMERS);
        home.put("shop/customers copy.csv", TWO_CUSTOMERS);
        IngestResult first = home.ingest();
        assertThat(first.files()).extracting(FileOutcome::status).containsExactly(Status.LOADED, Status.KNOWN);
        assertThat(first.files().get(1).message()).isEqualTo("its content was loaded as customers copy.csv");
        home.put("other/again.csv", TWO_CUSTOMERS);
        IngestResult second = home.ingest();
        assertThat(second.verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(second.published()).isEmpty();
        assertThat(home.rows("raw.contact")).isEqualTo(2);
        assertThat(home.snapshot().version()).isEqualTo(1);
        assertThat(home.files("inbox")).isEmpty();
        assertThat(home.files("archive")).hasSize(1);
    }

    @Test
    void rawDoesNotDependOnTheOrderOfTheLoads() throws IOException {
        InboxHome other = new InboxHome(folder.resolve("other"));
        home.put("shop/1.csv", TWO_CUSTOMERS);
        home.ingest();
        home.put("shop/2.csv", TWO_SALES);
        home.ingest();
        other.put("shop/b.csv", TWO_SALES);
        other.ingest();
        other.put("shop/a.csv", TWO_CUSTOMERS);
        other.ingest();
        for (String table : List.of("raw/contact", "raw/document", "raw/document_line")) {
            assertThat(home.files(table)).isEqualTo(other.files(table)).hasSize(1);
        }
    }

    @Test
    void aRefusedFileStaysAndTheOthersGoOn() throws IOException {
        home.put("shop/customers.csv", TWO_CUSTOMERS);
        home.put("shop/novel.txt", "It was a dark and stormy night.\n");
        IngestResult result = home.ingest();
        assertThat(result.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(home.files("inbox")).containsExactly("shop/novel.txt");
        assertThat(result.files().get(1).message()).startsWith("Cannot ingest novel.txt: ");
        IngestResult again = home.ingest();
        assertThat(again.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(again.files()).hasSize(1);
        assertThat(again.published()).isEmpty();
    }

    @Test
    void damagedRowsAreSetAsideAndListed() throws IOException {
        home.put("shop/sales.csv", TWO_SALES + "S3;G1;31.02.2024;Чай;1;50.00\nS4;G1;2024-05-03;Чай;1;5e1\n");
        IngestResult result = home.ingest();
        assertThat(result.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(home.rows("raw.document")).isEqualTo(2);
        assertThat(home.column("raw.rejected", "reason")).containsExactly("date", "number");
        assertThat(home.column("raw.rejected", "position")).containsExactly("line 4", "line 5");
        assertThat(home.column("raw.file", "quarantined")).containsExactly(2L);
        Path text = result.rejected().orElseThrow();
        assertThat(text)
                .isEqualTo(home.path("quarantine")
                        .resolve(home.snapshot().run().id())
                        .resolve("rejected.txt"))
                .hasContent("""
                        sales.csv, line 4, sold_on: date 31.02.2024
                        sales.csv, line 5, amount: number 5e1
                        """);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(text)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileOfWhichNothingCanBeLoadedIsRefused() throws IOException {
        home.put("shop/sales.csv", SALES + "S3;G1;31.02.2024;Чай;1;50.00\n");
        IngestResult result = home.ingest();
        assertThat(result.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(result.files().get(0).message())
                .isEqualTo(
                        "Cannot ingest sales.csv: none of its 1 records can be loaded; the first fault: line 2, sold_on: date");
        assertThat(home.files("raw")).isEmpty();
        assertThat(home.files("inbox")).containsExactly("shop/sales.csv");
    }

    @Test
    void recordsThatContradictEachOtherAreBothSetAside() throws IOException {
        home.put("shop/sales.csv", TWO_SALES + "S1;G1;2024-05-02;Кофе;2;999.00\nS2;G1;2024-05-03;Чай;1;50.00\n");
        IngestResult result = home.ingest();
        assertThat(result.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(home.column("raw.document", "id")).containsExactly("shop:S2", "shop:S2");
        assertThat(home.column("raw.rejected", "position")).containsExactly("line 2", "line 4");
        assertThat(home.column("raw.rejected", "reason")).containsOnly("conflict");
    }

    @Test
    void theMembersOfAnArchiveAreFilesOfTheirOwn() throws IOException {
        Path zip = home.put("shop/export.zip", "");
        zip(zip, "customers.csv", TWO_CUSTOMERS, "sales.csv", TWO_SALES);
        String sha256 = Sha256.of(zip);
        IngestResult result = home.ingest();
        assertThat(result.verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(home.column("raw.file", "name")).containsExactly("export.zip!customers.csv", "export.zip!sales.csv");
        assertThat(home.files("archive")).containsExactly(sha256);
        assertThat(home.snapshot().inputs()).extracting(Input::archived).containsOnly(sha256);
        home.put("shop/customers.csv", TWO_CUSTOMERS);
        assertThat(home.ingest().files().get(0).status()).isEqualTo(Status.KNOWN);
    }

    @Test
    void anArchiveWithARefusedMemberStaysAndItsGoodMembersAreLoadedOnce() throws IOException {
        zip(home.put("shop/export.zip", ""), "a.csv", TWO_CUSTOMERS, "b.txt", "It was a dark and stormy night.\n");
        assertThat(home.ingest().verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(home.files("inbox")).containsExactly("shop/export.zip");
        IngestResult again = home.ingest();
        assertThat(again.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(again.files()).extracting(FileOutcome::status).containsExactly(Status.KNOWN, Status.REFUSED);
        assertThat(home.rows("raw.contact")).isEqualTo(2);
    }

    @Test
    void namedFilesAreCopiedNeverMoved() throws IOException {
        Path file = Files.writeString(folder.resolve("customers.csv"), TWO_CUSTOMERS);
        IngestResult result = home.ingest(writer -> {}).files(List.of(file, folder.resolve("missing.csv")), LOADED_AT);
        assertThat(result.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(result.files().get(1).message()).isEqualTo("Cannot ingest missing.csv: there is no such file");
        assertThat(file).exists();
        assertThat(home.files("archive")).hasSize(1);
    }

    @Test
    void curatedIsMadeInTheSameVersion() throws IOException {
        home.put("shop/customers.csv", TWO_CUSTOMERS);
        long[] seen = new long[1];
        home.ingest(writer -> seen[0] = rows(writer, "raw.contact")).inbox(LOADED_AT);
        assertThat(seen).containsExactly(2);
        assertThat(home.snapshot().version()).isEqualTo(1);
    }

    @Test
    void whenCuratedFailsNothingIsPublishedAndTheInboxIsUntouched() throws IOException {
        home.put("shop/customers.csv", TWO_CUSTOMERS);
        assertThatThrownBy(() -> home.ingest(writer -> {
                            throw new IllegalStateException("a check failed");
                        })
                        .inbox(LOADED_AT))
                .hasMessage("a check failed");
        assertThat(home.snapshot().version()).isZero();
        assertThat(home.files("raw")).isEmpty();
        assertThat(home.files("tmp")).isEmpty();
        assertThat(home.files("inbox")).containsExactly("shop/customers.csv");
        assertThat(home.ingest().verdict()).isEqualTo(Verdict.COMPLETE);
    }

    @Test
    void whatARunThatWasKilledAfterItsCommitLeftInTheInboxIsArchived() throws IOException {
        Path file = home.put("shop/customers.csv", TWO_CUSTOMERS);
        home.ingest();
        home.put("shop/customers.csv", TWO_CUSTOMERS);
        Files.delete(home.path("archive").resolve(Sha256.of(file)));
        assertThat(home.ingest().verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(home.files("archive")).hasSize(1);
        assertThat(home.files("inbox")).isEmpty();
    }

    @Test
    void anotherWriterIsNotDisturbed() throws IOException {
        home.put("shop/customers.csv", TWO_CUSTOMERS);
        try (LakeWriter writer = Lake.open(home.path("")).write("cartera run")) {
            assertThat(writer.version()).isEqualTo(1);
            assertThatThrownBy(home::ingest).isInstanceOf(LakeLocked.class);
        }
        assertThat(home.files("inbox")).hasSize(1);
    }

    @Test
    void aDamagedLakeIsNamedAndNothingIsTaken() throws IOException {
        home.put("shop/customers.csv", TWO_CUSTOMERS);
        home.ingest();
        Path data = home.path("raw/contact").resolve(home.files("raw/contact").get(0));
        Files.delete(data);
        home.put("shop/sales.csv", TWO_SALES);
        assertThatThrownBy(home::ingest).isInstanceOf(CorruptLake.class).hasMessageContaining(data.toString());
        assertThat(home.files("inbox")).containsExactly("shop/sales.csv");
    }

    @Test
    void twoHomesGetTheSameBytes() throws IOException {
        InboxHome other = new InboxHome(folder.resolve("other"));
        for (InboxHome each : List.of(home, other)) {
            each.put("shop/customers.csv", TWO_CUSTOMERS);
            each.put("shop/sales.csv", TWO_SALES + "S3;G1;31.02.2024;Чай;1;50.00\n");
            each.ingest();
        }
        assertThat(home.path("manifests/v1.json")).hasSameBinaryContentAs(other.path("manifests/v1.json"));
    }

    private static long rows(LakeWriter writer, String table) {
        Snapshot pending = writer.pending();
        return pending.table(table).orElseThrow().rows();
    }

    private static void zip(Path file, String... namesAndTexts) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(java.nio.charset.StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }
}
