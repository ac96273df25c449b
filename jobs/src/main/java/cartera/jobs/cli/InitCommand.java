package cartera.jobs.cli;

import cartera.jobs.home.Configuration;
import cartera.jobs.home.ProgramFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cartera init DIR}. */
@Command(name = "init", description = "Makes a home folder with a commented cartera.yaml; asks nothing.")
final class InitCommand extends Talking {

    @Parameters(paramLabel = "DIR", defaultValue = ".", description = "the folder (default: the current one)")
    private Path folder = Path.of(".");

    InitCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    protected ExitCode execute() throws IOException {
        Path file = folder.resolve(Configuration.FILE);
        if (Files.exists(file)) {
            throw new UserError(
                    ExitCode.USAGE, "Cannot init %s: %s is there already; nothing was changed".formatted(folder, file));
        }
        try {
            Files.createDirectories(folder.resolve("inbox"));
            Files.writeString(file, Files.readString(ProgramFiles.path(Configuration.FILE)));
        } catch (IOException e) {
            throw new UserError(ExitCode.RESOURCE, "Cannot init %s: %s".formatted(folder, e.getMessage()));
        }
        terminal.say("""
                %s is ready
                  %s  settings, each with its default
                  %s  put export files here, a folder for each system: inbox/amo/, inbox/1c/
                Next: put exports into the inbox, then
                  %s ingest%s""".formatted(
                        folder,
                        file,
                        folder.resolve("inbox"),
                        HomeOption.program(),
                        folder.toString().equals(".") ? "" : " --home " + folder));
        return ExitCode.OK;
    }
}
