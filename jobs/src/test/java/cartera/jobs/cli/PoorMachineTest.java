package cartera.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full disk and a temporary folder that runs nothing. It mounts file systems: only where CI runs as root. */
@Tag("slow")
class PoorMachineTest {

    @TempDir
    Path folder;

    private Path small = Path.of("");
    private final List<Path> mounted = new ArrayList<>();

    @BeforeEach
    void isContinuousIntegration() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                "true".equals(System.getenv("CARTERA_TOOLS_REQUIRED")), "mounts file systems: in .ci/run only");
        small = mount("small", "size=3m");
    }

    private Path mount(String name, String options) throws IOException, InterruptedException {
        Path target = Files.createDirectory(folder.resolve(name));
        run("mount", "-t", "tmpfs", "-o", options, "tmpfs", target.toString());
        mounted.add(target);
        return target;
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        for (Path target : mounted) {
            run("umount", target.toString());
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(String.join(" ", command) + ": " + text)
                .isZero();
        return text;
    }

    @Test
    void aFullDiskLeavesTheOldVersionAndTheInboxAndALargerOneLetsTheSameCommandFinish() throws Exception {
        Path home = small.resolve("home");
        Console.run("init", home.toString());
        Path export = home.resolve("inbox").resolve("sales.csv");
        Files.writeString(export, sales(60_000));
        Console.Result full = Sample.ingest(home);
        assertThat(full.exitCode()).as(full.err()).isEqualTo(6);
        assertThat(full.err()).startsWith("Cannot ").doesNotContain("\tat ");
        assertThat(export).exists();
        run("mount", "-o", "remount,size=200m", small.toString());
        Console.Result again = Sample.ingest(home);
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(Console.run(
                                "query",
                                "--home",
                                home.toString(),
                                "-o",
                                "csv",
                                "select count(*) as n from raw.document")
                        .out())
                .isEqualTo("n\r\n60000\r\n");
    }

    private static String sales(int lines) {
        StringBuilder text = new StringBuilder("line_id;customer_id;sold_on;product;qty;amount\n");
        for (int i = 0; i < lines; i++) {
            text.append("L%d;C%d;2024-05-02;P;1;10.00\n".formatted(i, i % 100));
        }
        return text.toString();
    }

    @Test
    void aTemporaryFolderThatRunsNothingIsNoObstacle() throws Exception {
        Path noexec = mount("noexec", "size=50m,noexec");
        Console.run("init", folder.resolve("home").toString());
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of("../scripts/cartera")
                                .toAbsolutePath()
                                .normalize()
                                .toString(),
                        "doctor",
                        "--home",
                        folder.resolve("home").toString())
                .redirectErrorStream(true);
        builder.environment().put("CARTERA_OPTS", "-Djava.io.tmpdir=" + noexec);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        assertThat(text).contains("engine         ok");
        assertThat(noexec).isEmptyDirectory();
    }
}
