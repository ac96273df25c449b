package cartera.model.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LossDifferenceTest {

    private static final int CUSTOMERS = 2000;

    private static boolean[] outcomes(double[] risks, Random random) {
        boolean[] churned = new boolean[risks.length];
        for (int i = 0; i < churned.length; i++) {
            churned[i] = random.nextDouble() < risks[i];
        }
        return churned;
    }

    @Test
    void itIsTheMeanOfTheDifferencesAndItsError() {
        var difference = LossDifference.of(
                new double[] {.5, .5, .5}, new double[] {.8, .4, .5}, new boolean[] {true, false, true});
        // ln 1.6, ln 1.2, 0
        assertThat(difference.mean()).isCloseTo(.217441728, within(1e-9));
        assertThat(difference.error()).isCloseTo(.136809993, within(1e-8));
        assertThat(difference.isClear()).isFalse();
    }

    @RepeatedTest(5)
    void knowingTheRiskIsClearlyBetterThanTheShareAndNeverTheOtherWayRound(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        double[] risks = random.doubles(CUSTOMERS).toArray();
        double[] share = new double[CUSTOMERS];
        Arrays.fill(share, .5);
        boolean[] churned = outcomes(risks, random);
        assertThat(LossDifference.of(share, risks, churned).isClear()).isTrue();
        assertThat(LossDifference.of(risks, share, churned).isClear()).isFalse();
    }

    @Test
    void noiseIsRarelyClear() {
        int clear = 0;
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            double[] risks = random.doubles(CUSTOMERS, .1, .9).toArray();
            double[] one = blurred(risks, random);
            double[] other = blurred(risks, random);
            clear += LossDifference.of(one, other, outcomes(risks, random)).isClear() ? 1 : 0;
        }
        // one side beyond two standard errors: 2.3 % of 200 are 5
        assertThat(clear).isBetween(0, 12);
    }

    private static double[] blurred(double[] risks, Random random) {
        return Arrays.stream(risks)
                .map(risk -> Logit.probability(Logit.of(risk) + .3 * random.nextGaussian()))
                .toArray();
    }

    @Test
    void equalScoresOrASingleCustomerAreNotClear() {
        double[] one = {.3};
        assertThat(LossDifference.of(one, new double[] {.9}, new boolean[] {true})
                        .isClear())
                .isFalse();
        double[] two = {.3, .3};
        assertThat(LossDifference.of(two, two, new boolean[] {true, false}).isClear())
                .isFalse();
    }
}
