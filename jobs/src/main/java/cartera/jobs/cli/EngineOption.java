package cartera.jobs.cli;

import cartera.jobs.engine.EngineProvider;
import cartera.jobs.plan.Engines;
import picocli.CommandLine.Option;

/** {@code --engine NAME}. */
final class EngineOption {

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            // the submit entry of jobs/spark sets the property
            defaultValue = "${sys:cartera.engine:-duckdb}",
            description = "duckdb (embedded, default) or spark (its module has to be on the class path)")
    private String name = "duckdb";

    EngineProvider provider() {
        return Engines.named(name)
                .orElseThrow(() -> new UserError(
                        ExitCode.USAGE,
                        "Invalid --engine: %s (duckdb%s)"
                                .formatted(
                                        name,
                                        name.equals("spark")
                                                ? "; spark needs the module jobs/spark and Spark on the class path, see README"
                                                : " or spark")));
    }
}
