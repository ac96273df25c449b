package cartera.boosting;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.model.churn.Evaluation;
import cartera.model.churn.Examples;
import cartera.model.churn.LogisticRegression;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {

    private final BoostedTrees trees = new BoostedTrees();

    /** Risk is high where one of two features is high, not both: what a logistic score cannot say. */
    private record Customers(double[][] features, double[] labels) {

        static Customers random(long seed, int size) {
            var random = new Random(seed);
            double[][] features = new double[size][];
            double[] labels = new double[size];
            for (int i = 0; i < size; i++) {
                features[i] = random.doubles(3, -1, 1).toArray();
                double risk = features[i][0] * features[i][1] < 0 ? .85 : .15;
                labels[i] = random.nextDouble() < risk ? 1 : 0;
            }
            return new Customers(features, labels);
        }

        Customers shuffled(Random random) {
            List<Integer> order = new java.util.ArrayList<>(
                    IntStream.range(0, labels.length).boxed().toList());
            Collections.shuffle(order, random);
            return new Customers(
                    order.stream().map(i -> features[i]).toArray(double[][]::new),
                    order.stream().mapToDouble(i -> labels[i]).toArray());
        }

        Examples examples() {
            return new Examples(features, labels);
        }

        double auc(double[] probabilities) {
            boolean[] churned = new boolean[labels.length];
            for (int i = 0; i < churned.length; i++) {
                churned[i] = labels[i] == 1;
            }
            return Evaluation.of(probabilities, churned).auc();
        }
    }

    @Test
    void whatTwoFeaturesSayOnlyTogetherIsFound() {
        var known = Customers.random(1, 2000);
        var asked = Customers.random(2, 2000);
        var logistic = LogisticRegression.fit(known.features(), known.labels(), 1);
        assertThat(asked.auc(Arrays.stream(asked.features())
                        .mapToDouble(logistic::probability)
                        .toArray()))
                .isLessThan(.55);
        double[] boosted = trees.probabilities(known.examples(), asked.features());
        // knowing the risk itself gives .85
        assertThat(asked.auc(boosted)).isGreaterThan(.8);
        assertThat(Arrays.stream(boosted)).allMatch(p -> p > 0 && p < 1);
    }

    @RepeatedTest(3)
    void theOrderOfExamplesAndASecondRunChangeNoBit(RepetitionInfo repetition) {
        var known = Customers.random(repetition.getCurrentRepetition(), 500);
        double[][] asked = Customers.random(9, 50).features();
        double[] probabilities = trees.probabilities(known.examples(), asked);
        var random = new Random(repetition.getCurrentRepetition());
        assertThat(trees.probabilities(known.shuffled(random).examples(), asked))
                .isEqualTo(probabilities);
        assertThat(new BoostedTrees().probabilities(known.examples(), asked)).isEqualTo(probabilities);
    }

    @Test
    void noiseIsNotLearnt() {
        var random = new Random(4);
        double[][] features = random.doubles(1000)
                .mapToObj(value -> new double[] {value, random.nextDouble()})
                .toArray(double[][]::new);
        double[] labels = random.doubles(1000).map(Math::rint).toArray();
        double[] probabilities = trees.probabilities(new Examples(features, labels), features);
        assertThat(Arrays.stream(probabilities)).allMatch(p -> p > .2 && p < .8);
    }

    @Test
    void oddExamplesGiveProbabilities() {
        double[][] asked = {{1e300, 0}, {-1e300, 5}};
        assertThat(probabilities(new double[][] {{1, 2}}, new double[] {1}, asked))
                .hasSize(2)
                .allMatch(p -> p > .5 && p < 1);
        double[][] equal = new double[400][];
        Arrays.fill(equal, new double[] {7, 7});
        assertThat(probabilities(equal, new double[400], asked)).allMatch(p -> p > 0 && p < .01);
        assertThat(probabilities(equal, new double[400], new double[0][])).isEmpty();
        assertThat(probabilities(new double[10][0], new double[10], new double[1][0]))
                .hasSize(1)
                .allMatch(p -> p > 0 && p < .1);
    }

    private List<Double> probabilities(double[][] features, double[] labels, double[][] asked) {
        return Arrays.stream(trees.probabilities(new Examples(features, labels), asked))
                .boxed()
                .toList();
    }
}
