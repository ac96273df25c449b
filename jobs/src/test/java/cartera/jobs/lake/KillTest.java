package cartera.jobs.lake;

import static cartera.jobs.KilledProcess.isKilled;
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

/** Stops a publishing process at each step that changes what is on the disk. */
@Tag("slow")
class KillTest {

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void needsStrace() {
        KilledProcess.needsStrace();
    }

    @ParameterizedTest
    @CsvSource({"fsync, 1", "rename, 3", "link, 1"}) // between two renames lies always a sync
    void theNextRunFinishesTheWorkNoRowTwiceNoneLost(String call, int stride) throws Exception {
        List<String> undisturbed = outcome(publishedTwice());
        int kill = 1;
        while (true) {
            Path home = Files.createDirectory(folder.resolve(call + kill));
            KilledRun.publish(home, 1);
            if (!isKilled(call, kill, folder.resolve("log"), KilledRun.class, home.toString(), "2")) {
                break;
            }
            assertThat(versionSeen(home)).as("%s %d", call, kill).isBetween(1, 2);
            KilledRun.publish(home, 2);
            assertThat(outcome(home)).as("%s %d", call, kill).isEqualTo(undisturbed);
            kill += stride;
        }
        assertThat(kill).as("the process makes this call").isGreaterThan(1);
    }

    private Path publishedTwice() throws IOException {
        Path home = Files.createDirectory(folder.resolve("undisturbed"));
        KilledRun.publish(home, 1);
        KilledRun.publish(home, 2);
        return home;
    }

    /** What a reader sees at once: every file of the old version or of the new one, intact. */
    private static int versionSeen(Path home) {
        Snapshot snapshot = Lake.open(home).snapshot();
        snapshot.verify();
        return snapshot.version();
    }

    /** All files of a home, and of the last manifest the text. */
    private static List<String> outcome(Path home) throws IOException {
        List<String> outcome = new ArrayList<>(Homes.files(home));
        outcome.addAll(Files.readAllLines(home.resolve("manifests/v2.json")));
        return outcome;
    }
}
