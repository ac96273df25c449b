package cartera.jobs.ingest;

import cartera.jobs.lake.Column;
import cartera.jobs.lake.LakeWriter;
import cartera.jobs.lake.Schema;
import cartera.jobs.lake.TableWriter;
import cartera.jobs.lake.Type;
import java.nio.file.Path;
import java.util.List;

/** What the kill test kills: an ingest of all that lies in an inbox, with two curated tables. */
final class KilledIngest {

    private static final Schema COUNT = Schema.of(new Column("count", Type.INTEGER));

    private KilledIngest() {}

    public static void main(String[] arguments) {
        ingest(Path.of(arguments[0]));
    }

    static void ingest(Path home) {
        new InboxHome(home).ingest(KilledIngest::curated).inbox(InboxHome.LOADED_AT);
    }

    private static void curated(LakeWriter writer) {
        for (String name : List.of("contact", "document")) {
            long count = writer.pending().table("raw." + name).orElseThrow().rows();
            Path file = writer.stage("curated." + name);
            try (TableWriter rows = TableWriter.open(file, COUNT)) {
                rows.write(count);
            }
            writer.replace("curated." + name, COUNT, "count", List.of(file));
        }
    }
}
