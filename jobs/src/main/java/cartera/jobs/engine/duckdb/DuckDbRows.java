package cartera.jobs.engine.duckdb;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.Rows;
import cartera.jobs.lake.Column;
import cartera.jobs.lake.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A streamed result. */
final class DuckDbRows implements Rows {

    private final PreparedStatement statement;
    private final ResultSet result;
    private final List<Column> columns;
    private final Row.Header header;
    private boolean isRead;
    private boolean hasNext;

    DuckDbRows(PreparedStatement statement) throws SQLException {
        this.statement = statement;
        this.result = statement.executeQuery();
        this.columns = columns(result.getMetaData());
        this.header = Row.Header.of(columns);
    }

    private static List<Column> columns(ResultSetMetaData meta) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(new Column(meta.getColumnName(i), type(meta, i)));
        }
        return columns;
    }

    private static Type type(ResultSetMetaData meta, int i) throws SQLException {
        String name = meta.getColumnTypeName(i);
        if (name.startsWith("DECIMAL")) {
            return Type.decimal(meta.getPrecision(i), meta.getScale(i));
        }
        return switch (name) {
            case "TINYINT",
                    "SMALLINT",
                    "INTEGER",
                    "BIGINT",
                    "HUGEINT",
                    "UTINYINT",
                    "USMALLINT",
                    "UINTEGER",
                    "UBIGINT" -> Type.INTEGER;
            case "FLOAT", "DOUBLE" -> Type.DOUBLE;
            case "DATE" -> Type.DATE;
            case "BOOLEAN" -> Type.BOOLEAN;
            default -> name.startsWith("TIMESTAMP") ? Type.INSTANT : Type.TEXT;
        };
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public boolean hasNext() {
        if (!isRead) {
            try {
                hasNext = result.next();
                isRead = true;
            } catch (SQLException e) {
                throw DuckDbEngine.failure(e);
            }
        }
        return hasNext;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        isRead = false;
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(i);
        }
        return header.row(values);
    }

    private @Nullable Object value(int i) {
        try {
            Object value = result.getObject(i + 1);
            return value == null ? null : plain(value, columns.get(i).type());
        } catch (SQLException e) {
            throw DuckDbEngine.failure(e);
        }
    }

    private static Object plain(Object value, Type type) {
        return switch (type.kind()) {
            case INTEGER ->
                value instanceof BigInteger big ? (Object) big.longValueExact() : ((Number) value).longValue();
            case DOUBLE -> ((Number) value).doubleValue();
            case DECIMAL -> (BigDecimal) value;
            case DATE -> value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
            case INSTANT -> instant(value);
            case BOOLEAN -> value;
            case TEXT -> value.toString();
        };
    }

    private static Object instant(Object value) {
        if (value instanceof java.sql.Timestamp timestamp) {
            return timestamp.toLocalDateTime().toInstant(ZoneOffset.UTC);
        }
        return value instanceof OffsetDateTime at ? at.toInstant() : ((LocalDateTime) value).toInstant(ZoneOffset.UTC);
    }

    @Override
    public void close() {
        try {
            statement.close();
        } catch (SQLException e) {
            throw DuckDbEngine.failure(e);
        }
    }
}
