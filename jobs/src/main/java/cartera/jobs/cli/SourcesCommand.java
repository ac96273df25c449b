package cartera.jobs.cli;

import cartera.jobs.connector.Connector;
import cartera.jobs.connector.Connectors;
import cartera.jobs.connector.Contract;
import cartera.jobs.home.Configuration;
import cartera.jobs.home.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cartera sources}. */
@Command(name = "sources", description = "Lists the sources of this home and the exports that can be read.")
final class SourcesCommand extends Talking {

    @Mixin
    private final HomeOption home = new HomeOption();

    SourcesCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    protected ExitCode execute() {
        Configuration configuration = home.configuration();
        Path inbox = home.folder().resolve("inbox");
        for (Source source : configuration.sources()) {
            terminal.out()
                    .printf(
                            Locale.ROOT,
                            "source %-16s %-40s %s, %s  %s%n",
                            source.name(),
                            source.connectors().isEmpty() ? "any connector" : String.join(", ", source.connectors()),
                            source.zone(),
                            source.currency(),
                            inbox.resolve(source.name()));
        }
        Connectors connectors = connectors(home.folder());
        for (Connector connector : connectors.all()) {
            terminal.out()
                    .printf(
                            Locale.ROOT,
                            "connector %-24s loose files go to source %s%n",
                            connector.name(),
                            connector.defaultSource().orElse("-"));
        }
        return ExitCode.OK;
    }

    /** Ours, and the home's beside or instead of them. */
    static Connectors connectors(Path home) {
        return Connectors.load(Contract.load(), List.of(home.resolve("connectors")));
    }
}
