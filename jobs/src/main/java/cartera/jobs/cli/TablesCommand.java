package cartera.jobs.cli;

import cartera.jobs.home.Nearest;
import cartera.jobs.lake.Column;
import cartera.jobs.lake.Snapshot;
import cartera.jobs.lake.Table;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cartera tables [TABLE]}. */
@Command(name = "tables", description = "Lists the published tables, or the columns of one with their meaning.")
final class TablesCommand extends Talking {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(arity = "0..1", paramLabel = "TABLE", description = "such as curated.sale")
    private @Nullable String table;

    TablesCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    protected ExitCode execute() {
        Snapshot snapshot = home.lake().snapshot();
        if (table == null) {
            snapshot.names().forEach(name -> list(snapshot.table(name).orElseThrow()));
            return ExitCode.OK;
        }
        String name = table;
        Table found = snapshot.table(name)
                .orElseThrow(() -> new UserError(
                        ExitCode.USAGE,
                        "Invalid table: %s%s".formatted(name, Nearest.didYouMean(name, snapshot.names()))));
        found.schema().columns().forEach(this::describe);
        return ExitCode.OK;
    }

    private void list(Table found) {
        terminal.out().printf(Locale.ROOT, "%-32s %,12d rows%n", found.name(), found.rows());
    }

    private void describe(Column column) {
        terminal.out().printf(Locale.ROOT, "%-24s %-14s %s%n", column.name(), column.type(), column.about());
    }
}
