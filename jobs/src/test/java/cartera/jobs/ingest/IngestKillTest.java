package cartera.jobs.ingest;

import static cartera.jobs.KilledProcess.isKilled;
import static cartera.jobs.ingest.InboxHome.CUSTOMERS;
import static cartera.jobs.ingest.InboxHome.SALES;
import static org.assertj.core.api.Assertions.assertThat;

import cartera.jobs.KilledProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stops an ingest at steps that change what is on the disk; the steps of the lake alone are tried one by one elsewhere. */
@Tag("slow")
class IngestKillTest {

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void needsStrace() {
        KilledProcess.needsStrace();
    }

    @ParameterizedTest
    @CsvSource({"fsync, 2, 5", "rename, 2, 3", "link, 1, 1"})
    void theNextIngestFinishesTheWorkNoRowTwiceNoneLost(String call, int first, int stride) throws Exception {
        InboxHome undisturbed = home("undisturbed");
        KilledIngest.ingest(undisturbed.path(""));
        int kills = 0;
        for (int kill = first; ; kill += stride, kills++) {
            InboxHome home = home("killed" + kill);
            String path = home.path("").toString();
            if (!isKilled(call, kill, folder.resolve("log"), KilledIngest.class, path)) {
                break;
            }
            assertThat(home.snapshot().version()).as("%s %d", call, kill).isBetween(0, 1);
            requireNoInputLost(home);
            KilledIngest.ingest(home.path(""));
            assertThat(outcome(home)).as("%s %d", call, kill).isEqualTo(outcome(undisturbed));
        }
        assertThat(kills).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, error=EIO:when=14, Input/output error",
        "write, error=ENOSPC:when=22, No space left on device",
        "link, error=EACCES:when=1, no permission"
    })
    void aCallThatFailsIsSaidAndChangesNothing(String call, String injected, String reason) throws Exception {
        InboxHome undisturbed = home("undisturbed");
        KilledIngest.ingest(undisturbed.path(""));
        InboxHome home = home("failed");
        Path log = folder.resolve("log");
        assertThat(KilledProcess.exitCode(
                        call, injected, log, KilledIngest.class, home.path("").toString()))
                .isEqualTo(1);
        assertThat(log)
                .content()
                .containsPattern("LakeException: Cannot \\w+ .*: " + reason)
                .contains("nothing was published");
        assertThat(home.files("")).containsExactly("LOCK", "inbox/shop/customers.csv", "inbox/shop/sales.csv");
        KilledIngest.ingest(home.path(""));
        assertThat(outcome(home)).isEqualTo(outcome(undisturbed));
    }

    private InboxHome home(String name) throws IOException {
        InboxHome home = new InboxHome(folder.resolve(name));
        home.put("shop/customers.csv", CUSTOMERS + "G1;Иванов;;;\n");
        home.put("shop/sales.csv", SALES + "S1;G1;2024-05-02;Кофе;2;100.00\nS2;G1;31.02.2024;Чай;1;5.00\n");
        return home;
    }

    private static void requireNoInputLost(InboxHome home) {
        int inputs = home.files("inbox").size() + home.files("archive").size();
        assertThat(inputs).isGreaterThanOrEqualTo(2);
    }

    /** Every file of the home, and the text of the manifest, which names the content of every table. */
    private static List<String> outcome(InboxHome home) throws IOException {
        List<String> outcome = new ArrayList<>(home.files(""));
        outcome.addAll(Files.readAllLines(home.path("manifests/v1.json")));
        return outcome;
    }
}
