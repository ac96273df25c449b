package cartera.jobs.cli;

import cartera.jobs.connector.Contract;
import cartera.jobs.engine.EngineProvider;
import cartera.jobs.home.Configuration;
import cartera.jobs.home.Nearest;
import cartera.jobs.ingest.Ingest;
import cartera.jobs.ingest.RawTables;
import cartera.jobs.lake.Lake;
import cartera.jobs.plan.Job;
import cartera.jobs.plan.Jobs;
import cartera.jobs.plan.Run;
import java.util.Map;
import java.util.TreeMap;

/** What ingest and run work with: a home's configuration, lake and jobs, and an engine. */
record Workplace(Configuration configuration, Lake lake, Jobs jobs, EngineProvider engines, Terminal terminal) {

    static Workplace of(HomeOption home, EngineOption engine, Terminal terminal) {
        return new Workplace(home.configuration(), home.lake(), Jobs.load(home.folder()), engine.provider(), terminal);
    }

    Run run() {
        return run(Map.of());
    }

    /** A run with some settings of its own in place of the configuration's. */
    Run run(Map<String, Object> instead) {
        Map<String, Object> settings = new TreeMap<>(configuration.settings());
        settings.putAll(instead);
        return new Run(lake, jobs, RawTables.columns(Contract.load()), settings, engines, terminal.progress());
    }

    Ingest ingest() {
        return new Ingest(
                lake, SourcesCommand.connectors(lake.home()), configuration, run()::refresh, terminal.progress());
    }

    void requireJob(String name) {
        if (jobs.named(name).isEmpty()) {
            throw new UserError(
                    ExitCode.USAGE,
                    "Invalid job: %s%s"
                            .formatted(
                                    name,
                                    Nearest.didYouMean(
                                            name,
                                            jobs.all().stream().map(Job::name).toList())));
        }
    }
}
