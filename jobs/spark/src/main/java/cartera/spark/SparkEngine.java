package cartera.spark;

import cartera.jobs.engine.Engine;
import cartera.jobs.engine.Row;
import cartera.jobs.engine.Rows;
import cartera.jobs.engine.ScoreStep;
import cartera.jobs.lake.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.classic.SparkSession;

/**
 * Spark SQL, in this JVM or on a cluster that sees the same files. A table is a temporary view of a session of its own,
 * so engines of one JVM share Spark but no tables.
 */
public final class SparkEngine implements Engine {

    private final SparkSession session;
    private final ParquetTables parquet;
    private final Runnable stop;

    private SparkEngine(SparkSession session, Runnable stop) {
        this.session = session;
        this.parquet = new ParquetTables(session);
        this.stop = stop;
    }

    /** A fresh engine without tables; starts Spark, and stops it when closed, unless it already runs in this JVM. */
    public static SparkEngine open(Path temporary) {
        return Failures.told(() -> {
            var running = SparkSession.getDefaultSession();
            return running.isDefined()
                    ? new SparkEngine(((SparkSession) running.get()).cloneSession(), () -> {})
                    : start(Files.createTempDirectory(temporary, "spark"));
        });
    }

    private static SparkEngine start(Path folder) {
        SparkSession session = Sessions.start(folder);
        return new SparkEngine(
                session.cloneSession(),
                () -> Failures.told(() -> {
                    session.stop();
                    // Spark itself clears up only when the process ends in good order
                    delete(folder);
                    return folder;
                }));
    }

    @Override
    public void table(String name, List<Column> columns, List<Path> files) {
        here(() -> view(name, parquet.read(columns, files)));
    }

    @Override
    public void table(String name, List<Column> columns, Iterable<Row> rows) {
        List<org.apache.spark.sql.Row> converted = StreamSupport.stream(rows.spliterator(), false)
                .map(row -> SparkTypes.toSpark(row, columns))
                .toList();
        here(() -> view(name, session.createDataFrame(converted, SparkTypes.schema(columns))));
    }

    @Override
    public void score(String name, List<Column> columns, String select, ScoreStep step) {
        here(() -> {
            Dataset<org.apache.spark.sql.Row> input = sql(select);
            List<Column> given = SparkTypes.columns(input.schema());
            return view(
                    name,
                    input.mapPartitions(partition(step, given, columns), Encoders.row(SparkTypes.schema(columns))));
        });
    }

    private static MapPartitionsFunction<org.apache.spark.sql.Row, org.apache.spark.sql.Row> partition(
            ScoreStep step, List<Column> given, List<Column> made) {
        Row.Header header = Row.Header.of(given);
        return rows -> stream(rows)
                .flatMap(row -> step.apply(SparkTypes.fromSpark(row, header, given)).stream())
                .map(row -> SparkTypes.toSpark(row, made))
                .iterator();
    }

    private static <T> Stream<T> stream(Iterator<T> rows) {
        Iterable<T> once = () -> rows;
        return StreamSupport.stream(once.spliterator(), false);
    }

    /** {@inheritDoc} The file appears whole or not at all. */
    @Override
    public long write(String select, List<Column> columns, List<String> order, Path file) {
        return here(() -> {
            Path parts = file.resolveSibling(file.getFileName() + ".parts");
            try {
                sorted(ParquetTables.cast(sql(select), columns), order)
                        .write()
                        .mode(SaveMode.Overwrite)
                        .option("compression", "zstd")
                        .parquet(parts.toAbsolutePath().toString());
                Files.move(onlyPart(parts), file, StandardCopyOption.ATOMIC_MOVE);
                return ParquetTables.rows(file);
            } finally {
                delete(parts);
            }
        });
    }

    private static Dataset<org.apache.spark.sql.Row> sorted(
            Dataset<org.apache.spark.sql.Row> rows, List<String> order) {
        return rows.repartition(1)
                .sortWithinPartitions(
                        order.stream().map(ParquetTables::column).toArray(org.apache.spark.sql.Column[]::new));
    }

    private static Path onlyPart(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .reduce((first, second) -> {
                        throw new IllegalStateException("more than one part in " + folder);
                    })
                    .orElseThrow();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public Rows query(String select) {
        return here(() -> new SparkRows(sql(select)));
    }

    /** Spark takes settings, that of java.time among them, from the session that is active in the calling thread. */
    private <T> T here(Callable<T> action) {
        SparkSession.setActiveSession(session);
        return Failures.told(action);
    }

    private Dataset<org.apache.spark.sql.Row> sql(String statement) {
        return session.sql(statement);
    }

    private Dataset<org.apache.spark.sql.Row> view(String name, Dataset<org.apache.spark.sql.Row> rows) {
        rows.createOrReplaceTempView('`' + name + '`');
        return rows;
    }

    @Override
    public void close() {
        stop.run();
    }
}
