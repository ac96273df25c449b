package cartera.spark;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.jobs.connector.Connectors;
import cartera.jobs.connector.Contract;
import cartera.jobs.engine.Engine;
import cartera.jobs.engine.EngineProvider;
import cartera.jobs.engine.Rows;
import cartera.jobs.engine.duckdb.DuckDbEngine;
import cartera.jobs.engine.duckdb.DuckDbProvider;
import cartera.jobs.home.Configuration;
import cartera.jobs.ingest.Ingest;
import cartera.jobs.ingest.RawTables;
import cartera.jobs.lake.Column;
import cartera.jobs.lake.Lake;
import cartera.jobs.lake.Snapshot;
import cartera.jobs.lake.Table;
import cartera.jobs.plan.Job;
import cartera.jobs.plan.Jobs;
import cartera.jobs.plan.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** All tables of the run over the sample exports are the same on both engines, row by row. */
class SampleRunTest {

    private static final Instant LOADED_AT = Instant.parse("2026-11-23T06:00:00Z");
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    @TempDir
    static Path temporary;

    private static Run.Outcome onDuckDb;
    private static Run.Outcome onSpark;

    @BeforeAll
    static void runOnBothEngines() throws IOException {
        Path first = temporary.resolve("duckdb");
        Path second = temporary.resolve("spark");
        copy(Path.of("../../sample-data/exports"), first.resolve("inbox"));
        Files.copy(Path.of("../../sample-data/cartera.yaml"), first.resolve("cartera.yaml"));
        ingest(first);
        copy(first, second);
        onDuckDb = run(first, new DuckDbProvider());
        onSpark = run(second, new SharedProvider());
    }

    /** Spark as it already runs. */
    private record SharedProvider() implements EngineProvider {

        @Override
        public String name() {
            return "spark";
        }

        @Override
        public Engine open(Path folder) {
            return SharedSpark.engine();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void ingest(Path home) {
        Connectors connectors = Connectors.load(Contract.load(), List.of());
        Lake lake = Lake.open(home);
        new Ingest(lake, connectors, Configuration.read(home), writer -> {}, (step, number, count) -> {})
                .inbox(LOADED_AT);
    }

    private static Run.Outcome run(Path home, EngineProvider engine) {
        return new Run(
                        Lake.open(home),
                        Jobs.load(home),
                        RawTables.columns(Contract.load()),
                        Configuration.read(home).settings(),
                        engine,
                        (step, number, count) -> {})
                .run(List.of(), new Run.Dates(AS_OF, null, AS_OF.plusDays(1)));
    }

    @Test
    void theRunHasTheSameIdAndMakesTheSameTables() {
        assertThat(onSpark.id()).isEqualTo(onDuckDb.id());
        assertThat(onSpark.snapshot().names()).isEqualTo(onDuckDb.snapshot().names());
    }

    @TestFactory
    Stream<DynamicTest> everyTableIsTheSameRowByRow() {
        return onDuckDb.made().stream()
                .map(made -> DynamicTest.dynamicTest(
                        made.job().name(),
                        () -> assertThat(differences(made.job())).isEmpty()));
    }

    private static List<String> differences(Job job) {
        // two readers: an engine streams one result at a time
        try (Engine first = DuckDbEngine.open(temporary);
                Engine second = DuckDbEngine.open(temporary);
                Rows expected = rows(first, onDuckDb.snapshot(), job);
                Rows actual = rows(second, onSpark.snapshot(), job)) {
            return Difference.between(expected, actual);
        }
    }

    private static Rows rows(Engine reader, Snapshot snapshot, Job job) {
        Table table = snapshot.table(job.name()).orElseThrow();
        reader.table("made", job.tableColumns(), snapshot.files(table));
        return reader.query("select * from made order by " + String.join(", ", order(job)));
    }

    private static List<String> order(Job job) {
        List<String> order = new ArrayList<>(job.grain());
        job.tableColumns().stream()
                .map(Column::name)
                .filter(c -> !order.contains(c))
                .forEach(order::add);
        return order;
    }
}
