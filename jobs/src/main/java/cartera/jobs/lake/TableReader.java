package cartera.jobs.lake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one Parquet file as a stream, in their order, page checksums verified: for steps that run outside
 * an engine, and for tests. A file that is no Parquet, cut or damaged is a {@link CorruptLake} that names it.
 */
public final class TableReader implements Closeable {

    private final Path file;
    private final Schema schema;
    private final long rows;
    private final ParquetReader<@Nullable Object[]> reader;

    private TableReader(Path file, Schema schema, long rows, ParquetReader<@Nullable Object[]> reader) {
        this.file = file;
        this.schema = schema;
        this.rows = rows;
        this.reader = reader;
    }

    public static TableReader open(Path file) {
        try (ParquetFileReader footer = footer(file)) {
            Schema schema = ParquetTypes.schema(footer.getFileMetaData().getSchema());
            ParquetReader<@Nullable Object[]> reader = new Builder(new LocalInputFile(file)).build();
            return new TableReader(file, schema, footer.getRecordCount(), reader);
        } catch (IOException e) {
            throw LakeException.cannot("read", file, e);
        }
    }

    private static ParquetFileReader footer(Path file) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new ParquetCodecs())
                .build();
        try {
            return ParquetFileReader.open(new LocalInputFile(file), options);
        } catch (RuntimeException e) {
            throw damaged(file, e);
        }
    }

    /** All rows of a file; for small ones. */
    public static List<@Nullable Object[]> all(Path file) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        try (TableReader reader = open(file)) {
            for (@Nullable Object @Nullable [] row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    public Schema schema() {
        return schema;
    }

    /** How many rows the file says it has. */
    public long rows() {
        return rows;
    }

    /** The next row, a new array; null after the last. */
    public @Nullable Object @Nullable [] next() {
        try {
            return reader.read();
        } catch (IOException | RuntimeException e) {
            throw damaged(file, e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw LakeException.cannot("read", file, e);
        }
    }

    private static CorruptLake damaged(Path file, Exception cause) {
        return new CorruptLake("%s: %s".formatted(file, cause.getMessage()));
    }

    private static final class Builder extends ParquetReader.Builder<@Nullable Object[]> {

        Builder(InputFile file) {
            super(file, new PlainParquetConfiguration());
            withCodecFactory(new ParquetCodecs());
            usePageChecksumVerification(true);
        }

        @Override
        protected ReadSupport<@Nullable Object[]> getReadSupport() {
            return new RowReadSupport();
        }
    }
}
