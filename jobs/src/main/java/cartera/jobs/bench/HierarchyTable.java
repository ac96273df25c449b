package cartera.jobs.bench;

import cartera.jobs.bench.Headers.Role;
import cartera.jobs.read.Row;
import cartera.model.reconcile.Edge;
import cartera.model.reconcile.Reconciliation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which series add up to which, as a user's table has it.
 *
 * @param edges key and parent; none where series need not add up
 * @param way how forecasts are made to add up
 */
public record HierarchyTable(List<Edge> edges, Reconciliation way) {

    /** Series that stand for themselves. */
    public static final HierarchyTable NONE = new HierarchyTable(List.of(), Reconciliation.BOTTOM_UP);

    public HierarchyTable {
        edges = List.copyOf(edges);
    }

    /**
     * Reads a delimited text with a header row; key and parent are found by name, else they are the first two columns. An
     * empty parent is none; a key may have several parents, a row each.
     *
     * @throws UnusableTable if the file is no such table
     */
    public static HierarchyTable read(Path path, Reconciliation way) throws IOException {
        DelimitedFile file = new DelimitedFile(path);
        int key = file.headers().find(Role.KEY, null).orElse(0);
        OptionalInt named = file.headers().find(Role.PARENT, null);
        int parent = named.orElse(1);
        if (file.headers().size() < 2 || key == parent) {
            file.headers().require(Role.PARENT, null);
        }
        List<Edge> edges = new ArrayList<>();
        file.eachRow(row -> edges.add(edge(file, row, key, parent)));
        return new HierarchyTable(edges, way);
    }

    private static Edge edge(DelimitedFile file, Row row, int key, int parent) {
        if (file.fault(row) != null || row.cells()[key].isBlank()) {
            throw new UnusableTable("its line %d has no key and parent".formatted(row.line()));
        }
        String above = row.cells()[parent].strip();
        return new Edge(row.cells()[key].strip(), above.isEmpty() ? null : above);
    }
}
