package cartera.jobs.ingest;

import cartera.jobs.connector.Connector;
import cartera.jobs.connector.Counts;
import cartera.jobs.connector.ReadSettings;
import cartera.jobs.lake.LakeWriter;
import cartera.jobs.read.Export;
import cartera.jobs.read.Refused;
import java.nio.file.Path;
import java.util.Set;

/** Reads one file into raw, all of it or nothing. */
record FileLoad(LakeWriter lake, Export export, Connector connector, ReadSettings settings, String loadId) {

    /** What was read, and its count. */
    record Result(RawLoad rows, Counts counts) {}

    /**
     * Reads the file, a second time where it contradicts itself, and hands its rows to the lake.
     *
     * @param scratch for what does not fit into memory
     * @throws Refused if the file as a whole cannot be used; then nothing of it is left
     */
    Result run(Path scratch) {
        Result result = read(scratch);
        try {
            requireConserved(result);
            requireSomething(result);
            result.rows().publish();
            return result;
        } catch (Refused e) {
            result.rows().discard();
            throw e;
        }
    }

    private Result read(Path scratch) {
        try (KeyLog keys = new KeyLog(scratch)) {
            Result first = read(settings, new RawLoad(lake, settings.source(), loadId, export.name(), keys::add));
            Set<Long> conflicts = keys.conflicts();
            if (conflicts.isEmpty()) {
                return first;
            }
            first.rows().discard();
            return read(
                    settings.without(conflicts),
                    new RawLoad(lake, settings.source(), loadId, export.name(), row -> {}));
        }
    }

    private Result read(ReadSettings with, RawLoad rows) {
        try {
            return new Result(rows, connector.read(export, with, rows));
        } catch (RuntimeException e) {
            rows.discard();
            throw e;
        }
    }

    /** No record may vanish: what was read is loaded, set aside, blank, header or footer. */
    private static void requireConserved(Result result) {
        Counts counts = result.counts();
        if (!counts.areConserved() || counts.quarantined() != result.rows().rejected()) {
            throw new Refused(
                    "its records do not add up: %d = %d loaded + %d set aside (%d listed) + %d blank + %d header + %d footer\n"
                                    .formatted(
                                            counts.records(),
                                            counts.loaded(),
                                            counts.quarantined(),
                                            result.rows().rejected(),
                                            counts.blank(),
                                            counts.header(),
                                            counts.footer())
                            + "  this is a fault of Cartera: please report it");
        }
    }

    private static void requireSomething(Result result) {
        Counts counts = result.counts();
        if (counts.loaded() == 0 && counts.quarantined() > 0) {
            throw new Refused("none of its %d records can be loaded; the first fault: %s"
                    .formatted(counts.quarantined(), result.rows().firstFault()));
        }
    }
}
