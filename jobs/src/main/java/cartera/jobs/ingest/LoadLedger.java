package cartera.jobs.ingest;

import cartera.jobs.connector.Counts;
import cartera.jobs.lake.LakeWriter;
import cartera.jobs.lake.Schema;
import cartera.jobs.lake.TableWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Tells of every load in {@code raw.file} and {@code raw.file_entity}, and notes the inputs in the manifest. */
record LoadLedger(LakeWriter lake, Instant loadedAt) {

    /** In the order of loading. */
    void write(List<Loaded> loads) {
        write(RawTables.FILE, rows -> {
            for (int i = 0; i < loads.size(); i++) {
                file(loads.get(i), i + 1L, rows);
            }
        });
        write(RawTables.FILE_ENTITY, rows -> loads.forEach(load -> entities(load, rows)));
        loads.forEach(load -> lake.load(load.input(lake.version())));
    }

    private void write(String table, Consumer<TableWriter> fill) {
        Schema schema = RawTables.ofLoads(table);
        Path file = lake.stage(table);
        try (TableWriter rows = TableWriter.open(file, schema)) {
            fill.accept(rows);
        }
        lake.append(table, schema, file);
    }

    private void file(Loaded load, long order, TableWriter rows) {
        Counts counts = load.counts();
        rows.write(
                Loaded.loadId(load.sha256()),
                load.source(),
                load.name(),
                load.sha256(),
                load.connector().name(),
                counts.extractedAt(),
                (long) lake.version(),
                order,
                counts.records(),
                counts.loaded(),
                counts.quarantined(),
                counts.blank(),
                counts.header(),
                counts.footer(),
                load.connector().isPartial(),
                loadedAt);
    }

    private static void entities(Loaded load, TableWriter rows) {
        load.rows().forEach((entity, count) -> rows.write(Loaded.loadId(load.sha256()), entity, count));
    }
}
