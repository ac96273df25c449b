package cartera.jobs.cli;

import static cartera.jobs.KilledProcess.isKilled;
import static org.assertj.core.api.Assertions.assertThat;

import cartera.jobs.KilledProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stops {@code cartera run} at steps that change what is on the disk; the same command then finishes the work. */
@Tag("slow")
class RunKillTest {

    @TempDir
    Path folder;

    @BeforeEach
    void needsStrace() {
        KilledProcess.needsStrace();
    }

    @ParameterizedTest
    @CsvSource({"fsync, 2, 90", "rename, 3, 30", "link, 1, 1"})
    void theSameCommandFinishesTheWorkAndGivesTheSameTables(String call, int first, int stride) throws Exception {
        Path undisturbed = home("undisturbed");
        run(undisturbed);
        int kills = 0;
        for (int kill = first; ; kill += stride, kills++) {
            Path home = home("killed" + kill);
            if (!isKilled(call, kill, folder.resolve("log"), Cartera.class, "run", "--home", home.toString())) {
                break;
            }
            assertThat(manifests(home)).as("%s %d", call, kill).hasSizeBetween(1, 2);
            run(home);
            assertThat(tables(home)).as("%s %d", call, kill).isEqualTo(tables(undisturbed));
        }
        assertThat(kills).isPositive();
    }

    private Path home(String name) throws IOException {
        Path home = folder.resolve(name);
        Console.run("init", home.toString());
        Files.writeString(
                home.resolve("inbox/sales.csv"),
                "line_id;customer_id;sold_on;product;qty;amount\nL1;C1;2026-11-02;P;1;10.00\nL2;C2;2026-11-10;P;2;30.00\n");
        assertThat(Sample.ingest(home).exitCode()).isZero();
        return home;
    }

    private static void run(Path home) {
        Console.Result result = Console.run("run", "--home", home.toString());
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    private static List<String> manifests(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("manifests"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith("v"))
                    .toList();
        }
    }

    /** Files of tables are named by their content: equal names are equal rows, and nothing is left over. */
    private static List<String> tables(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .map(file -> home.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
