package cartera.model.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who ends the contract, from a table of attributes with a known outcome: five folds, each customer scored by a model
 * that has not seen the customer. Encodings are learnt inside the folds, too. The order of rows does not matter.
 */
public final class AttributeForecast {

    private static final int FOLDS = 5;

    private AttributeForecast() {}

    /** The same without other learners. */
    public static List<Scorer> outOfFold(List<Attribute> attributes, List<String> keys, boolean[] churned) {
        return outOfFold(attributes, keys, churned, List.of());
    }

    /**
     * The out-of-fold scorers, the one to use first: {@code logistic}; {@code blend}, which knows what depends on several
     * attributes at once; what the other learners are called; and {@code share}, the same for everybody. Another than the
     * logistic is used only if its log loss is smaller by more than noise: each score is out of fold, this one choice
     * looks at all outcomes.
     *
     * @param keys what tells customers apart; rows of one key are held out together
     * @param churned the outcome of each row
     * @param others beside the logistic and the blend
     * @throws IllegalArgumentException for fewer than five keys or outcomes of one kind only
     */
    public static List<Scorer> outOfFold(
            List<Attribute> attributes, List<String> keys, boolean[] churned, List<Learner> others) {
        check(keys, churned);
        var learners = new ArrayList<Learner>(List.of(new LogisticLearner(), new BlendLearner()));
        learners.addAll(others);
        double[][] learnt = new double[learners.size()][churned.length];
        double[] shares = new double[churned.length];
        var folds = Folds.of(keys, churned, FOLDS);
        for (int fold = 0; fold < FOLDS; fold++) {
            var split = new Split(attributes, churned, folds.outside(fold), folds.in(fold));
            for (int i = 0; i < learnt.length; i++) {
                split.write(split.probabilities(learners.get(i)), learnt[i]);
            }
            split.write(split.shares(), shares);
        }
        var scorers = new ArrayList<Scorer>();
        for (int i = 0; i < learnt.length; i++) {
            String basis = "%s; %d columns, %d folds".formatted(learners.get(i).basis(), attributes.size(), FOLDS);
            scorers.add(new Scorer(learners.get(i).name(), basis, learnt[i]));
        }
        var ordered = new ArrayList<>(bestFirst(scorers, churned));
        ordered.add(new Scorer("share", "the same for everybody", shares));
        return List.copyOf(ordered);
    }

    private static List<Scorer> bestFirst(List<Scorer> scorers, boolean[] churned) {
        var best = scorers.get(0);
        for (Scorer other : scorers.subList(1, scorers.size())) {
            if (LossDifference.of(best.probabilities(), other.probabilities(), churned)
                    .isClear()) {
                best = other;
            }
        }
        var first = best;
        return Stream.concat(Stream.of(first), scorers.stream().filter(scorer -> scorer != first))
                .toList();
    }

    private static void check(List<String> keys, boolean[] churned) {
        long distinct = keys.stream().distinct().count();
        if (keys.size() != churned.length || distinct < FOLDS) {
            throw new IllegalArgumentException("Invalid keys: %d different ones for %d rows (one a row, %d or more)"
                    .formatted(distinct, churned.length, FOLDS));
        }
        if (isOneKind(IntStream.range(0, churned.length).toArray(), churned)) {
            throw new IllegalArgumentException("Invalid outcomes: all %d rows %s (both kinds are needed)"
                    .formatted(churned.length, churned[0] ? "churned" : "stayed"));
        }
    }

    private static boolean isOneKind(int[] rows, boolean[] churned) {
        return Arrays.stream(rows).mapToObj(row -> churned[row]).distinct().count() < 2;
    }

    /** One fold: what is learnt from, and what is held out. */
    private static final class Split {

        private final Examples examples;
        private final double[][] asked;
        private final int[] test;
        private final boolean isOneKind;

        Split(List<Attribute> attributes, boolean[] churned, int[] train, int[] test) {
            var encodings = attributes.stream()
                    .map(attribute -> attribute.encoding(train))
                    .toList();
            double[] labels = Arrays.stream(train)
                    .mapToDouble(row -> churned[row] ? 1 : 0)
                    .toArray();
            this.examples = new Examples(features(encodings, train), labels);
            this.asked = features(encodings, test);
            this.test = test;
            this.isOneKind = isOneKind(train, churned);
        }

        double[] probabilities(Learner learner) {
            return isOneKind ? shares() : learner.probabilities(examples, asked);
        }

        double[] shares() {
            double[] shares = new double[test.length];
            Arrays.fill(shares, (examples.churned() + 0.5) / (examples.size() + 1.0));
            return shares;
        }

        void write(double[] probabilities, double[] all) {
            for (int i = 0; i < test.length; i++) {
                all[test[i]] = probabilities[i];
            }
        }
    }

    private static double[][] features(List<Attribute.Encoding> encodings, int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> features(encodings, row)).toArray(double[][]::new);
    }

    private static double[] features(List<Attribute.Encoding> encodings, int row) {
        double[] features = new double
                [encodings.stream().mapToInt(Attribute.Encoding::width).sum()];
        int at = 0;
        for (var encoding : encodings) {
            encoding.write(row, features, at);
            at += encoding.width();
        }
        return features;
    }
}
