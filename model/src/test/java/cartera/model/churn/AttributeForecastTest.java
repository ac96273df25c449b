package cartera.model.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AttributeForecastTest {

    private record Table(List<String> ids, double[] prices, List<String> plans, boolean[] churned) {

        static Table random(long seed, int size) {
            var random = new Random(seed);
            var table = new Table(new ArrayList<>(), new double[size], new ArrayList<>(), new boolean[size]);
            for (int i = 0; i < size; i++) {
                table.ids.add("c" + i);
                table.prices[i] = random.nextInt(9) == 0 ? Double.NaN : 10 + 90 * random.nextDouble();
                table.plans.add(List.of("month", "year", "two years").get(random.nextInt(3)));
                double risk = (table.plans.get(i).equals("month") ? 1 : -1) + (table.prices[i] > 50 ? 1 : -1);
                table.churned[i] = random.nextDouble() < Logit.probability(risk);
            }
            return table;
        }

        Table inOrder(int[] order) {
            boolean[] moved = new boolean[order.length];
            for (int i = 0; i < order.length; i++) {
                moved[i] = churned[order[i]];
            }
            return new Table(
                    Arrays.stream(order).mapToObj(ids::get).toList(),
                    SharedLogs.shuffled(prices, order),
                    Arrays.stream(order).mapToObj(plans::get).toList(),
                    moved);
        }

        double[] scores() {
            var attributes = List.of(new Attribute.Measure("price", prices), new Attribute.Category("plan", plans));
            return AttributeForecast.outOfFold(attributes, ids, churned).get(0).probabilities();
        }
    }

    @RepeatedTest(3)
    void whoIsAtRiskIsFoundWhateverTheOrderOfRows(RepetitionInfo repetition) {
        var table = Table.random(repetition.getCurrentRepetition(), 400);
        double[] scores = table.scores();
        assertThat(Evaluation.of(scores, table.churned()).auc()).isGreaterThan(.7);
        int[] order = EvaluationTest.order(400, new Random(repetition.getCurrentRepetition()));
        assertThat(table.inOrder(order).scores()).isEqualTo(SharedLogs.shuffled(scores, order));
    }

    @Test
    void chanceIsNotTakenForKnowledge() {
        var random = new Random(9);
        var ids = new ArrayList<String>();
        boolean[] churned = new boolean[200];
        for (int i = 0; i < churned.length; i++) {
            ids.add("c" + i);
            churned[i] = random.nextBoolean();
        }
        var noise = IntStream.range(0, 10)
                .<Attribute>mapToObj(column -> new Attribute.Measure(
                        "noise" + column, random.doubles(200).toArray()))
                .toList();
        double[] scores =
                AttributeForecast.outOfFold(noise, ids, churned).get(0).probabilities();
        assertThat(Evaluation.of(scores, churned).auc()).isBetween(.4, .6);
    }

    @Test
    void rowsOfOneCustomerAreHeldOutTogether() {
        var ids = List.of("a", "b", "a", "c", "d", "a", "e", "f");
        var folds = Folds.of(ids, new boolean[] {true, false, true, false, true, false, false, true}, 5);
        assertThat(folds.ofRow().get(0))
                .isEqualTo(folds.ofRow().get(2))
                .isEqualTo(folds.ofRow().get(5));
    }

    @Test
    void whatCannotBeLearntFromIsRefusedByName() {
        var ids = List.of("a", "b", "c", "d", "e");
        assertThatThrownBy(() -> AttributeForecast.outOfFold(List.of(), ids, new boolean[5]))
                .hasMessage("Invalid outcomes: all 5 rows stayed (both kinds are needed)");
        assertThatThrownBy(() -> AttributeForecast.outOfFold(List.of(), ids.subList(0, 4), new boolean[4]))
                .hasMessage("Invalid keys: 4 different ones for 4 rows (one a row, 5 or more)");
    }

    @Test
    void valuesNeverSeenMissingOrHugeGiveProbabilities() {
        var table = Table.random(1, 60);
        table.prices()[0] = 1e300;
        table.prices()[1] = -1e300;
        Arrays.fill(table.prices(), 2, 20, Double.NaN);
        assertThat(Arrays.stream(table.scores())).allMatch(score -> score > 0 && score < 1);
    }

    /** Says what it is told, whatever the examples. */
    private record Told(String name, double risky, double safe) implements Learner {

        @Override
        public String basis() {
            return "told";
        }

        @Override
        public double[] probabilities(Examples examples, double[][] asked) {
            return Arrays.stream(asked)
                    .mapToDouble(row -> row[0] > 50 ? risky : safe)
                    .toArray();
        }
    }

    private static List<String> scorers(Learner other) {
        var random = new Random(5);
        var ids = new ArrayList<String>();
        double[] prices = new double[1000];
        boolean[] churned = new boolean[1000];
        for (int i = 0; i < churned.length; i++) {
            ids.add("c" + i);
            prices[i] = 100 * random.nextDouble();
            churned[i] = random.nextDouble() < (prices[i] > 50 ? .9 : .1);
        }
        return AttributeForecast.outOfFold(
                        List.of(new Attribute.Measure("price", prices)), ids, churned, List.of(other))
                .stream()
                .map(Scorer::name)
                .toList();
    }

    @Test
    void anotherLearnerIsUsedOnlyWhereItIsBetterByMoreThanNoise() {
        assertThat(scorers(new Told("step", .9, .1))).containsExactly("step", "logistic", "blend", "share");
        assertThat(scorers(new Told("step", .6, .4))).containsExactly("blend", "logistic", "step", "share");
    }
}
