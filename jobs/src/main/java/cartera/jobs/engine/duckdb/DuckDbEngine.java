package cartera.jobs.engine.duckdb;

import cartera.jobs.engine.Engine;
import cartera.jobs.engine.EngineException;
import cartera.jobs.engine.Row;
import cartera.jobs.engine.Rows;
import cartera.jobs.engine.ScoreStep;
import cartera.jobs.engine.SqlFunctions;
import cartera.jobs.lake.Column;
import cartera.jobs.lake.Type;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/** DuckDB inside this JVM, in memory; published Parquet files are its tables. */
public final class DuckDbEngine implements Engine {

    /** Level 1 of zstd is about as small as its default of 3, in less time. */
    private static final String PARQUET = "format parquet, compression zstd, compression_level 1";

    private final DuckDBConnection connection;

    private DuckDbEngine(DuckDBConnection connection) {
        this.connection = connection;
    }

    /** A fresh engine that may spill into the folder. */
    public static DuckDbEngine open(Path temporary) {
        Properties settings = new Properties();
        settings.setProperty("temp_directory", temporary.toString());
        settings.setProperty("preserve_insertion_order", "false");
        settings.setProperty("default_null_order", "nulls_first_on_asc_last_on_desc");
        settings.setProperty("ieee_floating_point_ops", "false");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("jdbc_stream_results", "true");
        try {
            DuckDbEngine engine =
                    new DuckDbEngine((DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings));
            engine.execute("set TimeZone = 'UTC'");
            SqlFunctions.statements("duckdb").forEach(engine::execute);
            return engine;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public void table(String name, List<Column> columns, List<Path> files) {
        execute("create or replace view %s as %s".formatted(declared(name), selectFrom(columns, files)));
    }

    private static String selectFrom(List<Column> columns, List<Path> files) {
        if (files.isEmpty()) {
            return "select %s where false"
                    .formatted(list(columns, c -> "cast(null as %s) as %s".formatted(sqlType(c.type()), quoted(c))));
        }
        // typed nulls first, so that a column which no file has yet is there all the same
        String absent = list(columns, c -> "cast(null as %s) as %s".formatted(sqlType(c.type()), quoted(c)));
        String paths = files.stream().map(DuckDbEngine::pathLiteral).collect(Collectors.joining(", "));
        return "select %s from (select %s where false union all by name select * from read_parquet([%s], union_by_name = true))"
                .formatted(list(columns, DuckDbEngine::cast), absent, paths);
    }

    @Override
    public void table(String name, List<Column> columns, Iterable<Row> rows) {
        createTable(name, columns);
        try (TableAppender appender = TableAppender.open(connection, name)) {
            for (Row row : rows) {
                appender.append(row, columns);
            }
        }
    }

    @Override
    public void score(String name, List<Column> columns, String select, ScoreStep step) {
        createTable(name, columns);
        // an open streaming result and an appender need two connections
        try (DuckDBConnection second = connection.duplicate();
                TableAppender appender = TableAppender.open(second, name);
                Rows rows = query(select)) {
            while (rows.hasNext()) {
                for (Row scored : step.apply(rows.next())) {
                    appender.append(scored, columns);
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void createTable(String name, List<Column> columns) {
        String types = list(columns, c -> quoted(c) + " " + sqlType(c.type()));
        execute("create or replace table %s (%s)".formatted(declared(name), types));
    }

    @Override
    public long write(String select, List<Column> columns, List<String> order, Path file) {
        String sorted = order.isEmpty() ? "" : " order by " + String.join(", ", order);
        return update("copy (select * from (select %s from (\n%s\n))%s) to %s (%s)"
                .formatted(list(columns, DuckDbEngine::cast), select, sorted, textLiteral(file.toString()), PARQUET));
    }

    @Override
    public Rows query(String select) {
        try {
            return new DuckDbRows(connection.prepareStatement(select));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Runs a statement that gives no rows. */
    void execute(String sql) {
        update(sql);
    }

    private long update(String sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
            return Math.max(0, statement.getUpdateCount());
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    DuckDBConnection connection() {
        return connection;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The name in SQL; its schema is made when it is first declared. */
    private String declared(String name) {
        int dot = name.indexOf('.');
        if (dot > 0) {
            execute("create schema if not exists " + name.substring(0, dot));
        }
        return name;
    }

    private static String cast(Column column) {
        return "cast(%s as %s) as %s".formatted(quoted(column), sqlType(column.type()), quoted(column));
    }

    private static String quoted(Column column) {
        return '"' + column.name().replace("\"", "\"\"") + '"';
    }

    private static String list(List<Column> columns, java.util.function.Function<Column, String> text) {
        return columns.stream().map(text).collect(Collectors.joining(", "));
    }

    static String sqlType(Type type) {
        return switch (type.kind()) {
            case TEXT -> "varchar";
            case INTEGER -> "bigint";
            case DOUBLE -> "double";
            case DECIMAL -> type.toString();
            case DATE -> "date";
            case INSTANT -> "timestamp";
            case BOOLEAN -> "boolean";
        };
    }

    /** File names are patterns to DuckDB: what would be one is put in brackets. */
    static String pathLiteral(Path file) {
        return textLiteral(file.toString().replaceAll("([\\[*?])", "[$1]"));
    }

    static String textLiteral(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static EngineException failure(SQLException e) {
        String message = String.valueOf(e.getMessage());
        return new EngineException(message.strip(), e);
    }
}
