package cartera.model.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    private static final double[][] NONE = {};

    @Test
    void ofTwoPartsAndTheirTotalEachTakesAThirdOfTheGap() {
        Hierarchy hierarchy = Hierarchy.of(List.of(new Edge("a", "all"), new Edge("b", "all")));
        double[][] reconciled = Reconciliation.OLS.reconciled(hierarchy, new double[][] {{12}, {4}, {5}}, NONE);

        assertThat(hierarchy.nodes()).containsExactly("all", "a", "b");
        assertThat(column(reconciled, 0)).containsExactly(new double[] {11, 5, 6}, within(1e-12));
    }

    @RepeatedTest(10)
    void whateverTheWayTheForecastsAddUpAndCoherentOnesStay(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        Hierarchy hierarchy = Hierarchy.of(randomEdges(random, 60));
        double[][] base = numbers(random, hierarchy.size(), 3);
        double[][] errors = numbers(random, hierarchy.size(), 20);

        for (Reconciliation way : Reconciliation.values()) {
            double[][] reconciled = way.reconciled(hierarchy, base, errors);
            assertClose(reconciled, hierarchy.summed(reconciled), 1e-12);
            assertClose(way.reconciled(hierarchy, reconciled, errors), reconciled, 1e-9);
        }
    }

    @RepeatedTest(10)
    void theOrderOfTheLinesChangesNothing(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<Edge> edges = randomEdges(random, 40);
        Hierarchy hierarchy = Hierarchy.of(edges);
        double[][] base = numbers(random, hierarchy.size(), 2);
        double[][] errors = numbers(random, hierarchy.size(), 15);
        double[][] reconciled = Reconciliation.MINT_SHRINK.reconciled(hierarchy, base, errors);

        Collections.shuffle(edges, random);
        Hierarchy shuffled = Hierarchy.of(edges);
        assertThat(shuffled.nodes()).isEqualTo(hierarchy.nodes());
        assertThat(Reconciliation.MINT_SHRINK.reconciled(shuffled, base, errors))
                .isDeepEqualTo(reconciled);
    }

    @RepeatedTest(10)
    void aTreeIsRoundedWithinOneUnitEverywhere(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        Hierarchy hierarchy = Hierarchy.of(randomEdges(random, 80));
        double[][] exact = hierarchy.summed(numbers(random, hierarchy.size(), 1));
        long[] units = new Rounding(hierarchy).units(column(exact, 0), 2);

        int top = hierarchy.index("0");
        assertThat(units[top]).isEqualTo(Math.round(100 * exact[top][0]));
        for (int node = 0; node < units.length; node++) {
            assertThat((double) units[node]).isCloseTo(100 * exact[node][0], within(1 + 1e-6));
            long sum = Arrays.stream(hierarchy.leaves()[node])
                    .mapToLong(leaf -> units[leaf])
                    .sum();
            assertThat(units[node]).isEqualTo(sum);
        }
    }

    @Test
    void equalRemaindersGoToTheFirstByKey() {
        Hierarchy hierarchy = Hierarchy.of(List.of(new Edge("c", "all"), new Edge("a", "all"), new Edge("b", "all")));
        double[] values = {0, 1 / 3.0, 1 / 3.0, 1 / 3.0};

        assertThat(new Rounding(hierarchy).units(values, 2)).containsExactly(100, 34, 33, 33);
    }

    @Test
    void negativeLeavesBecomeZeroAndTheSumsFollow() {
        Hierarchy hierarchy = Hierarchy.of(List.of(new Edge("a", "all"), new Edge("b", "all")));
        double[][] rows = hierarchy.nonNegative(new double[][] {{3}, {-1}, {4}});

        assertThat(column(rows, 0)).containsExactly(4, 0, 4);
    }

    @Test
    void errorsThatAreAllZeroLeaveAnAnswer() {
        Hierarchy hierarchy = Hierarchy.of(List.of(new Edge("a", "all"), new Edge("b", "all")));
        for (Reconciliation way : Reconciliation.values()) {
            double[][] reconciled = way.reconciled(hierarchy, new double[][] {{12}, {4}, {5}}, new double[3][6]);
            assertThat(Arrays.stream(column(reconciled, 0)).allMatch(Double::isFinite))
                    .as(way.code())
                    .isTrue();
        }
    }

    @Test
    void thousandsOfNodesAreNoMatter() {
        var random = new Random(1);
        List<Edge> edges = new ArrayList<>();
        IntStream.range(0, 5000).forEach(leaf -> edges.add(new Edge("leaf" + leaf, "group" + leaf % 500)));
        IntStream.range(0, 500).forEach(group -> edges.add(new Edge("group" + group, "part" + group % 20)));
        IntStream.range(0, 20).forEach(part -> edges.add(new Edge("part" + part, "all")));
        Hierarchy hierarchy = Hierarchy.of(edges);
        double[][] reconciled = Reconciliation.MINT_SHRINK.reconciled(
                hierarchy, numbers(random, hierarchy.size(), 2), numbers(random, hierarchy.size(), 60));

        assertClose(reconciled, hierarchy.summed(reconciled), 1e-9);
    }

    @Test
    void aNodeAboveItselfIsNamed() {
        List<Edge> edges = List.of(new Edge("a", "b"), new Edge("b", "a"), new Edge("c", "d"));

        assertThatThrownBy(() -> Hierarchy.of(edges))
                .hasMessage("Invalid hierarchy: 'a' (stands above itself, or above nodes that do)");
    }

    private static List<Edge> randomEdges(Random random, int nodes) {
        return new ArrayList<>(IntStream.range(1, nodes)
                .mapToObj(node -> new Edge(Integer.toString(node), Integer.toString(random.nextInt(node))))
                .toList());
    }

    private static double[][] numbers(Random random, int rows, int columns) {
        return IntStream.range(0, rows)
                .mapToObj(row -> random.doubles(columns, -50, 100).toArray())
                .toArray(double[][]::new);
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }

    private static void assertClose(double[][] rows, double[][] others, double tolerance) {
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < rows[row].length; i++) {
                assertThat(rows[row][i]).isCloseTo(others[row][i], within(tolerance * (1 + Math.abs(others[row][i]))));
            }
        }
    }
}
