package cartera.spark;

import cartera.jobs.lake.Column;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** Parquet files as tables, and their row counts; what they hold is read from their footers, without a Spark job. */
final class ParquetTables {

    private final SparkSession session;

    ParquetTables(SparkSession session) {
        this.session = session;
    }

    /** All rows of the files, columns cast to their types and absent ones null. */
    Dataset<Row> read(List<Column> columns, List<Path> files) {
        return bySchema(files).entrySet().stream()
                .map(group -> cast(withAbsent(read(group.getKey(), group.getValue()), columns), columns))
                .reduce(Dataset::union)
                .orElseGet(() -> session.createDataFrame(List.of(), SparkTypes.schema(columns)));
    }

    private static Map<MessageType, List<Path>> bySchema(List<Path> files) {
        return files.stream()
                .collect(Collectors.groupingBy(ParquetTables::schema, LinkedHashMap::new, Collectors.toList()));
    }

    private static MessageType schema(Path file) {
        try (ParquetFileReader reader = open(file)) {
            return reader.getFooter().getFileMetaData().getSchema();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ParquetFileReader open(Path file) throws IOException {
        // without Hadoop's configuration, which would be read from its XML for each file
        return ParquetFileReader.open(
                new LocalInputFile(file),
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build());
    }

    static long rows(Path file) {
        try (ParquetFileReader reader = open(file)) {
            return reader.getRecordCount();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Dataset<Row> read(MessageType parquet, List<Path> files) {
        StructType schema =
                new ParquetToSparkSchemaConverter(session.sessionState().conf()).convert(parquet);
        return session.read()
                // a file's name is a name, whatever brackets it holds
                .option("__globPaths__", "false")
                .schema(schema)
                .parquet(files.stream().map(f -> f.toAbsolutePath().toString()).toArray(String[]::new));
    }

    private static Dataset<Row> withAbsent(Dataset<Row> rows, List<Column> columns) {
        Set<String> present = Arrays.stream(rows.columns())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Dataset<Row> complete = rows;
        for (Column column : columns) {
            if (!present.contains(column.name().toLowerCase(Locale.ROOT))) {
                complete = complete.withColumn(column.name(), functions.lit(null));
            }
        }
        return complete;
    }

    /** The columns in their order and types. */
    static Dataset<Row> cast(Dataset<Row> rows, List<Column> columns) {
        StructType given = rows.schema();
        return rows.select(columns.stream().map(c -> cast(c, given)).toArray(org.apache.spark.sql.Column[]::new));
    }

    private static org.apache.spark.sql.Column cast(Column column, StructType given) {
        DataType type = SparkTypes.dataType(column.type());
        boolean isThere = Arrays.stream(given.fields())
                .anyMatch(field ->
                        field.name().equals(column.name()) && field.dataType().equals(type));
        // a cast that changes nothing leaves an alias, over which the optimizer stumbles in unions of one table
        return isThere
                ? column(column.name())
                : column(column.name()).cast(type).as(column.name());
    }

    static org.apache.spark.sql.Column column(String name) {
        return functions.col('`' + name.replace("`", "``") + '`');
    }
}
