package cartera.jobs.lake;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** Hands the values of a row to Parquet, each in the physical type that {@link ParquetTypes} gave its column. */
final class RowWriteSupport extends WriteSupport<@Nullable Object[]> {

    private final Schema schema;
    private final List<ValueWriter> writers;
    private @Nullable RecordConsumer consumer;

    RowWriteSupport(Schema schema) {
        this.schema = schema;
        this.writers =
                schema.columns().stream().map(column -> writer(column.type())).toList();
    }

    @Override
    public WriteContext init(Configuration configuration) {
        return context();
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return context();
    }

    private WriteContext context() {
        return new WriteContext(ParquetTypes.message(schema), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        consumer = recordConsumer;
    }

    @Override
    public void write(@Nullable Object[] row) {
        RecordConsumer target = Objects.requireNonNull(consumer);
        target.startMessage();
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            if (value != null) {
                writeField(target, i, value);
            }
        }
        target.endMessage();
    }

    private void writeField(RecordConsumer target, int index, Object value) {
        String name = schema.column(index).name();
        target.startField(name, index);
        writers.get(index).write(target, value);
        target.endField(name, index);
    }

    private interface ValueWriter {
        void write(RecordConsumer target, Object value);
    }

    private static ValueWriter writer(Type type) {
        return switch (type.kind()) {
            case TEXT -> (target, value) -> target.addBinary(Binary.fromString((String) value));
            case INTEGER -> (target, value) -> target.addLong((Long) value);
            case DOUBLE -> (target, value) -> target.addDouble((Double) value);
            case BOOLEAN -> (target, value) -> target.addBoolean((Boolean) value);
            case DATE -> (target, value) -> target.addInteger(Math.toIntExact(((LocalDate) value).toEpochDay()));
            case INSTANT -> (target, value) -> target.addLong(micros((Instant) value));
            case DECIMAL -> decimalWriter(type);
        };
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant.truncatedTo(ChronoUnit.MICROS));
    }

    private static ValueWriter decimalWriter(Type type) {
        if (type.precision() <= 9) {
            return (target, value) ->
                    target.addInteger(unscaled(type, (BigDecimal) value).intValueExact());
        }
        if (type.precision() <= 18) {
            return (target, value) ->
                    target.addLong(unscaled(type, (BigDecimal) value).longValueExact());
        }
        return (target, value) -> target.addBinary(fixed(type, (BigDecimal) value));
    }

    private static BigInteger unscaled(Type type, BigDecimal value) {
        return value.setScale(type.scale(), RoundingMode.UNNECESSARY).unscaledValue();
    }

    private static Binary fixed(Type type, BigDecimal value) {
        byte[] digits = unscaled(type, value).toByteArray();
        byte[] padded = new byte[ParquetTypes.bytes(type.precision())];
        Arrays.fill(padded, (byte) (value.signum() < 0 ? -1 : 0));
        System.arraycopy(digits, 0, padded, padded.length - digits.length, digits.length);
        return Binary.fromConstantByteArray(padded);
    }
}
