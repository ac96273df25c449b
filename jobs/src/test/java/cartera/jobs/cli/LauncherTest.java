package cartera.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/cartera} as a shell starts it. */
@Tag("slow")
class LauncherTest {

    private static final Path SCRIPT =
            Path.of("../scripts/cartera").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private record Result(int exitCode, String text) {}

    @BeforeEach
    void isBuilt() {
        boolean isBuilt = Files.isDirectory(Path.of("target/dist/lib"));
        Assumptions.assumeTrue(isBuilt, "scripts/build was not run: target/dist/lib is not there");
    }

    private Result start(Map<String, String> environment, String... args) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("LANG", "LC_ALL", "LC_CTYPE", "CARTERA_HOME"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), text);
    }

    private Path executable(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    @Test
    void anOldJavaIsNamedWithWhatToDo() throws Exception {
        Path java = executable(folder.resolve("old/bin/java"), "#!/bin/sh\nexit 1\n");
        Files.writeString(folder.resolve("old/release"), "JAVA_VERSION=\"11.0.2\"\n");
        Result result = start(Map.of("JAVA_HOME", folder.resolve("old").toString()), "--version");
        assertThat(result)
                .isEqualTo(new Result(
                        2,
                        "Cannot start: Java 11.0.2 at %s (17 or newer is needed); set JAVA_HOME to one\n"
                                .formatted(java)));
    }

    @Test
    void anOldJavaWithoutAReleaseFileIsAsked() throws Exception {
        executable(folder.resolve("old/bin/java"), "#!/bin/sh\necho 'openjdk version \"1.8.0_392\"' >&2\n");
        Result result = start(Map.of("JAVA_HOME", folder.resolve("old").toString()), "--version");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.text()).contains("Java 1.8.0_392").contains("17 or newer");
    }

    @Test
    void cyrillicFilesWorkUnderTheLocaleOfCron() throws Exception {
        start(Map.of(), "init", "Компания");
        Result result = start(Map.of("LC_ALL", "C"), "status", "--home", "Компания");
        assertThat(result.exitCode()).isZero();
        assertThat(result.text()).startsWith("nothing loaded");
    }
}
