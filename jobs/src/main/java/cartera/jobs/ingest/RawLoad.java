package cartera.jobs.ingest;

import cartera.jobs.connector.Entity;
import cartera.jobs.connector.EntityRow;
import cartera.jobs.connector.RecordSink;
import cartera.jobs.connector.Rejection;
import cartera.jobs.lake.LakeException;
import cartera.jobs.lake.LakeWriter;
import cartera.jobs.lake.Schema;
import cartera.jobs.lake.TableWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one file into raw as a stream, one Parquet file for each table it fills. */
final class RawLoad implements RecordSink {

    private final LakeWriter lake;
    private final String source;
    private final String loadId;
    private final String name;
    private final Consumer<EntityRow> listener;
    private final SortedMap<String, Part> parts = new TreeMap<>();
    private final Set<String> notices = new LinkedHashSet<>();
    private long rejected;
    private String firstFault = "";

    private record Part(Path path, TableWriter writer) {}

    /**
     * A load that nobody sees before {@link #publish}.
     *
     * @param name of the file, for its rejections
     * @param listener hears of every row
     */
    RawLoad(LakeWriter lake, String source, String loadId, String name, Consumer<EntityRow> listener) {
        this.lake = lake;
        this.source = source;
        this.loadId = loadId;
        this.name = name;
        this.listener = listener;
    }

    @Override
    public void row(EntityRow row) {
        listener.accept(row);
        @Nullable Object[] values = row.values();
        @Nullable Object[] full = new Object[values.length + 4];
        full[0] = source;
        full[1] = loadId;
        full[2] = row.line();
        System.arraycopy(values, 0, full, 3, values.length);
        full[full.length - 1] = row.extra();
        Entity entity = row.entity();
        part("raw." + entity.name(), () -> new Schema(entity.rawColumns())).write(full);
    }

    @Override
    public void customField(String entity, String id, String field, String value, long line) {
        ofLoads(RawTables.CUSTOM_FIELD).write(source, loadId, line, entity, id, field, value);
    }

    @Override
    public void reject(Rejection rejection) {
        if (rejected++ == 0) {
            firstFault = "%s, %s: %s"
                    .formatted(
                            rejection.position(),
                            rejection.column(),
                            rejection.reason().code());
        }
        ofLoads(RawTables.REJECTED)
                .write(
                        loadId,
                        name,
                        rejection.position(),
                        rejection.column(),
                        rejection.reason().code(),
                        rejection.value());
    }

    @Override
    public void notice(String message) {
        notices.add(message);
    }

    private TableWriter ofLoads(String table) {
        return part(table, () -> RawTables.ofLoads(table));
    }

    private TableWriter part(String table, Supplier<Schema> schema) {
        Part part = parts.get(table);
        if (part == null) {
            Path path = lake.stage(table);
            part = new Part(path, TableWriter.open(path, schema.get()));
            parts.put(table, part);
        }
        return part.writer();
    }

    /** How many records were rejected. */
    long rejected() {
        return rejected;
    }

    /** Where and why the first record was rejected, without its value; empty if none was. */
    String firstFault() {
        return firstFault;
    }

    List<String> notices() {
        return new ArrayList<>(notices);
    }

    /** Rows of each entity, by its name. */
    SortedMap<String, Long> rows() {
        SortedMap<String, Long> rows = new TreeMap<>();
        parts.forEach((table, part) -> {
            if (!table.equals(RawTables.REJECTED) && !table.equals(RawTables.CUSTOM_FIELD)) {
                rows.put(table.substring("raw.".length()), part.writer().rows());
            }
        });
        return rows;
    }

    /** Hands the files over to the lake, each read back and compared with what was written. */
    void publish() {
        parts.forEach((table, part) -> {
            part.writer().close();
            long rows = lake.append(table, part.writer().schema(), part.path()).rows();
            if (rows != part.writer().rows()) {
                throw new LakeException("Cannot write %s: %d rows are there of %d that were written"
                        .formatted(part.path(), rows, part.writer().rows()));
            }
        });
    }

    /** Drops all that was written; what cannot be deleted now goes with the version that is never published. */
    void discard() {
        parts.values().forEach(RawLoad::discard);
        parts.clear();
    }

    private static void discard(Part part) {
        try {
            part.writer().close();
        } catch (LakeException e) {
            // a full disk: nobody needs the rest
        }
        part.path().toFile().delete();
    }
}
