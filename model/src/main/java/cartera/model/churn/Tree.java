package cartera.model.churn;

import java.util.Arrays;

/**
 * A tree of splits between {@link Bins}, each node {@code i} the parent of {@code 2 i + 1} and {@code 2 i + 2}: grown level
 * by level, each leaf the step that lowers a loss of second order most (T. Chen and C. Guestrin, XGBoost, KDD 2016,
 * equations 5 and 7).
 */
final class Tree {

    /**
     * What a tree is grown from.
     *
     * @param gradients of the loss by the logit of each row
     * @param weights the second derivatives, above 0
     * @param nodes 0 for the rows to look at, below 0 for the others; used up
     */
    record Rows(double[] gradients, double[] weights, int[] nodes) {}

    private static final int LEAF = -1;
    /** What is added to the weight of a leaf. */
    private static final double PENALTY = 1;

    private static final double LEAST_WEIGHT = 1;
    /** Gains below are rounding. */
    private static final double LEAST_GAIN = 1e-9;

    private final int[] feature;
    private final int[] bin;
    private final double[] gain;
    private final double[] gradient;
    private final double[] weight;

    private Tree(int depth) {
        int nodes = (1 << (depth + 1)) - 1;
        this.feature = new int[nodes];
        Arrays.fill(feature, LEAF);
        this.bin = new int[nodes];
        this.gain = new double[nodes];
        Arrays.fill(gain, LEAST_GAIN);
        this.gradient = new double[nodes];
        this.weight = new double[nodes];
    }

    /** A tree of at most so many levels of splits between the bins of some features. */
    static Tree grown(int depth, Bins.Column[] columns, int[] features, Rows rows) {
        var tree = new Tree(depth);
        for (int i = 0; i < rows.nodes.length; i++) {
            if (rows.nodes[i] == 0) {
                tree.gradient[0] += rows.gradients[i];
                tree.weight[0] += rows.weights[i];
            }
        }
        for (int level = 0, first = 0; level < depth; level++, first = 2 * first + 1) {
            for (int j : features) {
                tree.seek(j, columns[j].count(), first, tree.sums(columns[j], first, rows));
            }
            tree.descend(columns, rows.nodes);
        }
        return tree;
    }

    /** Gradient and weight of each bin of each node of a level; the usual bin has what the others leave. */
    private double[] sums(Bins.Column column, int first, Rows rows) {
        int bins = column.count();
        double[] sums = new double[2 * bins * (first + 1)];
        for (int at = first; at <= 2 * first; at++) {
            int usual = 2 * ((at - first) * bins + column.usual());
            sums[usual] = gradient[at];
            sums[usual + 1] = weight[at];
        }
        for (int i : column.others()) {
            if (rows.nodes[i] >= first) {
                int start = 2 * (rows.nodes[i] - first) * bins;
                move(sums, start + 2 * column.usual(), start + 2 * column.bins()[i], rows, i);
            }
        }
        return sums;
    }

    private static void move(double[] sums, int from, int to, Rows rows, int row) {
        sums[from] -= rows.gradients[row];
        sums[from + 1] -= rows.weights[row];
        sums[to] += rows.gradients[row];
        sums[to + 1] += rows.weights[row];
    }

    /** The best split of each node of a level by one feature; of equals the first feature and the lowest bin stay. */
    private void seek(int j, int bins, int first, double[] sums) {
        for (int at = first; at <= 2 * first; at++) {
            if (weight[at] < 2 * LEAST_WEIGHT) {
                continue;
            }
            double below = 0;
            double weightBelow = 0;
            for (int b = 0; b < bins - 1; b++) {
                int place = 2 * ((at - first) * bins + b);
                below += sums[place];
                weightBelow += sums[place + 1];
                double found = gain(at, below, weightBelow);
                if (found > gain[at]) {
                    gain[at] = found;
                    feature[at] = j;
                    bin[at] = b;
                    set(2 * at + 1, below, weightBelow);
                    set(2 * at + 2, gradient[at] - below, weight[at] - weightBelow);
                }
            }
        }
    }

    private void set(int at, double gradients, double weights) {
        gradient[at] = gradients;
        weight[at] = weights;
    }

    private double gain(int at, double below, double weightBelow) {
        double weightAbove = weight[at] - weightBelow;
        return weightBelow < LEAST_WEIGHT || weightAbove < LEAST_WEIGHT
                ? 0
                : score(below, weightBelow)
                        + score(gradient[at] - below, weightAbove)
                        - score(gradient[at], weight[at]);
    }

    private static double score(double gradient, double weight) {
        return gradient * gradient / (weight + PENALTY);
    }

    private void descend(Bins.Column[] columns, int[] nodes) {
        for (int i = 0; i < nodes.length; i++) {
            int at = nodes[i];
            if (at >= 0 && feature[at] != LEAF) {
                nodes[i] = child(at, columns, i);
            }
        }
    }

    private int child(int at, Bins.Column[] columns, int row) {
        return columns[feature[at]].bins()[row] <= bin[at] ? 2 * at + 1 : 2 * at + 2;
    }

    /** The step of a row's leaf. */
    double value(Bins.Column[] columns, int row) {
        int at = 0;
        while (feature[at] != LEAF) {
            at = child(at, columns, row);
        }
        return -gradient[at] / (weight[at] + PENALTY);
    }
}
