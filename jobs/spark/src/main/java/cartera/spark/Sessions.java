package cartera.spark;

import cartera.jobs.engine.SqlFunctions;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.classic.SparkSession;

/**
 * Opens Spark. What decides a result is fixed here; what decides only speed ({@code spark.master}, memory, partitions)
 * comes from {@code spark-submit} or from system properties {@code spark.*}.
 */
final class Sessions {

    /** The twin of DuckDB's settings: one dialect, one zone, one order of nulls. */
    private static final Map<String, String> FIXED = Map.of(
            "spark.sql.session.timeZone", "UTC",
            "spark.sql.timestampType", "TIMESTAMP_NTZ",
            "spark.sql.ansi.enabled", "true",
            "spark.sql.ansi.doubleQuotedIdentifiers", "true",
            "spark.sql.datetime.java8API.enabled", "true",
            "spark.sql.caseSensitive", "false",
            "spark.sql.catalogImplementation", "in-memory",
            "spark.sql.extensions", LayerNames.class.getName(),
            // breaks the plan of a union whose two sides read one view of files (4.2.0, seen with curated.party)
            "spark.sql.optimizer.excludedRules", "org.apache.spark.sql.catalyst.optimizer.RemoveRedundantAliases");

    private Sessions() {}

    /** Starts Spark here, or connects to the cluster that {@code spark.master} names; it knows our functions. */
    static SparkSession start(Path temporary) {
        SparkConf settings = new SparkConf();
        settings.setIfMissing("spark.app.name", "cartera");
        settings.setIfMissing("spark.master", "local[*]");
        if (settings.get("spark.master").startsWith("local")) {
            stayOnThisMachine(settings, temporary);
        }
        settings.set("spark.hadoop.fs.file.impl", LocalFiles.class.getName());
        settings.set(
                "spark.sql.warehouse.dir",
                temporary.resolve("warehouse").toUri().toString());
        FIXED.forEach(settings::set);
        SparkSession session =
                (SparkSession) SparkSession.builder().config(settings).getOrCreate();
        SqlFunctions.statements("spark").forEach(session::sql);
        return session;
    }

    private static void stayOnThisMachine(SparkConf settings, Path temporary) {
        settings.setIfMissing("spark.driver.host", "127.0.0.1");
        settings.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        settings.setIfMissing("spark.local.dir", temporary.toString());
        settings.setIfMissing("spark.ui.enabled", "false");
    }
}
