package cartera.jobs.ingest;

import cartera.jobs.connector.Entity;
import cartera.jobs.connector.EntityRow;
import cartera.jobs.lake.LakeException;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records of one file that have the same key and the same time of change, but other content: one of them is
 * wrong and nobody knows which.
 *
 * <p>A record is known by the first entity it fills; its content is all that it fills. Of each row three numbers are
 * kept: a 64-bit hash of its key, one of its content, and its line. When they are too many for memory they are spread
 * over files by the hash of the key, so that equal keys meet; memory does not grow with the file. Two different keys
 * meet by chance once in some 370,000 files of ten million rows.
 */
final class KeyLog implements Closeable {

    private static final int NUMBERS = 3;
    private static final int ROWS_IN_MEMORY = 1 << 17;
    private static final int PARTS = 256;

    private final Path folder;
    private final ByteBuffer buffer;
    private final List<EntityRow> record = new ArrayList<>();
    private boolean isSpread;

    /** A log that may use a folder, which need not exist. */
    KeyLog(Path folder) {
        this(folder, ROWS_IN_MEMORY);
    }

    KeyLog(Path folder, int rowsInMemory) {
        this.folder = folder;
        this.buffer = ByteBuffer.allocate(rowsInMemory * NUMBERS * Long.BYTES);
    }

    /** Takes the rows of a file in their order; those of one record share their line. */
    void add(EntityRow row) {
        if (!record.isEmpty() && record.get(0).line() != row.line()) {
            endRecord();
        }
        record.add(row);
    }

    private void endRecord() {
        Entity main = record.get(0).entity();
        long rest = 0;
        for (EntityRow row : record) {
            if (!row.entity().equals(main)) {
                rest = Hash.mix(rest, content(row));
            }
        }
        for (EntityRow row : record) {
            if (row.entity().equals(main) && row.repeat() == EntityRow.Repeat.CONFLICT) {
                put(key(row), Hash.mix(rest, content(row)), row.line());
            }
        }
        record.clear();
    }

    private static long key(EntityRow row) {
        Entity entity = row.entity();
        long hash = Hash.of(entity.name());
        for (String column : entity.key()) {
            hash = Hash.mix(hash, Hash.of(row.values()[entity.indexOf(column)]));
        }
        String version = entity.version();
        return version == null ? hash : Hash.mix(hash, Hash.of(row.values()[entity.indexOf(version)]));
    }

    private static long content(EntityRow row) {
        long hash = Hash.of(row.extra());
        for (Object value : row.values()) {
            hash = Hash.mix(hash, Hash.of(value));
        }
        return hash;
    }

    private void put(long key, long content, long line) {
        if (!buffer.hasRemaining()) {
            spread();
        }
        buffer.putLong(key).putLong(content).putLong(line);
    }

    /** The lines of all records that stand against another. */
    Set<Long> conflicts() {
        if (!record.isEmpty()) {
            endRecord();
        }
        Set<Long> lines = new TreeSet<>();
        if (!isSpread) {
            collect(buffer.flip().asLongBuffer(), lines);
            return lines;
        }
        spread();
        for (int part = 0; part < PARTS; part++) {
            collect(read(part), lines);
        }
        return lines;
    }

    /** All records of a key that has two contents, those that equal the first among them. */
    private static void collect(LongBuffer rows, Set<Long> lines) {
        Map<Long, Long> first = new HashMap<>();
        Set<Long> disputed = new HashSet<>();
        for (int i = 0; i < rows.limit(); i += NUMBERS) {
            Long before = first.putIfAbsent(rows.get(i), rows.get(i + 1));
            if (before != null && before != rows.get(i + 1)) {
                disputed.add(rows.get(i));
            }
        }
        for (int i = 0; i < rows.limit() && !disputed.isEmpty(); i += NUMBERS) {
            if (disputed.contains(rows.get(i))) {
                lines.add(rows.get(i + 2));
            }
        }
    }

    private void spread() {
        isSpread = true;
        ByteBuffer[] parts = new ByteBuffer[PARTS];
        LongBuffer rows = buffer.flip().asLongBuffer();
        int[] sizes = new int[PARTS];
        for (int i = 0; i < rows.limit(); i += NUMBERS) {
            sizes[part(rows.get(i))]++;
        }
        for (int i = 0; i < PARTS; i++) {
            parts[i] = ByteBuffer.allocate(sizes[i] * NUMBERS * Long.BYTES);
        }
        for (int i = 0; i < rows.limit(); i += NUMBERS) {
            parts[part(rows.get(i))]
                    .putLong(rows.get(i))
                    .putLong(rows.get(i + 1))
                    .putLong(rows.get(i + 2));
        }
        for (int i = 0; i < PARTS; i++) {
            append(i, parts[i].flip());
        }
        buffer.clear();
    }

    private static int part(long key) {
        return (int) (key >>> 56);
    }

    private void append(int part, ByteBuffer rows) {
        try {
            Files.createDirectories(folder);
            try (FileChannel file =
                    FileChannel.open(path(part), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                while (rows.hasRemaining()) {
                    file.write(rows);
                }
            }
        } catch (IOException e) {
            throw LakeException.cannot("write", folder, e);
        }
    }

    private LongBuffer read(int part) {
        try {
            return ByteBuffer.wrap(Files.readAllBytes(path(part))).asLongBuffer();
        } catch (IOException e) {
            throw LakeException.cannot("read", folder, e);
        }
    }

    private Path path(int part) {
        return folder.resolve("keys-" + part);
    }

    @Override
    public void close() {
        for (int part = 0; isSpread && part < PARTS; part++) {
            path(part).toFile().delete();
        }
    }

    /** 64-bit hashes, mixed by the finalizer of MurmurHash3 (A. Appleby, public domain). */
    private static final class Hash {

        private static final long FNV_OFFSET = 0xcbf29ce484222325L;
        private static final long FNV_PRIME = 0x100000001b3L;

        static long of(@Nullable Object value) {
            if (value == null) {
                return 0;
            }
            String text = value instanceof BigDecimal number
                    ? number.stripTrailingZeros().toPlainString()
                    : value.toString();
            long hash = FNV_OFFSET;
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * FNV_PRIME;
            }
            return mix(hash, text.length());
        }

        static long mix(long hash, long more) {
            long mixed = hash * 31 + more;
            mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
            mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
            return mixed ^ (mixed >>> 33);
        }
    }
}
