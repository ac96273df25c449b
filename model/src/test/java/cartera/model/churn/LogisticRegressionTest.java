package cartera.model.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    /** Hours of study and whether the exam was passed; the usual teaching example, maximum likelihood -4.0777, 1.5046. */
    private static final double[] HOURS = {
        .5, .75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5
    };

    private static final double[] PASSED = {0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1};

    @Test
    void withoutPenaltyToSpeakOfTheMaximumLikelihoodIsFound() {
        double[][] rows =
                Arrays.stream(HOURS).mapToObj(hours -> new double[] {hours}).toArray(double[][]::new);
        var fit = LogisticRegression.fit(rows, PASSED, 1e-9);
        double zero = fit.logit(new double[] {0});
        assertThat(fit.isConverged()).isTrue();
        assertThat(zero).isCloseTo(-4.0777, within(5e-5));
        assertThat(fit.logit(new double[] {1}) - zero).isCloseTo(1.5046, within(5e-5));
        assertThat(fit.probability(new double[] {5})).isCloseTo(.97, within(.005));
    }

    @RepeatedTest(5)
    void theGradientOfThePenalisedLossVanishesAndRowsMayComeInAnyOrder(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        double[][] rows = new double[300][];
        double[] labels = new double[300];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {random.nextGaussian(), 100 * random.nextDouble(), random.nextInt(2), 7};
            labels[i] = random.nextDouble() < Logit.probability(rows[i][0] - rows[i][2]) ? 1 : 0;
        }
        var fit = LogisticRegression.fit(rows, labels, 3);
        for (int j = 0; j < 4; j++) {
            int feature = j;
            double slope = IntStream.range(0, 300)
                    .mapToDouble(i -> (fit.probability(rows[i]) - labels[i]) * standard(rows, feature, i))
                    .sum();
            assertThat(slope + 3 * fit.coefficient(j)).isCloseTo(0, within(1e-3));
        }
        assertThat(fit.coefficient(3)).as("a feature that does not vary").isZero();
        int[] order = EvaluationTest.order(300, random);
        double[][] moved = Arrays.stream(order).mapToObj(i -> rows[i]).toArray(double[][]::new);
        var again = LogisticRegression.fit(moved, SharedLogs.shuffled(labels, order), 3);
        assertThat(again.logit(rows[0])).isEqualTo(fit.logit(rows[0]));
    }

    private static double standard(double[][] rows, int feature, int i) {
        var numbers = Arrays.stream(rows).mapToDouble(row -> row[feature]).summaryStatistics();
        double mean = numbers.getAverage();
        double variance = Arrays.stream(rows)
                .mapToDouble(row -> (row[feature] - mean) * (row[feature] - mean))
                .average()
                .orElseThrow();
        return variance == 0 ? 0 : (rows[i][feature] - mean) / Math.sqrt(variance);
    }

    @Test
    void contributionsAddUpToTheLogit() {
        double[][] rows = {{1, 5}, {2, 3}, {3, 8}, {4, 1}, {5, 2}};
        var fit = LogisticRegression.fit(rows, new double[] {0, 0, 1, 0, 1}, 1);
        double[] contributions = fit.contributions(rows[2]);
        assertThat(fit.intercept() + contributions[0] + contributions[1]).isCloseTo(fit.logit(rows[2]), within(1e-14));
    }

    @Test
    void perfectSeparationEqualRowsAndOneKindOfLabelsGiveFiniteAnswers() {
        double[][] apart = {{1, 1e12}, {2, 1e12}, {3, -1e12}, {4, -1e12}};
        var separated = LogisticRegression.fit(apart, new double[] {0, 0, 1, 1}, 1);
        assertThat(separated.isConverged()).isTrue();
        assertThat(separated.probability(apart[3])).isBetween(.5, 1.0);
        var equal = LogisticRegression.fit(new double[][] {{2}, {2}, {2}}, new double[] {0, 1, 0}, 1);
        assertThat(equal.probability(new double[] {9})).isCloseTo(1 / 3.0, within(1e-6));
        var oneKind = LogisticRegression.fit(apart, new double[] {1, 1, 1, 1}, 1);
        assertThat(oneKind.probability(apart[0])).isGreaterThan(.99).isLessThanOrEqualTo(1);
    }

    @Test
    void aFeatureThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> LogisticRegression.fit(new double[][] {{1}, {Double.NaN}}, new double[] {0, 1}, 1))
                .hasMessage("Invalid features: [NaN] (equal lengths, all finite)");
        assertThatThrownBy(() -> LogisticRegression.fit(new double[][] {{1}}, new double[] {0}, 0))
                .hasMessage("Invalid penalty: 0.0 (must be above 0 and finite)");
    }
}
