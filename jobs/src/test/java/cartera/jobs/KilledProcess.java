package cartera.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A process that {@code strace} kills as the N-th call of a kind begins. What a power cut would lose cannot be shown this
 * way: the page cache outlives the process.
 */
public final class KilledProcess {

    private static final int KILLED = 137;

    private KilledProcess() {}

    /** Skips the test where the tool is missing; where no tool may be, fails it. */
    public static void needsStrace() {
        boolean isThere = Stream.of("/usr/bin/strace", "/bin/strace").anyMatch(path -> Files.exists(Path.of(path)));
        if ("true".equals(System.getenv("CARTERA_TOOLS_REQUIRED"))) {
            assertThat(isThere).as("strace is installed").isTrue();
        }
        Assumptions.assumeTrue(isThere, "strace is not installed");
    }

    /** Whether the process was killed; false if it ended before it made so many calls. */
    public static boolean isKilled(String call, int number, Path log, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        int code = exitCode(call, "signal=SIGKILL:when=" + number, log, main, arguments);
        assertThat(code).as(() -> read(log)).isIn(0, KILLED);
        return code == KILLED;
    }

    /** Runs a program of which some calls do not what they should, as {@code strace} spells it; it talks into a log. */
    public static int exitCode(String call, String injected, Path log, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-qq", "-o", "/dev/null"));
        command.addAll(List.of("-e", "trace=" + call, "-e", "inject=%s:%s".formatted(call, injected)));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
