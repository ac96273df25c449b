package cartera.jobs.lake;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.math.BigInteger;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Types;

/**
 * Our types in Parquet's words and back, as the Parquet format's LogicalTypes page lays them down. Both engines write
 * and read exactly these.
 */
final class ParquetTypes {

    private static final int INT32_DIGITS = 9;
    private static final int INT64_DIGITS = 18;

    private ParquetTypes() {}

    static MessageType message(Schema schema) {
        List<org.apache.parquet.schema.Type> fields =
                schema.columns().stream().map(ParquetTypes::field).toList();
        return new MessageType("row", fields);
    }

    private static org.apache.parquet.schema.Type field(Column column) {
        return switch (column.type().kind()) {
            case TEXT -> Types.optional(BINARY).as(stringType()).named(column.name());
            case INTEGER -> Types.optional(INT64).named(column.name());
            case DOUBLE -> Types.optional(DOUBLE).named(column.name());
            case BOOLEAN -> Types.optional(BOOLEAN).named(column.name());
            case DATE -> Types.optional(INT32).as(dateType()).named(column.name());
            case INSTANT ->
                Types.optional(INT64).as(timestampType(false, TimeUnit.MICROS)).named(column.name());
            case DECIMAL -> decimal(column);
        };
    }

    private static org.apache.parquet.schema.Type decimal(Column column) {
        int precision = column.type().precision();
        var annotation = decimalType(column.type().scale(), precision);
        if (precision <= INT32_DIGITS) {
            return Types.optional(INT32).as(annotation).named(column.name());
        }
        if (precision <= INT64_DIGITS) {
            return Types.optional(INT64).as(annotation).named(column.name());
        }
        return Types.optional(FIXED_LEN_BYTE_ARRAY)
                .length(bytes(precision))
                .as(annotation)
                .named(column.name());
    }

    /** The fewest bytes that hold every signed number of so many digits. */
    static int bytes(int precision) {
        return BigInteger.TEN.pow(precision).bitLength() / 8 + 1;
    }

    /**
     * The schema of a file's columns.
     *
     * @throws IllegalArgumentException for a column that none of our types holds: unsigned, nested, in other units
     */
    static Schema schema(MessageType message) {
        return new Schema(message.getFields().stream()
                .map(field -> new Column(field.getName(), type(field)))
                .toList());
    }

    static Type type(org.apache.parquet.schema.Type field) {
        if (!field.isPrimitive() || field.isRepetition(org.apache.parquet.schema.Type.Repetition.REPEATED)) {
            throw unknown(field);
        }
        return type(field.asPrimitiveType());
    }

    private static Type type(PrimitiveType field) {
        var annotation = field.getLogicalTypeAnnotation();
        if (annotation instanceof DecimalLogicalTypeAnnotation decimal) {
            return Type.decimal(decimal.getPrecision(), decimal.getScale());
        }
        if (annotation instanceof StringLogicalTypeAnnotation) {
            return Type.TEXT;
        }
        if (annotation instanceof DateLogicalTypeAnnotation) {
            return Type.DATE;
        }
        if (annotation instanceof TimestampLogicalTypeAnnotation timestamp && timestamp.getUnit() == TimeUnit.MICROS) {
            return Type.INSTANT;
        }
        if (annotation == null || annotation instanceof IntLogicalTypeAnnotation integer && integer.isSigned()) {
            return plain(field);
        }
        throw unknown(field);
    }

    private static Type plain(PrimitiveType field) {
        return switch (field.getPrimitiveTypeName()) {
            case INT32, INT64 -> Type.INTEGER;
            case DOUBLE -> Type.DOUBLE;
            case BOOLEAN -> Type.BOOLEAN;
            default -> throw unknown(field);
        };
    }

    private static IllegalArgumentException unknown(org.apache.parquet.schema.Type field) {
        return new IllegalArgumentException(
                "Invalid Parquet column: %s (text, bigint, double, decimal, date, timestamp in microseconds or boolean)"
                        .formatted(field));
    }
}
