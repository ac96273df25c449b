package cartera.model.reconcile;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Ways of making forecasts of a hierarchy add up.
 *
 * <p>Base forecasts are made node by node and do not add up: the total has a rhythm its parts hide, the parts know what the
 * total averages out. Every way but the first uses all of them.
 *
 * <p>Source: R. J. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 11.3.
 */
public enum Reconciliation {
    /** Leaves are believed, the rest is their sum. */
    BOTTOM_UP(false),
    /** All nodes are believed alike. */
    OLS(false),
    /** The variance of a node is its number of leaves. */
    WLS_STRUCT(false),
    /** The variance of a node is the mean square of its past one-step errors. */
    WLS_VAR(true),
    /** The covariances of past one-step errors, shrunk towards their variances. */
    MINT_SHRINK(true);

    private final boolean isLearntFromErrors;

    Reconciliation(boolean isLearntFromErrors) {
        this.isLearntFromErrors = isLearntFromErrors;
    }

    /**
     * The way of a name such as {@code mint_shrink}.
     *
     * @throws IllegalArgumentException for an unknown name
     */
    public static Reconciliation of(String name) {
        return Arrays.stream(values())
                .filter(way -> way.code().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Invalid reconciliation: '%s' (known are %s)"
                        .formatted(
                                name,
                                Arrays.stream(values())
                                        .map(Reconciliation::code)
                                        .collect(Collectors.joining(", ")))));
    }

    /** Name for tables and the command line. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether past errors are needed. */
    public boolean isLearntFromErrors() {
        return isLearntFromErrors;
    }

    /**
     * Forecasts that add up.
     *
     * @param base one row a node in the hierarchy's order, one column a step
     * @param errors past one-step errors, one row a node and one column a period; read only where {@link #isLearntFromErrors}
     * @return the same shape as {@code base}; every aggregate is the sum of its leaves
     * @throws IllegalArgumentException where tables do not fit the hierarchy, or fewer than two past errors are given
     */
    public double[][] reconciled(Hierarchy hierarchy, double[][] base, double[][] errors) {
        check("forecasts", base, hierarchy, 0);
        if (this == BOTTOM_UP || hierarchy.aggregates() == 0) {
            return hierarchy.summed(base);
        }
        if (isLearntFromErrors) {
            check("errors", errors, hierarchy, 2);
        }
        var coherence = new Coherence(hierarchy, covariance(hierarchy, errors));
        double[][] reconciled = new double[base.length][base[0].length];
        IntStream.range(0, base[0].length).forEach(step -> {
            double[] nearest = coherence.nearest(column(base, step));
            IntStream.range(0, base.length).forEach(node -> reconciled[node][step] = nearest[node]);
        });
        return reconciled;
    }

    private ErrorCovariance covariance(Hierarchy hierarchy, double[][] errors) {
        IntStream nodes = IntStream.range(0, hierarchy.size());
        return switch (this) {
            case BOTTOM_UP, OLS ->
                ErrorCovariance.diagonal(nodes.mapToDouble(node -> 1).toArray());
            case WLS_STRUCT ->
                ErrorCovariance.diagonal(nodes.mapToDouble(hierarchy::leafCount).toArray());
            case WLS_VAR -> ErrorCovariance.variances(errors);
            case MINT_SHRINK -> ErrorCovariance.shrunk(errors);
        };
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }

    private static void check(String what, double[][] rows, Hierarchy hierarchy, int fewest) {
        if (rows.length != hierarchy.size()) {
            throw new IllegalArgumentException(
                    "Invalid %s: %d rows (the hierarchy has %d nodes)".formatted(what, rows.length, hierarchy.size()));
        }
        int width = rows.length == 0 ? fewest : rows[0].length;
        if (width < fewest || Arrays.stream(rows).anyMatch(row -> row.length != width)) {
            throw new IllegalArgumentException(
                    "Invalid %s: rows of different length or under %d (must be one length)".formatted(what, fewest));
        }
    }
}
