package cartera.jobs.connector;

import cartera.jobs.connector.ConnectorSpec.Carried;
import cartera.jobs.connector.ConnectorSpec.Shape;
import cartera.jobs.read.Carrier;
import cartera.jobs.read.CsvTable;
import cartera.jobs.read.Encoding;
import cartera.jobs.read.Export;
import cartera.jobs.read.Refused;
import cartera.jobs.read.Row;
import cartera.jobs.read.Table;
import cartera.jobs.read.XlsxTable;
import cartera.jobs.read.XmlTrees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the connector of a file by what is in it, or says which one is nearest and what differs. */
final class Recogniser {

    private final List<Connector> connectors;

    Recogniser(List<Connector> connectors) {
        this.connectors = connectors;
    }

    /** @throws Refused if nobody reads it */
    Connector recognise(Export export) throws IOException {
        return switch (Carrier.of(export)) {
            case CSV -> csv(export);
            case XLSX -> xlsx(export);
            case XML -> xml(export);
            case SECTIONS -> sections();
        };
    }

    private Connector sections() {
        return of(Carried.SECTIONS).stream()
                .findFirst()
                .orElseThrow(() -> new Refused("no connector reads the bank exchange of 1C"));
    }

    private List<Connector> of(Carried carried) {
        return connectors.stream().filter(c -> c.spec().carried() == carried).toList();
    }

    private Connector csv(Export export) throws IOException {
        Encoding encoding = Encoding.of(export.path());
        Set<Character> delimiters = new LinkedHashSet<>();
        of(Carried.TABLE).forEach(c -> delimiters.addAll(c.spec().layout().delimiters()));
        List<Candidate> candidates = new ArrayList<>();
        for (char delimiter : delimiters) {
            try (Table table = CsvTable.open(export.path(), encoding, delimiter)) {
                List<Row> rows = head(table);
                of(Carried.TABLE).stream()
                        .filter(c -> c.spec().layout().delimiters().contains(delimiter))
                        .forEach(c -> candidates.add(candidate(c, rows)));
            }
        }
        return best(candidates);
    }

    private Connector xlsx(Export export) throws IOException {
        try (Table table = XlsxTable.open(export.path())) {
            List<Row> rows = head(table);
            return best(of(Carried.TABLE).stream().map(c -> candidate(c, rows)).toList());
        }
    }

    private static List<Row> head(Table table) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Row row = table.next(); row != null && rows.size() < HeaderRow.LOOKED_AT; row = table.next()) {
            rows.add(row);
        }
        return rows;
    }

    /** How well a connector fits a header row. */
    private record Candidate(Connector connector, Headers headers, int found) {

        int wanted() {
            return connector.spec().detect().headers().size();
        }

        boolean fits() {
            return HeaderRow.fits(headers, connector.spec());
        }

        double share() {
            return (double) found / Math.max(1, wanted());
        }
    }

    private static Candidate candidate(Connector connector, List<Row> rows) {
        @Nullable Candidate best = null;
        int left = connector.spec().layout().titleRows() + 1;
        for (Row row : rows) {
            if (row.isBlank() || row.fault() != null || HeaderRow.isSeparatorLine(row)) {
                continue;
            }
            if (left-- == 0) {
                break;
            }
            Headers headers = new Headers(row);
            int found = found(headers, connector.spec());
            if (best == null || found > best.found()) {
                best = new Candidate(connector, headers, found);
            }
        }
        return best == null ? new Candidate(connector, new Headers(new Row(1, new String[0])), 0) : best;
    }

    /** Headers found of those that a connector wants; none where one rules it out. */
    private static int found(Headers headers, ConnectorSpec spec) {
        boolean isRuledOut = headers.has(spec.detect().without());
        return isRuledOut
                ? 0
                : spec.detect().headers().size()
                        - HeaderRow.missing(headers, spec).size();
    }

    private Connector best(List<Candidate> candidates) {
        List<Candidate> fitting = candidates.stream()
                .filter(Candidate::fits)
                .sorted(Comparator.comparingInt(Candidate::wanted).reversed())
                .toList();
        if (fitting.isEmpty()) {
            throw unknown(candidates);
        }
        Candidate first = fitting.get(0);
        if (fitting.size() > 1
                && fitting.get(1).wanted() == first.wanted()
                && !fitting.get(1).connector().equals(first.connector())) {
            throw new Refused("both %s and %s read it: make the headers under 'detect' of one of them longer"
                    .formatted(
                            first.connector().name(), fitting.get(1).connector().name()));
        }
        return first.connector();
    }

    private static Refused unknown(List<Candidate> candidates) {
        Candidate nearest = candidates.stream()
                .max(Comparator.comparingDouble(Candidate::share)
                        .thenComparing(Candidate::found)
                        .thenComparing(c -> c.headers().size())
                        .thenComparing(c -> c.connector().name(), Comparator.reverseOrder()))
                .orElseThrow(() -> new Refused("no connector reads tables"));
        if (nearest.found() == 0) {
            return new Refused(
                    "no connector knows any of its headers\n  file has:   %s\n  write connectors/NAME.yaml for it in your home folder"
                            .formatted(nearest.headers().shown()));
        }
        List<String> missing = HeaderRow.missing(
                        nearest.headers(), nearest.connector().spec())
                .stream()
                .map(Headers::shown)
                .toList();
        return new Refused(
                "no connector knows its headers\n  nearest:    %s (%d of %d headers)\n  missing:    %s\n  file has:   %s\n  add the words of the file to connectors/%s.yaml in your home folder"
                        .formatted(
                                nearest.connector().name(),
                                nearest.found(),
                                nearest.wanted(),
                                String.join("; ", missing),
                                nearest.headers().shown(),
                                nearest.connector().name()));
    }

    private Connector xml(Export export) throws IOException {
        Set<String> decisive = new HashSet<>();
        of(Carried.TREE)
                .forEach(c -> c.spec().detect().shapes().stream()
                        .filter(shape -> !shape.isWeak())
                        .forEach(shape -> decisive.addAll(shape.children())));
        List<String> outline = XmlTrees.outline(export.path(), decisive);
        String root = outline.get(0);
        List<String> children = outline.subList(1, outline.size());
        for (boolean isWeak : new boolean[] {false, true}) {
            for (Connector connector : of(Carried.TREE)) {
                for (Shape shape : connector.spec().detect().shapes()) {
                    if (shape.isWeak() == isWeak && fits(shape, root, children)) {
                        return connector;
                    }
                }
            }
        }
        throw new Refused("no connector knows XML with the root <%s> and in it %s"
                .formatted(
                        Texts.shown(root),
                        children.isEmpty() ? "nothing" : "<" + Texts.shown(String.join(">, <", children)) + ">"));
    }

    private static boolean fits(Shape shape, String root, List<String> children) {
        boolean isInside = shape.isEmpty()
                ? children.isEmpty()
                : shape.children().isEmpty() || children.stream().anyMatch(shape.children()::contains);
        return shape.root().equals(root) && isInside;
    }
}
