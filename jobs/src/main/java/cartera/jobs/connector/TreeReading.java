package cartera.jobs.connector;

import cartera.jobs.connector.ConnectorSpec.Carried;
import cartera.jobs.connector.ConnectorSpec.Check;
import cartera.jobs.connector.ConnectorSpec.CustomFields;
import cartera.jobs.read.Export;
import cartera.jobs.read.SectionTrees;
import cartera.jobs.read.Trees;
import cartera.jobs.read.XmlTrees;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.sf.saxon.s9api.XdmValue;
import org.jspecify.annotations.Nullable;

/** Reads the records of a tree or of a text in sections. */
final class TreeReading {

    private final ConnectorSpec spec;
    private final Trees trees;
    private final TreeBinder binder;
    private final Reading reading;
    private final RecordSink sink;
    private final ReadSettings settings;
    private final @Nullable BoundValue extractedAt;
    private final @Nullable BoundCustom custom;

    /** Custom fields bound to paths. */
    private record BoundCustom(String entity, Binder.Each each, BoundValue field, BoundValue value) {}

    private TreeReading(
            ConnectorSpec spec, Export export, Trees trees, Paths paths, ReadSettings settings, RecordSink sink) {
        this.spec = spec;
        this.trees = trees;
        this.sink = sink;
        this.binder = new TreeBinder(spec, paths, trees::file, settings);
        this.reading = new Reading(spec, export, binder, settings, sink);
        this.extractedAt = spec.extractedAt() == null ? null : binder.bind(spec.extractedAt());
        this.custom = spec.customFields() == null ? null : bound(spec.customFields());
        this.settings = settings;
    }

    private @Nullable BoundCustom bound(CustomFields fields) {
        return fields.each() == null || fields.field() == null || fields.value() == null
                ? null
                : new BoundCustom(
                        fields.entity(),
                        binder.each(fields.each()),
                        binder.bind(fields.field()),
                        binder.bind(fields.value()));
    }

    static Counts read(ConnectorSpec spec, Export export, ReadSettings settings, RecordSink sink) throws IOException {
        Paths paths = new Paths();
        try (Trees trees = open(spec, export, paths)) {
            return new TreeReading(spec, export, trees, paths, settings, sink).records();
        }
    }

    private static Trees open(ConnectorSpec spec, Export export, Paths paths) throws IOException {
        return spec.carried() == Carried.SECTIONS
                ? SectionTrees.open(export.path(), paths.saxon())
                : XmlTrees.open(
                        export.path(),
                        paths.saxon(),
                        spec.layout().records(),
                        spec.layout().context());
    }

    private Counts records() throws IOException {
        boolean isFirst = true;
        for (Trees.Tree tree = trees.next(); tree != null; tree = trees.next()) {
            if (isFirst) {
                dateFile();
                isFirst = false;
            }
            record(tree);
        }
        dateFile();
        reading.tally().header = trees.headerRecords();
        reading.tally().records += trees.headerRecords();
        tell();
        return reading.counts();
    }

    private void dateFile() {
        if (extractedAt != null) {
            reading.extractedAt(
                    ExtractedAt.written(extractedAt.one(Scope.ofFile()), spec.extractedAt(), settings.zone()));
        }
        binder.extractedOn(reading.extractedOn());
    }

    private void record(Trees.Tree tree) {
        if (tree.fault() != null || tree.element() == null) {
            reading.damaged(tree.line(), tree.position(), Objects.requireNonNull(tree.fault()));
        } else {
            binder.enter(tree.element());
            reading.record(
                    Scope.of(tree.element()),
                    tree.line(),
                    Place.of(tree.position()),
                    scope -> keepCustom(scope, tree.line()));
        }
    }

    private void keepCustom(Scope scope, long line) {
        if (custom == null) {
            return;
        }
        Object id = scope.same(custom.entity(), "id");
        custom.each().forEach(scope, () -> {
            Piece field = custom.field().one(scope);
            Piece value = custom.value().one(scope);
            if (id != null && field != null && value != null) {
                sink.customField(custom.entity(), id.toString(), field.text(), value.text(), line);
            }
        });
        scope.leaveEach();
    }

    private void tell() {
        reading.notices(trees.notices());
        for (String part : trees.passed()) {
            if (!spec.layout().ignored().contains(part)) {
                sink.notice("it also holds <%s>, which %s does not read".formatted(part, spec.name()));
            }
        }
        reading.notices(reading.totals().differences(this::stated));
        for (Check check : spec.checks()) {
            if (!evaluate(check.xpath()).equals("true")) {
                sink.notice(check.notice());
            }
        }
    }

    private Optional<BigDecimal> stated(String xpath) {
        try {
            String text = evaluate(xpath);
            return text.isEmpty() ? Optional.empty() : Optional.of(Numbers.parse(text, Set.of()));
        } catch (BadValue e) {
            return Optional.empty();
        }
    }

    private String evaluate(String xpath) {
        XdmValue result = binder.evaluate(binder.path(xpath), null, 1);
        return result == null || result.size() == 0 ? "" : result.itemAt(0).getStringValue();
    }
}
