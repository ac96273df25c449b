package cartera.model.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rounds forecasts of a hierarchy so that the rounded numbers add up, too.
 *
 * <p>From the top down by largest remainders: the top is rounded, and what its children's whole units leave of it goes to the
 * children with the largest remainders; among equal ones to the first by key. Where a node has several parents it is rounded
 * within the smallest, and the others are the sums of what comes out.
 */
public final class Rounding {

    private final Hierarchy hierarchy;
    private final List<List<Integer>> children;

    public Rounding(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
        children = IntStream.range(0, hierarchy.size())
                .mapToObj(node -> (List<Integer>) new ArrayList<Integer>())
                .toList();
        for (int node = 0; node < hierarchy.size(); node++) {
            if (hierarchy.parents()[node] >= 0) {
                children.get(hierarchy.parents()[node]).add(node);
            }
        }
    }

    /**
     * Whole units of 10^-{@code decimals} by node, every aggregate being exactly the sum of its leaves; each leaf is less than
     * one unit from its value.
     *
     * @param values of one period, by node; rows of leaves are read
     */
    public long[] units(double[] values, int decimals) {
        double scale = Math.pow(10, decimals);
        double[] exact = withinTree(values, scale);
        long[] units = new long[hierarchy.size()];
        IntStream.range(0, hierarchy.size())
                .filter(node -> hierarchy.parents()[node] < 0)
                .forEach(top -> {
                    units[top] = Math.round(exact[top]);
                    share(top, exact, units);
                });
        long[] sums = new long[units.length];
        for (int node = 0; node < units.length; node++) {
            for (int leaf : hierarchy.leaves()[node]) {
                sums[node] += units[leaf];
            }
        }
        return sums;
    }

    /** Sums of the leaves that are rounded within each node. */
    private double[] withinTree(double[] values, double scale) {
        double[] exact = new double[hierarchy.size()];
        for (int leaf = hierarchy.aggregates(); leaf < exact.length; leaf++) {
            for (int node = leaf; node >= 0; node = hierarchy.parents()[node]) {
                exact[node] += values[leaf] * scale;
            }
        }
        return exact;
    }

    private void share(int node, double[] exact, long[] units) {
        List<Integer> below = children.get(node);
        long left = units[node];
        for (int child : below) {
            units[child] = (long) Math.floor(exact[child]);
            left -= units[child];
        }
        if (below.isEmpty()) {
            return;
        }
        long all = Math.floorDiv(left, below.size());
        long more = Math.floorMod(left, below.size());
        List<Integer> byRemainder = below.stream()
                .sorted(Comparator.comparingDouble(child -> Math.floor(exact[child]) - exact[child]))
                .toList();
        for (int rank = 0; rank < byRemainder.size(); rank++) {
            units[byRemainder.get(rank)] += all + (rank < more ? 1 : 0);
        }
        below.forEach(child -> share(child, exact, units));
    }
}
