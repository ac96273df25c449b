package cartera.jobs.lake;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Makes rows of what Parquet reads: one value a column, of the Java type that {@link Type} names. */
final class RowReadSupport extends ReadSupport<@Nullable Object[]> {

    @Override
    public ReadContext init(InitContext context) {
        return new ReadContext(context.getFileSchema());
    }

    @Override
    public RecordMaterializer<@Nullable Object[]> prepareForRead(
            Configuration configuration, Map<String, String> metadata, MessageType message, ReadContext context) {
        return new Rows(message);
    }

    @Override
    public RecordMaterializer<@Nullable Object[]> prepareForRead(
            ParquetConfiguration configuration,
            Map<String, String> metadata,
            MessageType message,
            ReadContext context) {
        return new Rows(message);
    }

    private static final class Rows extends RecordMaterializer<@Nullable Object[]> {

        private final Root root;

        Rows(MessageType message) {
            root = new Root(message);
        }

        @Override
        public @Nullable Object[] getCurrentRecord() {
            return root.row;
        }

        @Override
        public GroupConverter getRootConverter() {
            return root;
        }
    }

    private static final class Root extends GroupConverter {

        private final List<Converter> converters = new ArrayList<>();
        private @Nullable Object[] row = new Object[0];

        Root(MessageType message) {
            for (var field : message.getFields()) {
                converters.add(new Value(this, converters.size(), ParquetTypes.type(field)));
            }
        }

        @Override
        public Converter getConverter(int index) {
            return converters.get(index);
        }

        @Override
        public void start() {
            row = new Object[converters.size()];
        }

        @Override
        public void end() {}
    }

    private static final class Value extends PrimitiveConverter {

        private final Root root;
        private final int index;
        private final Type type;

        Value(Root root, int index, Type type) {
            this.root = root;
            this.index = index;
            this.type = type;
        }

        @Override
        public void addBinary(Binary value) {
            root.row[index] = type.kind() == Type.Kind.TEXT
                    ? value.toStringUsingUTF8()
                    : new BigDecimal(new BigInteger(value.getBytes()), type.scale());
        }

        @Override
        public void addBoolean(boolean value) {
            root.row[index] = value;
        }

        @Override
        public void addDouble(double value) {
            root.row[index] = value;
        }

        @Override
        public void addInt(int value) {
            addLong(value);
        }

        @Override
        public void addLong(long value) {
            root.row[index] = switch (type.kind()) {
                case DATE -> LocalDate.ofEpochDay(value);
                case INSTANT -> Instant.EPOCH.plus(value, ChronoUnit.MICROS);
                case DECIMAL -> BigDecimal.valueOf(value, type.scale());
                default -> value;
            };
        }
    }
}
