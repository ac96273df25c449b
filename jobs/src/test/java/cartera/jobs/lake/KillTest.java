package cartera.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Stops a publishing process at each step that changes what is on the disk, by {@code strace}, which kills it as the
 * N-th call begins. What a power cut would lose cannot be shown this way: the page cache outlives the process.
 */
@Tag("slow")
class KillTest {

    private static final int KILLED = 137;
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void needsStrace() {
        Assumptions.assumeTrue(
                Stream.of("/usr/bin/strace", "/bin/strace").anyMatch(path -> Files.exists(Path.of(path))),
                "strace is not installed");
    }

    @ParameterizedTest
    @CsvSource({"fsync, 1", "rename, 3", "link, 1"}) // between two renames lies always a sync
    void theNextRunFinishesTheWorkNoRowTwiceNoneLost(String call, int stride) throws Exception {
        List<String> undisturbed = outcome(publishedTwice());
        int kill = 1;
        while (true) {
            Path home = Files.createDirectory(folder.resolve(call + kill));
            KilledRun.publish(home, 1);
            if (run(home, call, kill) != KILLED) {
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
        snapshot.names().forEach(name -> snapshot.files(snapshot.table(name).orElseThrow()));
        return snapshot.version();
    }

    /** All files of a home, and of the last manifest the text. */
    private static List<String> outcome(Path home) throws IOException {
        List<String> outcome = new ArrayList<>(Homes.files(home));
        outcome.addAll(Files.readAllLines(home.resolve("manifests/v2.json")));
        return outcome;
    }

    private static int run(Path home, String call, int kill) throws IOException, InterruptedException {
        Path log = home.resolveSibling(home.getFileName() + ".log");
        Process process = new ProcessBuilder(
                        "strace",
                        "-f",
                        "-qq",
                        "-o",
                        "/dev/null",
                        "-e",
                        "trace=" + call,
                        "-e",
                        "inject=%s:signal=SIGKILL:when=%d".formatted(call, kill),
                        JAVA.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRun.class.getName(),
                        home.toString(),
                        "2")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        int code = process.exitValue();
        assertThat(code).as(() -> read(log)).isIn(0, KILLED);
        return code;
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
