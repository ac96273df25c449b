package cartera.jobs.cli;

import cartera.jobs.bench.ForecastBench;
import cartera.jobs.bench.ForecastBench.Target;
import cartera.jobs.bench.HierarchyTable;
import cartera.jobs.bench.SeriesTable;
import cartera.jobs.bench.UnusableTable;
import cartera.jobs.home.Nearest;
import cartera.model.forecast.Methods;
import cartera.model.reconcile.Reconciliation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cartera model forecast SERIES.csv}. */
@Command(
        name = "forecast",
        description = {
            "Forecasts the series of a table: long (key, period, value), wide (key, v1, v2, ..; or all values in one cell,"
                    + " joined by ;) or turned (a row a period, a column a series).",
            "Writes key, step, method, mid and the bounds of the central 50, 80 and 95 %%: to --out, else it prints them. A"
                    + " missing period between others is zero; an unfinished last one is left out.",
            "With --evaluate it holds out the last horizon, forecasts it from what is before, and prints how good every"
                    + " method was: smape (per cent), mase, rmsse, bias (forecast less actual), coverage_80 and coverage_95"
                    + " (shares), msis; --out then has the forecasts of the periods held out."
        })
final class ModelForecastCommand extends Talking {

    @Parameters(paramLabel = "SERIES.csv", description = "values at equal steps of time")
    private Path file = Path.of("");

    @Mixin
    private final SeriesOption columns = new SeriesOption();

    @Option(
            names = "--method",
            split = ",",
            paramLabel = "NAME[,..]",
            description = "auto, mean (of ets and dotm), ets, dotm, theta, .. (default: auto)")
    private List<String> methods = List.of("auto");

    @Option(names = "--evaluate", description = "hold out the last horizon and measure")
    private boolean evaluate;

    @Option(
            names = "--hierarchy",
            paramLabel = "FILE",
            description = "key, parent: which series add up to which; a parent that the table lacks is the sum")
    private @Nullable Path hierarchy;

    @Option(
            names = "--reconciliation",
            paramLabel = "NAME",
            description = "bottom_up, ols, wls_struct, wls_var or mint_shrink (default: mint_shrink)")
    private String reconciliation = Reconciliation.MINT_SHRINK.code();

    @Mixin
    private final BenchOutput output = new BenchOutput();

    ModelForecastCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    protected ExitCode execute() throws IOException {
        methods.forEach(ModelForecastCommand::require);
        SeriesTable table = columns.read(file, terminal);
        ForecastBench bench = bench(table, edges());
        output.write(bench::forecasts);
        if (evaluate) {
            output.print(bench.measures(), terminal);
        } else {
            output.printUnlessWritten(bench::forecasts, terminal);
        }
        bench.notes().forEach(terminal::say);
        return table.setAside().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
    }

    private static void require(String method) {
        if (!Methods.NAMES.contains(method)) {
            throw new UserError(
                    ExitCode.USAGE,
                    "Invalid --method: %s%s".formatted(method, Nearest.didYouMean(method, Methods.NAMES)));
        }
    }

    private HierarchyTable edges() throws IOException {
        Path from = hierarchy;
        if (from == null) {
            return HierarchyTable.NONE;
        }
        try {
            return HierarchyTable.read(from, Reconciliation.of(reconciliation));
        } catch (UnusableTable e) {
            throw new UserError(ExitCode.USAGE, "Cannot read %s: %s".formatted(from, e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new UserError(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private ForecastBench bench(SeriesTable table, HierarchyTable edges) {
        try {
            return new ForecastBench(table, methods, evaluate ? Target.HOLDOUT : Target.FUTURE, edges);
        } catch (UnusableTable e) {
            throw new UserError(ExitCode.USAGE, "Cannot forecast from %s: %s".formatted(file, e.getMessage()));
        }
    }
}
