package cartera.model.reconcile;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which series add up to which: nodes without children are leaves, any other node is the sum of the different leaves below it.
 *
 * <p>A node may have several parents: a region by purpose stands below its region and below its purpose, and still counts once
 * in the total that both lead to. Nodes are in a fixed order whatever the order of the lines: aggregates by key, then leaves by
 * key. Tables of a hierarchy have one row a node in that order.
 */
public final class Hierarchy {

    private final List<String> nodes;
    private final Map<String, Integer> index;
    private final int aggregates;
    private final int[][] leaves;
    private final int[] parent;

    private Hierarchy(SortedMap<String, SortedSet<String>> children) {
        List<String> keys = List.copyOf(children.keySet());
        nodes = Stream.concat(
                        keys.stream().filter(key -> !childrenOf(children, key).isEmpty()),
                        keys.stream().filter(key -> childrenOf(children, key).isEmpty()))
                .toList();
        index = IntStream.range(0, nodes.size()).boxed().collect(Collectors.toMap(nodes::get, i -> i));
        aggregates = (int) keys.stream()
                .filter(key -> !childrenOf(children, key).isEmpty())
                .count();
        int[][] below = nodes.stream()
                .map(key ->
                        childrenOf(children, key).stream().mapToInt(this::index).toArray())
                .toArray(int[][]::new);
        leaves = leaves(below);
        parent = nearestParents(below);
    }

    /**
     * The hierarchy of the lines, in any order; a line given twice counts once.
     *
     * @throws IllegalArgumentException where a node stands above itself
     */
    public static Hierarchy of(Collection<Edge> edges) {
        var children = new TreeMap<String, SortedSet<String>>();
        for (Edge edge : edges) {
            children.computeIfAbsent(edge.key(), key -> new TreeSet<>());
            if (edge.parent() != null) {
                children.computeIfAbsent(edge.parent(), key -> new TreeSet<>()).add(edge.key());
            }
        }
        return new Hierarchy(children);
    }

    private static SortedSet<String> childrenOf(Map<String, SortedSet<String>> children, String key) {
        return children.getOrDefault(key, new TreeSet<>());
    }

    /** Keys of all nodes, aggregates first. */
    public List<String> nodes() {
        return nodes;
    }

    /** Number of nodes that are sums; they are the first of all. */
    public int aggregates() {
        return aggregates;
    }

    public int size() {
        return nodes.size();
    }

    /**
     * Position of a node.
     *
     * @throws IllegalArgumentException for a key the hierarchy does not have
     */
    public int index(String key) {
        Integer position = index.get(key);
        if (position == null) {
            throw new IllegalArgumentException("Invalid key: '%s' (not in the hierarchy)".formatted(key));
        }
        return position;
    }

    public boolean contains(String key) {
        return index.containsKey(key);
    }

    /** Number of leaves that add up to a node; 1 for a leaf. */
    public int leafCount(int node) {
        return leaves[node].length;
    }

    /** The table with every aggregate replaced by the sum of its leaves: rows of leaves are read, rows of aggregates are not. */
    public double[][] summed(double[][] rows) {
        int width = size() == 0 ? 0 : rows[size() - 1].length;
        double[][] sums = new double[size()][width];
        for (int node = 0; node < size(); node++) {
            for (int leaf : leaves[node]) {
                for (int i = 0; i < width; i++) {
                    sums[node][i] += rows[leaf][i];
                }
            }
        }
        return sums;
    }

    /**
     * The table with leaves below zero set to zero, and added up again.
     *
     * <p>Source: T. Di Fonzo and D. Girolimetto, Spatio-temporal reconciliation of solar forecasts, Solar Energy 251 (2023):
     * as good as the optimal non-negative solution at a fraction of its cost.
     */
    public double[][] nonNegative(double[][] rows) {
        double[][] floored = Arrays.stream(rows)
                .map(row -> Arrays.stream(row).map(value -> Math.max(0, value)).toArray())
                .toArray(double[][]::new);
        return summed(floored);
    }

    /** Positions of the leaves below each node, ascending; a leaf has itself. */
    int[][] leaves() {
        return leaves;
    }

    /** The parent through which each node is rounded, -1 at the top: of several the one with the fewest leaves. */
    int[] parents() {
        return parent;
    }

    private int[][] leaves(int[][] below) {
        int[] missing =
                Arrays.stream(below).mapToInt(children -> children.length).toArray();
        int[][] above = above(below);
        int[][] found = new int[size()][];
        var ready = new ArrayDeque<Integer>();
        IntStream.range(0, size()).filter(node -> missing[node] == 0).forEach(ready::add);
        while (!ready.isEmpty()) {
            int node = ready.remove();
            found[node] = below[node].length == 0 ? new int[] {node} : union(found, below[node]);
            for (int parentNode : above[node]) {
                if (--missing[parentNode] == 0) {
                    ready.add(parentNode);
                }
            }
        }
        IntStream.range(0, size()).filter(node -> missing[node] > 0).findFirst().ifPresent(node -> {
            throw new IllegalArgumentException(
                    "Invalid hierarchy: '%s' (stands above itself, or above nodes that do)".formatted(nodes.get(node)));
        });
        return found;
    }

    private static int[] union(int[][] found, int[] children) {
        return Arrays.stream(children)
                .flatMap(child -> Arrays.stream(found[child]))
                .sorted()
                .distinct()
                .toArray();
    }

    private static int[][] above(int[][] below) {
        int[] counts = new int[below.length];
        Arrays.stream(below).flatMapToInt(Arrays::stream).forEach(child -> counts[child]++);
        int[][] above = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
        for (int node = 0; node < below.length; node++) {
            for (int child : below[node]) {
                above[child][--counts[child]] = node;
            }
        }
        return above;
    }

    private int[] nearestParents(int[][] below) {
        int[] nearest = new int[size()];
        Arrays.fill(nearest, -1);
        for (int node = 0; node < size(); node++) {
            for (int child : below[node]) {
                if (nearest[child] < 0 || leafCount(node) < leafCount(nearest[child])) {
                    nearest[child] = node;
                }
            }
        }
        return nearest;
    }
}
