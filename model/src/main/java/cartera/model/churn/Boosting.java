package cartera.model.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Gradient boosted trees for the log loss: each tree takes a step down from what those before it say, on its own share of
 * the rows and features (J. Friedman, Stochastic gradient boosting, Computational Statistics &amp; Data Analysis 38, 2002).
 * Trees find what depends on several features at once.
 *
 * <p>Chance has a fixed seed and examples their own order: equal examples give equal trees.
 */
final class Boosting {

    private static final int MOST_TREES = 400;
    /** So many trees without a smaller loss, and no better one is expected. */
    private static final int PATIENCE = 30;

    private static final double SMALLEST_WEIGHT = 1e-12;

    /**
     * How trees are grown.
     *
     * @param depth splits from the root to a leaf
     * @param rate share of its step that each tree takes
     * @param rows share of the rows that a tree sees
     * @param features share of the features that a tree sees
     */
    enum Kind {
        /** Up to three features at once, many trees. */
        SHALLOW(3, .1, .8, .8),
        /** Up to six features at once. */
        DEEP(6, .07, .8, .6);

        private final int depth;
        private final double rate;
        private final double rows;
        private final double features;

        Kind(int depth, double rate, double rows, double features) {
            this.depth = depth;
            this.rate = rate;
            this.rows = rows;
            this.features = features;
        }
    }

    private final Kind kind;
    private final Bins bins;
    private final double base;
    private final List<Tree> trees = new ArrayList<>();

    private Boosting(Kind kind, Examples examples) {
        this.kind = kind;
        this.bins = Bins.of(examples);
        this.base = Logit.of((examples.churned() + 0.5) / (examples.size() + 1.0));
    }

    /** So many trees from examples, at least one example. */
    static Boosting fit(Kind kind, Examples examples, int count) {
        var boosting = new Boosting(kind, examples);
        var growth = boosting.new Growth(examples);
        for (int i = 0; i < count; i++) {
            boosting.trees.add(growth.next());
        }
        return boosting;
    }

    /** As many trees as say best what {@code held} examples did, of which nothing is learnt. */
    static Boosting fit(Kind kind, Examples examples, Examples held) {
        var boosting = new Boosting(kind, examples);
        var growth = boosting.new Growth(examples);
        var columns = boosting.bins.of(held.rows());
        double[] logits = boosting.start(held.size());
        double least = loss(logits, held);
        int best = 0;
        for (int count = 1; count <= MOST_TREES && count - best <= PATIENCE; count++) {
            boosting.trees.add(growth.next());
            boosting.add(boosting.trees.get(count - 1), columns, logits);
            double loss = loss(logits, held);
            best = loss < least ? count : best;
            least = Math.min(loss, least);
        }
        boosting.trees.subList(best, boosting.trees.size()).clear();
        return boosting;
    }

    private static double loss(double[] logits, Examples held) {
        return IntStream.range(0, logits.length)
                .mapToDouble(i -> Logit.loss(logits[i], held.label(i)))
                .sum();
    }

    private double[] start(int rows) {
        double[] logits = new double[rows];
        Arrays.fill(logits, base);
        return logits;
    }

    private void add(Tree tree, Bins.Column[] columns, double[] logits) {
        for (int i = 0; i < logits.length; i++) {
            logits[i] += kind.rate * tree.value(columns, i);
        }
    }

    /** How many trees there are. */
    int count() {
        return trees.size();
    }

    /** The logits of churn of some rows. */
    double[] logits(double[][] rows) {
        var columns = bins.of(rows);
        double[] logits = start(rows.length);
        trees.forEach(tree -> add(tree, columns, logits));
        return logits;
    }

    /** Grows one tree after the other. */
    private final class Growth {

        private final Examples examples;
        private final Bins.Column[] columns;
        private final double[] logits;
        private final Random random = new Random(1);

        Growth(Examples examples) {
            this.examples = examples;
            this.columns = bins.of(examples.rows());
            this.logits = start(examples.size());
        }

        Tree next() {
            double[] gradients = new double[logits.length];
            double[] weights = new double[logits.length];
            int[] nodes = new int[logits.length];
            for (int i = 0; i < logits.length; i++) {
                double probability = Logit.probability(logits[i]);
                gradients[i] = probability - examples.label(i);
                weights[i] = Math.max(SMALLEST_WEIGHT, probability * (1 - probability));
                nodes[i] = random.nextDouble() < kind.rows ? 0 : -1;
            }
            int[] features = IntStream.range(0, columns.length)
                    .filter(j -> random.nextDouble() < kind.features && columns[j].count() > 1)
                    .toArray();
            var tree = Tree.grown(kind.depth, columns, features, new Tree.Rows(gradients, weights, nodes));
            add(tree, columns, logits);
            return tree;
        }
    }
}
