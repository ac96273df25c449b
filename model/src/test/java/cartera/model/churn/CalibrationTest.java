package cartera.model.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void neighboursOutOfOrderArePooled() {
        var isotonic = Isotonic.fit(new double[] {1, 2, 3, 4}, new boolean[] {false, true, false, true});
        double pooled = (1 + .5) / (2 + 1.0);
        assertThat(isotonic.probability(1)).isCloseTo(.25, within(1e-15));
        assertThat(isotonic.probability(2.5)).isCloseTo(pooled, within(1e-15));
        assertThat(isotonic.probability(4)).isCloseTo(.75, within(1e-15));
        assertThat(isotonic.probability(0)).isEqualTo(isotonic.probability(1));
        assertThat(isotonic.probability(99)).isEqualTo(isotonic.probability(4));
    }

    @RepeatedTest(5)
    void overconfidentProbabilitiesAreBroughtToTheOutcomes(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        double[] said = new double[20_000];
        boolean[] churned = new boolean[said.length];
        for (int i = 0; i < said.length; i++) {
            double truth = random.nextDouble();
            churned[i] = random.nextDouble() < truth;
            said[i] = Logit.probability(2 * Logit.of(truth) + 1);
        }
        for (Calibration calibration : new Calibration[] {Platt.fit(said, churned), Isotonic.fit(said, churned)}) {
            double[] calibrated =
                    Arrays.stream(said).map(calibration::probability).toArray();
            assertThat(Evaluation.of(calibrated, churned).ece())
                    .isLessThan(.02)
                    .isLessThan(Evaluation.of(said, churned).ece());
            double[] rising =
                    Arrays.stream(said).sorted().map(calibration::probability).toArray();
            assertThat(rising).isSorted();
            assertThat(rising[0]).isPositive();
            assertThat(rising[rising.length - 1]).isLessThan(1);
        }
        assertThat(Platt.fit(said, churned).slope()).isCloseTo(.5, within(.03));
    }

    @Test
    void aScoreThatPointsTheWrongWayBecomesTheShare() {
        var platt = Platt.fit(new double[] {.9, .8, .2, .1}, new boolean[] {false, false, true, true});
        assertThat(platt.slope()).isZero();
        assertThat(platt.probability(.9)).isCloseTo(.5, within(1e-12));
    }

    @Test
    void theBestRuleIsTheOneBetweenThoseWhoStayAndThoseWhoLeft() {
        var rule = SilenceRule.best(
                new double[] {1, 5, 9, 30, 31, 60}, new boolean[] {false, false, false, true, true, true});
        assertThat(rule.days()).isEqualTo(30);
        assertThat(rule.probability(30)).isCloseTo(3.5 / 4, within(1e-15));
        assertThat(rule.probability(29)).isCloseTo(.5 / 4, within(1e-15));
    }
}
