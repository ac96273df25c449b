package cartera.jobs.connector;

import cartera.jobs.read.Export;
import cartera.jobs.read.Fault;
import cartera.jobs.read.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One reading of one file: records become rows in the sink, or rejections, and are counted. */
final class Reading {

    private final ConnectorSpec spec;
    private final ReadSettings settings;
    private final RecordSink sink;
    private final List<RowMaker> makers = new ArrayList<>();
    private final Tally tally = new Tally();
    private final Totals totals;
    private @Nullable Instant extractedAt;

    Reading(ConnectorSpec spec, Export export, Binder binder, ReadSettings settings, RecordSink sink) {
        this.spec = spec;
        this.settings = settings;
        this.sink = sink;
        this.totals = new Totals(spec.totals());
        this.extractedAt = believed(ExtractedAt.named(export.name(), settings.zone()));
        spec.blocks().forEach(block -> makers.add(new RowMaker(block, binder, settings)));
    }

    Tally tally() {
        return tally;
    }

    Totals totals() {
        return totals;
    }

    List<RowMaker> makers() {
        return makers;
    }

    /** What the file itself says wins over its name. */
    void extractedAt(@Nullable Instant written) {
        Instant believed = believed(written);
        extractedAt = believed == null ? extractedAt : believed;
    }

    private @Nullable Instant believed(@Nullable Instant instant) {
        boolean isPast = instant != null && !instant.isAfter(settings.loadedAt().plus(Duration.ofDays(1)));
        return isPast ? instant : null;
    }

    /** The day the file was written, else loaded. */
    LocalDate extractedOn() {
        Instant at = extractedAt == null ? settings.loadedAt() : extractedAt;
        return at.atZone(settings.zone()).toLocalDate();
    }

    /**
     * Makes the rows of a record and hands them on, or sets the whole record aside.
     *
     * @param place where its cells stand
     * @param more adds to the rows what the carrier knows, and custom fields
     */
    void record(Scope scope, long line, Place place, Consumer<Scope> more) {
        tally.records++;
        try {
            makers.forEach(maker -> maker.make(scope, line, extractedOn()));
            requireNoConflict(line);
        } catch (BadRecord e) {
            tally.quarantined++;
            sink.reject(e.rejection(line, place));
            return;
        }
        tally.loaded++;
        more.accept(scope);
        scope.rows().forEach(this::accept);
    }

    private void accept(EntityRow row) {
        totals.add(row);
        sink.row(row);
    }

    private void requireNoConflict(long line) {
        if (settings.conflicts().contains(line)) {
            Entity main = spec.blocks().get(0).entity();
            throw new BadRecord(-1, String.join(", ", main.key()), Reason.CONFLICT, "");
        }
    }

    void damaged(long line, String position, Fault fault) {
        tally.records++;
        tally.quarantined++;
        sink.reject(new Rejection(line, position, "", fault.reason(), fault.detail()));
    }

    void notices(List<String> notices) {
        notices.forEach(sink::notice);
    }

    Counts counts() {
        return tally.counts(extractedAt);
    }
}
