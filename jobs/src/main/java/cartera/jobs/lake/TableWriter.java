package cartera.jobs.lake;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows into one Parquet file as a stream: memory is that of one row group, whatever the number of rows. Pages
 * carry checksums. Equal rows in equal order give equal bytes.
 *
 * <p>A row has one value a column, of the Java type that {@link Type} names, or null. An instant is cut to the
 * microsecond; a decimal must fit its type without rounding. Space or permission that is missing is a
 * {@link LakeException}.
 */
public final class TableWriter implements Closeable {

    /** Bytes that are held before a row group goes to the file. */
    private static final long ROW_GROUP_BYTES = 16L << 20;

    private final Path file;
    private final Schema schema;
    private final ParquetWriter<@Nullable Object[]> writer;
    private long rows;

    private TableWriter(Path file, Schema schema, ParquetWriter<@Nullable Object[]> writer) {
        this.file = file;
        this.schema = schema;
        this.writer = writer;
    }

    /** Starts a new file; one that is there is an error. */
    public static TableWriter open(Path file, Schema schema) {
        try {
            return new TableWriter(file, schema, new Builder(new LocalOutputFile(file), schema).build());
        } catch (IOException e) {
            throw LakeException.cannot("write", file, e);
        }
    }

    public Schema schema() {
        return schema;
    }

    /** How many rows were written. */
    public long rows() {
        return rows;
    }

    /** Writes one row; a value that its column cannot hold is an {@link IllegalArgumentException}. */
    public void write(@Nullable Object... row) {
        check(row);
        try {
            writer.write(row);
            rows++;
        } catch (IOException e) {
            throw LakeException.cannot("write", file, e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
            ParquetFooter.order(file);
        } catch (IOException e) {
            throw LakeException.cannot("write", file, e);
        }
    }

    private void check(@Nullable Object[] row) {
        if (row.length != schema.size()) {
            throw new IllegalArgumentException(
                    "Invalid row: %d values (the table has %d columns)".formatted(row.length, schema.size()));
        }
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            if (value != null && !fits(schema.column(i).type(), value)) {
                throw new IllegalArgumentException("Invalid value for column %s: a %s (must be %s)"
                        .formatted(
                                schema.column(i).name(),
                                value.getClass().getSimpleName(),
                                schema.column(i).type()));
            }
        }
    }

    private static boolean fits(Type type, Object value) {
        return switch (type.kind()) {
            case TEXT -> value instanceof String;
            case INTEGER -> value instanceof Long;
            case DOUBLE -> value instanceof Double;
            case BOOLEAN -> value instanceof Boolean;
            case DATE -> value instanceof LocalDate;
            case INSTANT -> value instanceof Instant;
            case DECIMAL -> value instanceof BigDecimal number && fits(type, number);
        };
    }

    private static boolean fits(Type type, BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() <= type.scale() && plain.precision() - plain.scale() <= type.precision() - type.scale();
    }

    private static final class Builder extends ParquetWriter.Builder<@Nullable Object[], Builder> {

        private final Schema schema;

        Builder(OutputFile file, Schema schema) {
            super(file);
            this.schema = schema;
            withConf(new PlainParquetConfiguration());
            withCodecFactory(new ParquetCodecs());
            withCompressionCodec(CompressionCodecName.ZSTD);
            withPageWriteChecksumEnabled(true);
            withRowGroupSize(ROW_GROUP_BYTES);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<@Nullable Object[]> getWriteSupport(Configuration configuration) {
            return new RowWriteSupport(schema);
        }

        @Override
        protected WriteSupport<@Nullable Object[]> getWriteSupport(ParquetConfiguration configuration) {
            return new RowWriteSupport(schema);
        }
    }
}
