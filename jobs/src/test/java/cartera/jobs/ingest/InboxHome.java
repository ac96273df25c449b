package cartera.jobs.ingest;

import cartera.jobs.connector.Connectors;
import cartera.jobs.connector.Contract;
import cartera.jobs.home.Configuration;
import cartera.jobs.home.Source;
import cartera.jobs.lake.Lake;
import cartera.jobs.lake.LakeWriter;
import cartera.jobs.lake.Snapshot;
import cartera.jobs.lake.Table;
import cartera.jobs.lake.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A home with an inbox, for tests of ingest. */
final class InboxHome {

    static final Instant LOADED_AT = Instant.parse("2026-11-23T06:00:00Z");
    static final String CUSTOMERS = "id;name;phone;email;updated_at\n";
    static final String SALES = "line_id;customer_id;sold_on;product;qty;amount\n";

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final Connectors CONNECTORS = Connectors.load(Contract.load(), List.of());

    private final Path home;
    private final List<Source> sources = new ArrayList<>();

    InboxHome(Path home) {
        try {
            this.home = Files.createDirectories(home).toRealPath();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    InboxHome source(String name, String... connectors) {
        sources.add(new Source(name, List.of(connectors), MOSCOW, "RUB"));
        return this;
    }

    Path path(String name) {
        return home.resolve(name);
    }

    Path put(String name, String text) throws IOException {
        Path file = home.resolve("inbox").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    Path put(String name, Path original) throws IOException {
        Path file = home.resolve("inbox").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, Files.readAllBytes(original));
    }

    Ingest ingest(Consumer<LakeWriter> curated) {
        Configuration configuration =
                new Configuration("", MOSCOW, "RUB", List.of("ru"), List.copyOf(sources), new TreeMap<>(Map.of()));
        return new Ingest(Lake.open(home), CONNECTORS, configuration, curated, (name, number, count) -> {});
    }

    IngestResult ingest() {
        return ingest(writer -> {}).inbox(LOADED_AT);
    }

    Snapshot snapshot() {
        return Lake.open(home).snapshot();
    }

    /** One column of a table of raw, in the order of files and rows; nothing if there is no such table. */
    List<@Nullable Object> column(String table, String column) {
        Snapshot snapshot = snapshot();
        List<@Nullable Object> values = new ArrayList<>();
        snapshot.table(table).ifPresent(found -> {
            int index = found.schema().indexOf(column);
            snapshot.files(found).forEach(file -> TableReader.all(file).forEach(row -> values.add(row[index])));
        });
        return values;
    }

    long rows(String table) {
        return snapshot().table(table).map(Table::rows).orElse(0L);
    }

    /** The files below a folder of the home, relative to it. */
    List<String> files(String folder) {
        if (!Files.exists(home.resolve(folder))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(home.resolve(folder))) {
            return files.filter(path -> !Files.isDirectory(path))
                    .map(path -> home.resolve(folder).relativize(path).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
