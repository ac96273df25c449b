package cartera.model.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class BlendLearnerTest {

    private record Truth(double[][] rows, boolean[] churned) {

        static Truth of(long seed, int size, ToDoubleFunction<double[]> logit) {
            var random = new Random(seed);
            var truth = new Truth(new double[size][], new boolean[size]);
            for (int i = 0; i < size; i++) {
                truth.rows[i] = random.doubles(4, -1, 1).toArray();
                truth.churned[i] = random.nextDouble() < Logit.probability(logit.applyAsDouble(truth.rows[i]));
            }
            return truth;
        }

        Examples examples() {
            return examples(IntStream.range(0, rows.length).toArray());
        }

        Examples examples(int[] order) {
            return new Examples(
                    Arrays.stream(order).mapToObj(i -> rows[i]).toArray(double[][]::new),
                    Arrays.stream(order).mapToDouble(i -> churned[i] ? 1 : 0).toArray());
        }
    }

    private static Evaluation evaluate(Learner learner, ToDoubleFunction<double[]> logit) {
        var asked = Truth.of(2, 1000, logit);
        var examples = Truth.of(1, 1000, logit).examples();
        return Evaluation.of(learner.probabilities(examples, asked.rows()), asked.churned());
    }

    @Test
    void whatOnlyTwoAttributesTogetherTellIsFound() {
        ToDoubleFunction<double[]> either = row -> 3 * Math.signum(row[0] * row[1]);
        assertThat(evaluate(new LogisticLearner(), either).auc()).isBetween(.4, .6);
        var blend = evaluate(new BlendLearner(), either);
        assertThat(blend.auc()).isGreaterThan(.9);
        assertThat(blend.slope()).isBetween(.8, 1.3);
    }

    @Test
    void whereAttributesAddUpNothingIsLost() {
        ToDoubleFunction<double[]> sum = row -> 2 * row[0] - row[1] + row[2];
        assertThat(evaluate(new BlendLearner(), sum).auc())
                .isCloseTo(evaluate(new LogisticLearner(), sum).auc(), within(.005));
    }

    @Test
    void chanceIsNotLearnt() {
        ToDoubleFunction<double[]> even = row -> 0;
        assertThat(evaluate(new BlendLearner(), even).logLoss()).isCloseTo(Math.log(2), within(.01));
    }

    @RepeatedTest(2)
    void theOrderOfExamplesDoesNotMatter(RepetitionInfo repetition) {
        int seed = repetition.getCurrentRepetition();
        var truth = Truth.of(seed, 200, row -> row[0] > 0 == row[1] > .5 ? 1 : -1);
        int[] order = EvaluationTest.order(200, new Random(seed));
        assertThat(new BlendLearner().probabilities(truth.examples(order), truth.rows()))
                .isEqualTo(new BlendLearner().probabilities(truth.examples(), truth.rows()));
    }

    @Test
    void fewOrEqualExamplesGiveProbabilities() {
        for (int size : new int[] {1, 2, 49, 50, 60}) {
            for (double share : new double[] {0, .5, 1}) {
                double[] labels = IntStream.range(0, size)
                        .mapToDouble(i -> i < share * size ? 1 : 0)
                        .toArray();
                var examples = new Examples(new double[size][2], labels);
                double[] scores = new BlendLearner().probabilities(examples, new double[][] {{0, 0}, {1e300, -1e300}});
                assertThat(Arrays.stream(scores)).hasSize(2).allMatch(score -> score > 0 && score < 1);
            }
        }
        double[] same =
                new BlendLearner().probabilities(new Examples(new double[60][0], new double[60]), new double[1][0]);
        assertThat(same[0]).isBetween(0.0, .1);
    }

    @Test
    void aScoreThatSaysNothingGetsNoWeightAndOneTooSureIsCalmed() {
        var random = new Random(4);
        double[] right = random.doubles(3000, -2, 2).toArray();
        double[] noise = random.doubles(3000, -2, 2).toArray();
        double[] labels = Arrays.stream(right)
                .map(logit -> random.nextDouble() < Logit.probability(logit) ? 1 : 0)
                .toArray();
        double[] sure = Arrays.stream(right).map(logit -> 2 * logit).toArray();
        double[] weights =
                BlendWeights.fit(new double[][] {sure, noise}, labels).weights();
        assertThat(weights[0]).isCloseTo(.5, within(.05));
        assertThat(weights[1]).isBetween(0.0, .05);
        assertThat(weights[2]).isCloseTo(0, within(.1));
    }
}
