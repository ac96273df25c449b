package cartera.jobs.connector;

import cartera.jobs.connector.ConnectorSpec.Layout;
import cartera.jobs.connector.ValueSpec.Origin;
import cartera.jobs.read.Carrier;
import cartera.jobs.read.CsvTable;
import cartera.jobs.read.Encoding;
import cartera.jobs.read.Export;
import cartera.jobs.read.Fault;
import cartera.jobs.read.Reason;
import cartera.jobs.read.Refused;
import cartera.jobs.read.Row;
import cartera.jobs.read.Table;
import cartera.jobs.read.XlsxTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a table from its header on. */
final class TableReading {

    private final ConnectorSpec spec;
    private final Layout layout;
    private final Table table;
    private final Headers headers;
    private final List<String> names;
    private final Reading reading;
    private final RecordSink sink;
    private final BitSet taken;
    private final BitSet system = new BitSet();

    private TableReading(
            ConnectorSpec spec, Export export, Table table, Headers headers, ReadSettings settings, RecordSink sink) {
        this.spec = spec;
        this.layout = spec.layout();
        this.table = table;
        this.headers = headers;
        this.names = headers.distinct();
        this.sink = sink;
        TableBinder binder = new TableBinder(spec.fields(), headers);
        this.reading = new Reading(spec, export, binder, settings, sink);
        this.taken = binder.taken();
        for (int column : headers.find(layout.system())) {
            system.set(column);
        }
    }

    static Counts read(ConnectorSpec spec, Export export, ReadSettings settings, RecordSink sink) throws IOException {
        if (Carrier.of(export) == Carrier.XLSX) {
            try (Table table = XlsxTable.open(export.path())) {
                return read(spec, export, table, settings, sink);
            }
        }
        Encoding encoding = Encoding.of(export.path());
        if (spec.layout().encoding() != null) {
            encoding.require(spec.layout().encoding());
        }
        for (char delimiter : spec.layout().delimiters()) {
            try (Table table = CsvTable.open(export.path(), encoding, delimiter)) {
                if (HeaderRow.find(table, spec) == null) {
                    continue;
                }
            }
            try (Table table = CsvTable.open(export.path(), encoding, delimiter)) {
                return read(spec, export, table, settings, sink);
            }
        }
        throw new Refused("its header is not that of " + spec.name());
    }

    private static Counts read(ConnectorSpec spec, Export export, Table table, ReadSettings settings, RecordSink sink)
            throws IOException {
        HeaderRow header = HeaderRow.find(table, spec);
        if (header == null) {
            throw new Refused("its header is not that of " + spec.name());
        }
        TableReading reading = new TableReading(spec, export, table, header.headers(), settings, sink);
        reading.requireHeaders();
        reading.reading.tally().header = header.titleRows() + 1;
        reading.reading.tally().blank = header.blankRows();
        reading.reading.tally().records = header.titleRows() + 1 + header.blankRows();
        return reading.rows();
    }

    private Counts rows() throws IOException {
        for (Row row = table.next(); row != null; row = table.next()) {
            row(row);
        }
        reading.notices(table.notices());
        tellUnknown();
        return reading.counts();
    }

    private void row(Row row) {
        Fault fault = row.fault() == null ? shape(row) : row.fault();
        if (row.isBlank()) {
            reading.tally().records++;
            reading.tally().blank++;
        } else if (isFooter(row)) {
            reading.tally().records++;
            reading.tally().footer++;
        } else if (fault != null) {
            reading.damaged(row.line(), table.position(row.line(), -1), fault);
        } else {
            reading.record(Scope.of(row), row.line(), place(row.line()), scope -> keepRest(scope, row));
        }
    }

    private Place place(long line) {
        return new Place() {
            @Override
            public String position(int column) {
                return table.position(line, column);
            }

            @Override
            public String header(int column) {
                return headers.name(column).strip();
            }
        };
    }

    /** Too few or too many fields; one empty field too many is let pass. */
    private @Nullable Fault shape(Row row) {
        int found = row.cells().length;
        int expected = headers.size();
        boolean isShort = found < expected && !table.mayEndEarly();
        boolean isLong = found > expected && !isEmptyFrom(row, expected, table.mayEndEarly() ? found : expected + 1);
        return layout.isRagged() || !isShort && !isLong
                ? null
                : new Fault(Reason.FIELD_COUNT, "expected %d, got %d".formatted(expected, found));
    }

    private static boolean isEmptyFrom(Row row, int first, int atMost) {
        for (int i = first; i < row.cells().length; i++) {
            if (i >= atMost || !row.cells()[i].isBlank()) {
                return false;
            }
        }
        return true;
    }

    private boolean isFooter(Row row) {
        for (String cell : row.cells()) {
            if (!cell.isBlank()) {
                return layout.footers().stream()
                        .anyMatch(pattern -> pattern.matcher(cell.strip()).matches());
            }
        }
        return false;
    }

    /** What no column took goes to {@code extra} of the first row, and to the custom fields where there are any. */
    private void keepRest(Scope scope, Row row) {
        Map<String, String> rest = new LinkedHashMap<>();
        String entity = spec.customFields() == null ? "" : spec.customFields().entity();
        Object id = spec.customFields() == null ? null : scope.same(entity, "id");
        for (int i = 0; i < row.cells().length; i++) {
            String text = row.cells()[i];
            if (!scope.isUsed(i) && !text.isBlank()) {
                rest.put(i < names.size() ? names.get(i) : "column " + (i + 1), text);
                if (id != null && !taken.get(i) && !system.get(i) && i < headers.size()) {
                    sink.customField(entity, id.toString(), names.get(i), text, row.line());
                }
            }
        }
        if (!rest.isEmpty() && !scope.rows().isEmpty()) {
            scope.rows().set(0, scope.rows().get(0).withExtra(Json.text(rest)));
        }
    }

    private void tellUnknown() {
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            if (!taken.get(i) && !system.get(i)) {
                unknown.add(names.get(i));
            }
        }
        if (!unknown.isEmpty() && spec.customFields() == null) {
            sink.notice("columns kept aside: " + Texts.shown(String.join(", ", unknown)));
        }
    }

    /** Refuses a header without what a record must have, or with names twice where none may be. */
    private void requireHeaders() {
        List<String> faults = layout.mayRepeatHeaders() ? List.of() : headers.faults();
        if (!faults.isEmpty()) {
            throw new Refused("its header is not clear: " + String.join("; ", faults));
        }
        List<String> missing = new ArrayList<>();
        for (ConnectorSpec.Block block : spec.blocks()) {
            if (block.when().isEmpty() && block.each() == null) {
                missing.addAll(missing(block));
            }
        }
        if (!missing.isEmpty()) {
            throw new Refused(
                    "no header for %s\n  file has:   %s\n  add the header to connectors/%s.yaml in your home folder"
                            .formatted(String.join("\n  and none for ", missing), headers.shown(), spec.name()));
        }
    }

    private List<String> missing(ConnectorSpec.Block block) {
        List<String> missing = new ArrayList<>();
        for (Entity.Field field : block.entity().fields()) {
            ValueSpec value = block.columns().get(field.name());
            ValueSpec source = value != null && value.origin() instanceof Origin.Named named
                    ? spec.fields().get(named.field())
                    : value;
            boolean isNeeded = field.isRequired() || value != null && value.is(ValueSpec.Mode.REQUIRED);
            if (isNeeded
                    && !(block.isPartial() && !block.entity().key().contains(field.name()))
                    && source != null
                    && source.standard() == null
                    && source.origin() instanceof Origin.Cells cells
                    && !headers.has(cells.headers())) {
                missing.add("%s.%s\n  looked for: %s"
                        .formatted(block.entity().name(), field.name(), Headers.shown(cells.headers())));
            }
        }
        return missing;
    }
}
