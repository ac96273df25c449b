package cartera.jobs.lake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * The end of a Parquet file: its metadata, their length in four bytes, and {@code PAR1}.
 *
 * <p>parquet-java keeps the encodings of a column in a hash set of enum constants and writes them in its order, which is
 * another one in every JVM: equal rows would give files of different names. So they are put in order.
 */
final class ParquetFooter {

    private static final int TAIL_BYTES = 8;

    private ParquetFooter() {}

    /** Orders what parquet-java leaves to chance, in place; the file keeps its length. */
    static void order(Path file) throws IOException {
        try (RandomAccessFile parquet = new RandomAccessFile(file.toFile(), "rw")) {
            int length = length(parquet);
            long start = parquet.length() - TAIL_BYTES - length;
            byte[] footer = new byte[length];
            parquet.seek(start);
            parquet.readFully(footer);
            byte[] ordered = ordered(footer);
            if (ordered.length != length) {
                throw new IOException("its footer changed its length");
            }
            parquet.seek(start);
            parquet.write(ordered);
        }
    }

    private static int length(RandomAccessFile parquet) throws IOException {
        byte[] tail = new byte[TAIL_BYTES];
        parquet.seek(parquet.length() - TAIL_BYTES);
        parquet.readFully(tail);
        return ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    private static byte[] ordered(byte[] footer) throws IOException {
        FileMetaData metadata = Util.readFileMetaData(new ByteArrayInputStream(footer));
        for (RowGroup group : metadata.getRow_groups()) {
            for (ColumnChunk column : group.getColumns()) {
                List<Encoding> encodings = new ArrayList<>(column.getMeta_data().getEncodings());
                encodings.sort(Comparator.comparingInt(Encoding::getValue));
                column.getMeta_data().setEncodings(encodings);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(footer.length);
        Util.writeFileMetaData(metadata, out);
        return out.toByteArray();
    }
}
