package cartera.jobs.engine.duckdb;

import cartera.jobs.engine.Row;
import cartera.jobs.lake.Column;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Appends rows to a table, by column name. */
final class TableAppender implements AutoCloseable {

    private final DuckDBAppender appender;

    private TableAppender(DuckDBAppender appender) {
        this.appender = appender;
    }

    static TableAppender open(DuckDBConnection connection, String table) {
        int dot = table.indexOf('.');
        String schema = dot < 0 ? "main" : table.substring(0, dot);
        try {
            return new TableAppender(connection.createAppender(schema, table.substring(dot + 1)));
        } catch (SQLException e) {
            throw DuckDbEngine.failure(e);
        }
    }

    void append(Row row, List<Column> columns) {
        try {
            appender.beginRow();
            for (Column column : columns) {
                append(row.value(column.name()), column);
            }
            appender.endRow();
        } catch (SQLException e) {
            throw DuckDbEngine.failure(e);
        }
    }

    private void append(@Nullable Object value, Column column) throws SQLException {
        if (value == null) {
            appender.appendNull();
            return;
        }
        switch (column.type().kind()) {
            case TEXT -> appender.append((String) value);
            case INTEGER -> appender.append(((Number) value).longValue());
            case DOUBLE -> appender.append(((Number) value).doubleValue());
            case DECIMAL ->
                appender.append(((BigDecimal) value).setScale(column.type().scale(), RoundingMode.HALF_UP));
            case DATE -> appender.append((LocalDate) value);
            case INSTANT -> appender.append(LocalDateTime.ofInstant((Instant) value, ZoneOffset.UTC));
            case BOOLEAN -> appender.append(((Boolean) value).booleanValue());
        }
    }

    @Override
    public void close() {
        try {
            appender.close();
        } catch (SQLException e) {
            throw DuckDbEngine.failure(e);
        }
    }
}
