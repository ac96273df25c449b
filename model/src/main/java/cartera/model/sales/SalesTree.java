package cartera.model.sales;

import cartera.model.reconcile.Edge;
import cartera.model.reconcile.Hierarchy;
import cartera.model.reconcile.Reconciliation;
import cartera.model.reconcile.Rounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The company and its categories. A category that has both categories below it and goods of its own gets one more leaf for
 * these; what the leaf brings is known by what its category brings beyond the others.
 */
final class SalesTree {

    private static final String COMPANY = "company";
    private static final String CATEGORY = "category/";
    private static final String OWN = "own/";
    private static final int MOST_ERRORS = 104;
    private static final int DECIMALS = 2;
    private static final double SMALLEST = 0.005;

    private final Hierarchy hierarchy;
    private final Map<String, SalesNode> byNode = new TreeMap<>();
    private final SalesNode company;
    private long[][] units = {};

    SalesTree(List<SalesNode> nodes) {
        nodes.forEach(one -> byNode.put(node(one.series), one));
        company = nodes.stream()
                .filter(one -> one.series.isOf(SalesSeries.COMPANY))
                .findFirst()
                .orElseThrow();
        List<Edge> edges = new ArrayList<>(List.of(new Edge(COMPANY, null)));
        for (SalesNode one : nodes) {
            if (one != company) {
                String above = parent(one.series);
                edges.add(new Edge(node(one.series), above));
                if (!above.equals(COMPANY) && hasOwn(byNode.get(above), nodes)) {
                    edges.add(new Edge(OWN + one.series.parent(), above));
                }
            }
        }
        hierarchy = Hierarchy.of(edges);
    }

    /** Whether a category ever brought more, or less, than the categories below it. */
    private static boolean hasOwn(@Nullable SalesNode category, List<SalesNode> nodes) {
        if (category == null) {
            return false;
        }
        double[] rest = category.series.values().clone();
        nodes.stream()
                .filter(one -> one.series.isOf(SalesSeries.CATEGORY)
                        && one.series.parent().equals(category.series.key()))
                .forEach(one -> Arrays.setAll(rest, t -> rest[t] - one.series.values()[t]));
        return Arrays.stream(rest).anyMatch(value -> Math.abs(value) > SMALLEST);
    }

    private static String node(SalesSeries one) {
        return one.isOf(SalesSeries.COMPANY) ? COMPANY : CATEGORY + one.key();
    }

    private String parent(SalesSeries one) {
        String above = CATEGORY + one.parent();
        return one.parent().isEmpty() || !byNode.containsKey(above) ? COMPANY : above;
    }

    /** Settles all nodes with reconciled hundredths by step. */
    void settle(int steps) {
        int past = company.series.values().length;
        int errors = Math.max(0, Math.min(MOST_ERRORS, past / 2));
        double[][] base = rows(steps, one -> row(steps, one.own));
        double[][] missed = rows(errors, one -> one.own.errors(errors));
        Reconciliation way = errors < 2 ? Reconciliation.WLS_STRUCT : Reconciliation.MINT_SHRINK;
        double[][] sums = hierarchy.nonNegative(way.reconciled(hierarchy, base, missed));
        Rounding rounding = new Rounding(hierarchy);
        units = new long[hierarchy.size()][steps];
        for (int step = 0; step < steps; step++) {
            int column = step;
            long[] rounded = rounding.units(
                    Arrays.stream(sums).mapToDouble(row -> row[column]).toArray(), DECIMALS);
            IntStream.range(0, rounded.length).forEach(node -> units[node][column] = rounded[node]);
        }
        byNode.forEach((node, one) -> one.units = units[hierarchy.index(node)]);
    }

    /** A row a node; of a leaf for own goods what remains of its category. */
    private double[][] rows(int width, Function<SalesNode, double[]> row) {
        double[][] rows = new double[hierarchy.size()][width];
        byNode.forEach((node, one) -> rows[hierarchy.index(node)] = row.apply(one));
        for (String node : hierarchy.nodes()) {
            if (node.startsWith(OWN)) {
                rows[hierarchy.index(node)] = rest(node.substring(OWN.length()), rows);
            }
        }
        return rows;
    }

    private double[] rest(String category, double[][] rows) {
        double[] rest = rows[hierarchy.index(CATEGORY + category)].clone();
        byNode.forEach((node, one) -> {
            if (one != company && one.series.parent().equals(category)) {
                double[] part = rows[hierarchy.index(node)];
                Arrays.setAll(rest, t -> rest[t] - part[t]);
            }
        });
        return rest;
    }

    private static double[] row(int steps, Own own) {
        return IntStream.range(0, steps).mapToDouble(own::mid).toArray();
    }

    long[] companyUnits() {
        return company.units;
    }

    /** What the goods of a category share, those of the categories below it not among them. */
    long[] ownUnits(String category) {
        String own = hierarchy.contains(OWN + category) ? OWN + category : CATEGORY + category;
        return hierarchy.contains(own) ? units[hierarchy.index(own)] : new long[companyUnits().length];
    }
}
