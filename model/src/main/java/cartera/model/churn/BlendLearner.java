package cartera.model.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The logistic score, {@linkplain Boosting shallow and deep trees} together: a weighted sum of their logits, with the
 * weights that say best what examples held out did (D. Wolpert, Stacked generalization, Neural Networks 5, 1992). Those
 * examples also tell how many trees there are.
 */
record BlendLearner() implements Learner {

    private static final int PARTS = 5;
    /** So many examples held out are enough; until then all fifths are, in turn. */
    private static final int ENOUGH = 5_000;
    /** With fewer examples there is nothing to hold out: the logistic stands alone. */
    private static final int FEWEST = 50;

    @Override
    public String name() {
        return "blend";
    }

    @Override
    public String basis() {
        return "logistic regression and boosted trees, weighted by examples held out";
    }

    @Override
    public double[] probabilities(Examples examples, double[][] asked) {
        if (examples.size() < FEWEST) {
            return new LogisticLearner().probabilities(examples, asked);
        }
        var logistic = new LogisticLearner().settled(examples);
        var trials = IntStream.range(0, parts(examples.size()))
                .mapToObj(part -> Trial.of(
                        logistic, examples.some(i -> i % PARTS != part), examples.some(i -> i % PARTS == part)))
                .toList();
        double[][] logits = new double[1 + Boosting.Kind.values().length][];
        logits[0] = logits(logistic, examples, asked);
        for (var kind : Boosting.Kind.values()) {
            logits[1 + kind.ordinal()] =
                    Boosting.fit(kind, examples, count(trials, kind)).logits(asked);
        }
        return weights(trials).probabilities(logits);
    }

    private static int parts(int size) {
        return Math.min(PARTS, Math.max(1, (PARTS * ENOUGH + size - 1) / size));
    }

    private static double[] logits(LogisticLearner logistic, Examples examples, double[][] asked) {
        return Arrays.stream(logistic.probabilities(examples, asked))
                .map(Logit::of)
                .toArray();
    }

    /** The median of the trials. */
    private static int count(List<Trial> trials, Boosting.Kind kind) {
        return trials.stream()
                .mapToInt(trial -> trial.counts()[kind.ordinal()])
                .sorted()
                .toArray()[trials.size() / 2];
    }

    private static BlendWeights weights(List<Trial> trials) {
        var logits = new ArrayList<double[]>();
        for (int member = 0; member <= Boosting.Kind.values().length; member++) {
            int place = member;
            logits.add(trials.stream()
                    .flatMapToDouble(trial -> Arrays.stream(trial.logits()[place]))
                    .toArray());
        }
        return BlendWeights.fit(
                logits.toArray(double[][]::new),
                trials.stream()
                        .flatMapToDouble(trial -> Arrays.stream(trial.labels()))
                        .toArray());
    }

    /**
     * What each member, learnt from some examples, says of others.
     *
     * @param logits by member and example
     * @param labels of the examples
     * @param counts of trees that were best, by their kind
     */
    private record Trial(double[][] logits, double[] labels, int[] counts) {

        static Trial of(LogisticLearner logistic, Examples learnt, Examples held) {
            var kinds = Boosting.Kind.values();
            double[][] logits = new double[1 + kinds.length][];
            int[] counts = new int[kinds.length];
            logits[0] = BlendLearner.logits(logistic, learnt, held.rows());
            for (var kind : kinds) {
                var trees = Boosting.fit(kind, learnt, held);
                counts[kind.ordinal()] = trees.count();
                logits[1 + kind.ordinal()] = trees.logits(held.rows());
            }
            return new Trial(logits, held.labels(), counts);
        }
    }
}
