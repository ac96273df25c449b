package cartera.boosting;

import cartera.model.churn.Examples;
import cartera.model.churn.Learner;
import java.util.Map;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Gradient boosted trees for the log loss, by XGBoost (T. Chen and C. Guestrin, KDD 2016, with the approximate splits of
 * section 3.2). They find what depends on two or three features at once, which a logistic score does not.
 *
 * <p>How many trees: those with the least log loss on every fifth example, of trees learnt from the others; then that
 * many are learnt from all. One thread, no sampling, examples in their own order: equal examples give equal trees.
 */
public final class BoostedTrees implements Learner {

    private static final int DEPTH = 4;
    private static final double RATE = 0.05;
    private static final int MOST_TREES = 400;
    private static final int STEP_TREES = 20;
    private static final int HELD_OUT = 5;

    /**
     * Starts the native library.
     *
     * @throws IllegalStateException if it does not start on this machine
     */
    public BoostedTrees() {
        try {
            new DMatrix(new float[] {0}, 1, 1, Float.NaN).dispose();
        } catch (XGBoostError | LinkageError e) {
            throw new IllegalStateException("Cannot start XGBoost: " + e, e);
        }
    }

    @Override
    public String name() {
        return "boosted";
    }

    @Override
    public String basis() {
        return "up to %d boosted trees of depth %d".formatted(MOST_TREES, DEPTH);
    }

    @Override
    public double[] probabilities(Examples examples, double[][] asked) {
        if (asked.length == 0 || examples.width() == 0) {
            return IntStream.range(0, asked.length)
                    .mapToDouble(i -> share(examples))
                    .toArray();
        }
        try (Rows all = Rows.of(examples, i -> true);
                Rows rows = Rows.of(asked)) {
            Booster booster = trees(all, share(examples), trees(examples));
            try {
                return rows.probabilities(booster, 0);
            } finally {
                booster.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("Cannot boost %d examples: %s".formatted(examples.size(), e), e);
        }
    }

    /** How many trees are best for examples that they were not learnt from. */
    private static int trees(Examples examples) throws XGBoostError {
        if (examples.size() < HELD_OUT) {
            return STEP_TREES;
        }
        try (Rows learnt = Rows.of(examples, i -> i % HELD_OUT != 0);
                Rows held = Rows.of(examples, i -> i % HELD_OUT == 0)) {
            Booster booster = trees(learnt, share(examples), MOST_TREES);
            try {
                return best(booster, held);
            } finally {
                booster.dispose();
            }
        }
    }

    private static int best(Booster booster, Rows held) throws XGBoostError {
        int best = STEP_TREES;
        double least = Double.POSITIVE_INFINITY;
        for (int trees = STEP_TREES; trees <= MOST_TREES; trees += STEP_TREES) {
            double loss = held.loss(held.probabilities(booster, trees));
            best = loss < least ? trees : best;
            least = Math.min(loss, least);
        }
        return best;
    }

    private static Booster trees(Rows rows, double share, int count) throws XGBoostError {
        Map<String, Object> settings = Map.of(
                "objective",
                "binary:logistic",
                "base_score",
                share,
                "tree_method",
                "hist",
                "max_depth",
                DEPTH,
                "eta",
                RATE,
                "nthread",
                1,
                "seed",
                0,
                "verbosity",
                0);
        // no watch list: it would print a line a tree
        return XGBoost.train(rows.matrix(), settings, count, Map.of(), null, null);
    }

    /** The share that churned, never 0 or 1. */
    private static double share(Examples examples) {
        return (examples.churned() + 0.5) / (examples.size() + 1.0);
    }
}
