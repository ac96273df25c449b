package cartera.jobs.connector;

import cartera.jobs.SharedFolder;
import cartera.jobs.read.Export;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sink that keeps everything, for tests. */
final class Collected implements RecordSink {

    static final Contract CONTRACT = Contract.load();
    static final Connectors CONNECTORS = Connectors.load(CONTRACT, List.of());
    static final ReadSettings SETTINGS =
            new ReadSettings("s", ZoneId.of("Europe/Moscow"), "RUB", Instant.parse("2026-11-23T06:00:00Z"));

    final List<EntityRow> rows = new ArrayList<>();
    final List<Rejection> rejections = new ArrayList<>();
    final List<String> customFields = new ArrayList<>();
    final List<String> notices = new ArrayList<>();

    /** The folder of examples beside the repository; null where it is not there. */
    static @Nullable Path shared() {
        return Files.isDirectory(SharedFolder.path()) ? SharedFolder.path() : null;
    }

    static Connector connector(Path file) {
        Recognition recognition =
                CONNECTORS.recognise(new Export(file, file.getFileName().toString()));
        if (recognition instanceof Recognition.Known known) {
            return known.connector();
        }
        throw new AssertionError(((Recognition.Unknown) recognition).message());
    }

    /** Recognises and reads a file. */
    Counts read(Path file) {
        return read(file, SETTINGS);
    }

    Counts read(Path file, ReadSettings settings) {
        Counts counts = connector(file).read(new Export(file, file.getFileName().toString()), settings, this);
        if (!counts.areConserved()) {
            throw new AssertionError("records are lost: " + counts);
        }
        return counts;
    }

    List<EntityRow> of(String entity) {
        return rows.stream().filter(row -> row.entity().name().equals(entity)).toList();
    }

    /** Values of a column in the rows of its entity; empty values are left out. */
    List<Object> column(String entity, String column) {
        List<Object> values = new ArrayList<>();
        for (EntityRow row : of(entity)) {
            Object value = row.values()[row.entity().indexOf(column)];
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    @Override
    public void row(EntityRow row) {
        rows.add(row);
    }

    @Override
    public void customField(String entity, String id, String field, String value, long line) {
        customFields.add("%s %s %s=%s".formatted(entity, id, field, value));
    }

    @Override
    public void reject(Rejection rejection) {
        rejections.add(rejection);
    }

    @Override
    public void notice(String message) {
        notices.add(message);
    }
}
