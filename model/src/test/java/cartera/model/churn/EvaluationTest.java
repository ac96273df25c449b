package cartera.model.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    @Test
    void theFourCustomersOfTheTextbookAreMeasuredByHand() {
        var evaluation = Evaluation.of(new double[] {.1, .4, .35, .8}, new boolean[] {false, false, true, true});
        assertThat(evaluation.base()).isEqualTo(.5);
        assertThat(evaluation.auc()).isCloseTo(.75, within(1e-15));
        assertThat(evaluation.prAuc()).isCloseTo((1 + 2 / 3.0) / 2, within(1e-15));
        assertThat(evaluation.lift()).isEqualTo(2);
        assertThat(evaluation.brier()).isCloseTo((.01 + .16 + .4225 + .04) / 4, within(1e-15));
        assertThat(evaluation.logLoss())
                .isCloseTo(-(Math.log(.9) + Math.log(.6) + Math.log(.35) + Math.log(.8)) / 4, within(1e-15));
        assertThat(evaluation.ece()).isCloseTo((.1 + .4 + .65 + .2) / 4, within(1e-15));
        assertThat(evaluation.bins()).hasSize(4);
    }

    @Test
    void oneScoreForEverybodyIsNoKnowledge() {
        double[] same = new double[40];
        Arrays.fill(same, .3);
        boolean[] churned = new boolean[40];
        Arrays.fill(churned, 0, 12, true);
        var evaluation = Evaluation.of(same, churned);
        assertThat(evaluation.auc()).isEqualTo(.5);
        assertThat(evaluation.prAuc()).isCloseTo(.3, within(1e-15));
        assertThat(evaluation.lift()).isCloseTo(1, within(1e-12));
        assertThat(evaluation.ece()).isCloseTo(0, within(1e-12));
        assertThat(evaluation.brierSkill()).isCloseTo(0, within(1e-12));
        assertThat(evaluation.bins()).hasSize(10).allMatch(Evaluation.Bin::isPlausible);
    }

    @Test
    void outcomesOfOneKindAreMeasuredWithoutNaN() {
        for (boolean outcome : new boolean[] {true, false}) {
            boolean[] churned = {outcome, outcome, outcome};
            var evaluation = Evaluation.of(new double[] {0, .5, 1}, churned);
            assertThat(evaluation.toString()).doesNotContain("NaN").doesNotContain("Infinity");
            assertThat(evaluation.auc()).isEqualTo(.5);
        }
    }

    @Test
    void nobodyCannotBeMeasured() {
        assertThatThrownBy(() -> Evaluation.of(new double[0], new boolean[0]))
                .hasMessage("Invalid scores: 0 for 0 outcomes (one each, at least one)");
    }

    @RepeatedTest(20)
    void theAreaIsTheShareOfPairsInOrderWhateverTheOrderOfRows(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        int size = 50 + random.nextInt(100);
        double[] scores =
                random.doubles(size).map(score -> Math.round(score * 20) / 20.0).toArray();
        boolean[] churned = new boolean[size];
        for (int i = 0; i < size; i++) {
            churned[i] = i == 0 || (i > 1 && random.nextDouble() < scores[i]);
        }
        var evaluation = Evaluation.of(scores, churned);
        assertThat(evaluation.auc()).isCloseTo(pairs(scores, churned), within(1e-12));
        assertThat(evaluation.bins().stream()
                        .mapToDouble(Evaluation.Bin::customers)
                        .sum())
                .isCloseTo(size, within(1e-9));
        int[] order = order(size, random);
        boolean[] moved = new boolean[size];
        IntStream.range(0, size).forEach(i -> moved[i] = churned[order[i]]);
        assertThat(Evaluation.of(SharedLogs.shuffled(scores, order), moved)).isEqualTo(evaluation);
    }

    private static double pairs(double[] scores, boolean[] churned) {
        double won = 0;
        double all = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (churned[i] && !churned[j]) {
                    all++;
                    won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? .5 : 0;
                }
            }
        }
        return won / all;
    }

    static int[] order(int size, Random random) {
        var order = IntStream.range(0, size).boxed().collect(Collectors.toList());
        Collections.shuffle(order, random);
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    @Test
    void aMovedLevelIsToldFromAWrongShape() {
        var random = new Random(11);
        double[] true5000 = random.doubles(5000, -2, 2).map(Logit::probability).toArray();
        boolean[] churned = new boolean[5000];
        for (int i = 0; i < 5000; i++) {
            churned[i] = random.nextDouble() < true5000[i];
        }
        assertThat(Evaluation.misfit(true5000, churned)).isEmpty();
        double[] moved = Arrays.stream(true5000)
                .map(p -> Logit.probability(Logit.of(p) + .5))
                .toArray();
        assertThat(Evaluation.misfit(moved, churned).orElseThrow()).contains("season or trend moved the level");
        double[] turned = Arrays.stream(true5000)
                .map(p -> Logit.probability(-Logit.of(p)))
                .toArray();
        assertThat(Evaluation.misfit(turned, churned).orElseThrow()).contains("the customers changed their ways");
        assertThat(Evaluation.misfit(Arrays.copyOf(moved, 900), Arrays.copyOf(churned, 900)))
                .isEmpty();
    }
}
