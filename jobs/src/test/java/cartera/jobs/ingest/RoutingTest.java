package cartera.jobs.ingest;

import static cartera.jobs.ingest.InboxHome.CUSTOMERS;
import static cartera.jobs.ingest.InboxHome.LOADED_AT;
import static org.assertj.core.api.Assertions.assertThat;

import cartera.jobs.ingest.FileOutcome.Status;
import cartera.jobs.ingest.IngestResult.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {

    private static final String ONE = CUSTOMERS + "G1;Иванов;;;\n";

    @TempDir
    Path folder = Path.of("");

    private InboxHome home = new InboxHome(Path.of("."));

    @BeforeEach
    void newHome() {
        home = new InboxHome(folder.resolve("home"));
    }

    @Test
    void aFolderWithoutAnEntryIsASourceOfThatName() throws IOException {
        home.put("магазин-2/a.csv", ONE);
        FileOutcome outcome = only(home.ingest());
        assertThat(outcome.source()).isEqualTo("магазин-2");
        assertThat(outcome.notices()).isEmpty();
    }

    @Test
    void aSourceThatListsOtherConnectorsRefusesTheFile() throws IOException {
        home.source("shop", "amocrm").put("shop/a.csv", ONE);
        assertThat(only(home.ingest()).message())
                .isEqualTo("Cannot ingest a.csv: source shop does not list plain-customers\n"
                        + "  add it to sources.shop in cartera.yaml, or use another folder");
    }

    @Test
    void aLooseFileGoesToTheOneSourceThatListsItsConnector() throws IOException {
        home.source("crm", "amocrm").source("shop", "plain").put("a.csv", ONE);
        FileOutcome outcome = only(home.ingest());
        assertThat(outcome.source()).isEqualTo("shop");
        assertThat(outcome.notices()).isEmpty();
    }

    @Test
    void aLooseFileThatNoSourceClaimsGoesToTheDefaultAndIsTold() throws IOException {
        home.put("a.csv", ONE);
        FileOutcome outcome = only(home.ingest());
        assertThat(outcome.source()).isEqualTo("plain");
        assertThat(outcome.notices())
                .contains("taken for source plain; to settle that add to cartera.yaml:"
                        + "  sources: {plain: [plain-customers]}");
    }

    @Test
    void aLooseFileThatSeveralSourcesClaimIsRefused() throws IOException {
        home.source("one", "plain").source("two", "plain-customers").put("a.csv", ONE);
        assertThat(only(home.ingest()).message())
                .isEqualTo("Cannot ingest a.csv: plain-customers is listed by several sources\n"
                        + "  put it into inbox/one/ or inbox/two/");
        assertThat(home.files("inbox")).containsExactly("a.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv.part", "a.tmp", ".hidden", "~$a.xlsx", "A.CRDOWNLOAD"})
    void unfinishedFilesAreSkippedWithANotice(String name) throws IOException {
        home.put("shop/" + name, ONE);
        IngestResult result = home.ingest();
        assertThat(only(result).status()).isEqualTo(Status.SKIPPED);
        assertThat(result.verdict()).isEqualTo(Verdict.NOTHING_FOUND);
        assertThat(home.files("inbox")).containsExactly("shop/" + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a[1]*.csv",
                "выгрузка «Май» (2).csv",
                "O'Neil \"best\".csv",
                "a;b=c&d.csv",
                "$(reboot) `x`.csv",
                "%s %n ${jndi:x}.csv",
                "-rf.csv",
                "line\nbreak.csv"
            })
    void anyNameIsJustAName(String name) throws IOException {
        home.put("shop/" + name, ONE);
        home.put("shop/a1zzz.csv", CUSTOMERS + "G2;Петров;;;\n");
        assertThat(home.ingest().verdict()).isEqualTo(Verdict.COMPLETE);
        assertThat(home.column("raw.file", "name")).containsExactlyInAnyOrder(name, "a1zzz.csv");
        assertThat(home.column("raw.contact", "id")).containsExactlyInAnyOrder("shop:G1", "shop:G2");
    }

    @Test
    void aNameIsShownOnOneLine() throws IOException {
        home.put("shop/a\n\u202Eb.csv", ONE);
        assertThat(only(home.ingest()).name()).isEqualTo("a??b.csv");
    }

    @Test
    void linksFoldersAndPipesAreRefusedWithoutBeingOpened() throws Exception {
        Path outside = Files.writeString(folder.resolve("outside.csv"), ONE);
        Files.createDirectories(home.path("inbox/shop/folder.csv"));
        Files.createSymbolicLink(home.path("inbox/shop/link.csv"), outside);
        Files.createSymbolicLink(home.path("inbox/linked"), folder);
        assertThat(new ProcessBuilder("mkfifo", home.path("inbox/shop/pipe.csv").toString())
                        .start()
                        .waitFor())
                .isZero();
        IngestResult result = home.ingest();
        assertThat(result.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(result.files())
                .extracting(FileOutcome::message)
                .containsExactlyInAnyOrder(
                        "Cannot ingest folder.csv: it is a folder: put its files into inbox/<source>/",
                        "Cannot ingest link.csv: it is a link: put the file itself there",
                        "Cannot ingest linked: it is a link: put the file itself there",
                        "Cannot ingest pipe.csv: it is no regular file");
    }

    @Test
    void aFolderWhoseNameIsNoSourceIsRefused() throws IOException {
        home.put("a:b/a.csv", ONE);
        assertThat(only(home.ingest()).message())
                .isEqualTo(
                        "Cannot ingest a:b: the name of a source has letters, digits, _ . - only: rename the folder");
    }

    @Test
    void namedFilesAreRoutedLikeLooseOnes() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), ONE);
        home.source("shop", "plain");
        IngestResult result = home.ingest(writer -> {}).files(List.of(file), LOADED_AT);
        assertThat(only(result).source()).isEqualTo("shop");
    }

    private static FileOutcome only(IngestResult result) {
        assertThat(result.files()).hasSize(1);
        return result.files().get(0);
    }
}
