package cartera.jobs.cli;

import cartera.jobs.home.Configuration;
import cartera.jobs.lake.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --home DIR}: the company's folder. */
final class HomeOption {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${env:CARTERA_HOME:-.}",
            description = "the company's home folder (default: the current one, or CARTERA_HOME)")
    private Path folder = Path.of(".");

    /** The folder; one without {@code cartera.yaml} is no home. */
    Path folder() {
        if (!Files.isRegularFile(folder.resolve(Configuration.FILE))) {
            throw new UserError(ExitCode.USAGE, """
                    Cannot open home %s: it has no %s
                      make one:  %s init %s
                      or name another:  --home DIR, or the variable CARTERA_HOME""".formatted(folder, Configuration.FILE, program(), folder));
        }
        return folder.toAbsolutePath().normalize();
    }

    Configuration configuration() {
        return Configuration.read(folder());
    }

    Lake lake() {
        return Lake.open(folder());
    }

    /** A folder for what engines spill. */
    Path temporary() throws IOException {
        return Files.createDirectories(folder().resolve("tmp"));
    }

    /** A command over this home as the user would type it: {@code cartera run --home acme}. */
    String command(String verb) {
        return program() + " " + verb + (folder.toString().equals(".") ? "" : " --home " + folder);
    }

    /** How the program was called; the launcher tells. */
    static String program() {
        String called = System.getenv("CARTERA_COMMAND");
        return called == null || called.isBlank() ? "cartera" : called;
    }
}
