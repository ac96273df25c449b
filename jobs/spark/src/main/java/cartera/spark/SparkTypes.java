package cartera.spark;

import cartera.jobs.engine.Row;
import cartera.jobs.lake.Column;
import cartera.jobs.lake.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Types, columns and rows of the lake as Spark's, and back. */
final class SparkTypes {

    private SparkTypes() {}

    static DataType dataType(Type type) {
        return switch (type.kind()) {
            case TEXT -> DataTypes.StringType;
            case INTEGER -> DataTypes.LongType;
            case DOUBLE -> DataTypes.DoubleType;
            case DECIMAL -> DataTypes.createDecimalType(type.precision(), type.scale());
            case DATE -> DataTypes.DateType;
            case INSTANT -> DataTypes.TimestampNTZType;
            case BOOLEAN -> DataTypes.BooleanType;
        };
    }

    static StructType schema(List<Column> columns) {
        return new StructType(columns.stream()
                .map(c -> DataTypes.createStructField(c.name(), dataType(c.type()), true))
                .toArray(StructField[]::new));
    }

    static List<Column> columns(StructType schema) {
        return Arrays.stream(schema.fields())
                .map(field -> new Column(field.name(), type(field.dataType())))
                .toList();
    }

    private static Type type(DataType type) {
        if (type instanceof DecimalType decimal) {
            return Type.decimal(decimal.precision(), decimal.scale());
        }
        return switch (type.typeName()) {
            case "byte", "short", "integer", "long" -> Type.INTEGER;
            case "float", "double" -> Type.DOUBLE;
            case "date" -> Type.DATE;
            case "timestamp", "timestamp_ntz" -> Type.INSTANT;
            case "boolean" -> Type.BOOLEAN;
            default -> Type.TEXT;
        };
    }

    /** A row with the values of the columns, found by name. */
    static org.apache.spark.sql.Row toSpark(Row row, List<Column> columns) {
        return RowFactory.create(columns.stream()
                .map(c -> toSpark(row.value(c.name()), c.type()))
                .toArray());
    }

    private static @Nullable Object toSpark(@Nullable Object value, Type type) {
        if (value == null) {
            return null;
        }
        return switch (type.kind()) {
            case INTEGER -> ((Number) value).longValue();
            case DOUBLE -> ((Number) value).doubleValue();
            case DECIMAL -> ((BigDecimal) value).setScale(type.scale(), RoundingMode.HALF_UP);
            case INSTANT -> LocalDateTime.ofInstant((Instant) value, ZoneOffset.UTC);
            case TEXT, DATE, BOOLEAN -> value;
        };
    }

    /** A row whose values stand in the order of the columns. */
    static Row fromSpark(org.apache.spark.sql.Row row, Row.Header header, List<Column> columns) {
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = fromSpark(row.get(i), columns.get(i).type());
        }
        return header.row(values);
    }

    private static @Nullable Object fromSpark(@Nullable Object value, Type type) {
        if (value == null) {
            return null;
        }
        return switch (type.kind()) {
            case INTEGER -> ((Number) value).longValue();
            case DOUBLE -> ((Number) value).doubleValue();
            case INSTANT -> value instanceof LocalDateTime at ? at.toInstant(ZoneOffset.UTC) : value;
            case TEXT -> value.toString();
            case DECIMAL, DATE, BOOLEAN -> value;
        };
    }
}
