package cartera.model.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cartera.model.SharedData;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class KMeansTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2011, 12, 9);

    /** scikit-learn 1.2.1 on log1p and z-scores with the deviation of the population: 4867.030 and 3940.414. */
    @Test
    void theInertiaOfOnlineRetailIsTheKnownOne() {
        double[][] customers = onlineRetail();
        double[][] points = Scaling.of(customers).apply(customers);
        assertThat(points).hasNumberOfRows(4338);
        Clustering three = ClusterChoice.fit(points, 3, 1);
        assertThat(three.inertia()).isCloseTo(4867.030, within(0.1));
        assertThat(ClusterChoice.fit(points, 4, 1).inertia()).isCloseTo(3940.414, within(0.1));
        double[][] some = ClusterChoice.every(points, 1500);
        assertThat(Agreement.silhouette(some, three.labels(some), 3))
                .as("of all 4,338 it is .3404")
                .isCloseTo(0.34, within(0.02));
    }

    private static double[][] onlineRetail() {
        Map<String, double[]> customers = new TreeMap<>();
        SharedData.lines("online_retail/online_retail_customer_day.csv.gz").stream()
                .skip(1)
                .map(line -> line.split(","))
                .forEach(cells -> {
                    double[] rfm = customers.computeIfAbsent(cells[0], id -> new double[] {Double.MAX_VALUE, 0, 0});
                    rfm[0] = Math.min(rfm[0], ChronoUnit.DAYS.between(LocalDate.parse(cells[1]), LAST_DAY));
                    rfm[1]++;
                    rfm[2] += Double.parseDouble(cells[2]);
                });
        return customers.values().toArray(double[][]::new);
    }

    @RepeatedTest(5)
    void groupsThatLieApartAreFound(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int groups = 3 + random.nextInt(4);
        int[] truth = IntStream.range(0, 60 * groups).map(i -> i % groups).toArray();
        double[][] points = clouds(truth, random);

        ClusterChoice choice = ClusterChoice.of(points, 5);

        assertThat(choice.chosen().map(ClusterChoice.Candidate::clusters)).contains(groups);
        Clustering found = choice.chosen().orElseThrow().clustering();
        assertThat(Agreement.adjustedRand(truth, found.labels(points))).isEqualTo(1);
    }

    @RepeatedTest(5)
    void namesStayWhenGroupsMoveALittle(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int[] truth = IntStream.range(0, 200).map(i -> i % 4).toArray();
        Clustering today = ClusterChoice.fit(clouds(truth, random), 4, 1);
        double[][] before = clouds(truth, random);

        Clustering matched = ClusterChoice.fit(before, 4, 99).matched(today);

        for (double[] point : before) {
            assertThat(matched.nearest(point)).isEqualTo(today.nearest(point));
        }
    }

    @Test
    void whereNoNumberOfGroupsIsStableNoneIsChosen() {
        Random random = new Random(3);
        double[][] points = IntStream.range(0, 400)
                .mapToObj(i -> random.doubles(8).toArray())
                .toArray(double[][]::new);
        ClusterChoice choice = ClusterChoice.of(points, 1);
        assertThat(choice.candidates()).hasSize(6);
        assertThat(choice.chosen()).isEmpty();
    }

    @Test
    void equalCustomersMakeNoGroups() {
        double[][] points =
                Scaling.of(new double[][] {{5, 1, 10}, {5, 1, 10}}).apply(new double[][] {{5, 1, 10}, {5, 1, 10}});
        assertThat(points).isDeepEqualTo(new double[2][3]);
        assertThat(ClusterChoice.of(points, 1).candidates()).isEmpty();
        assertThat(new KMeans(3, 2, 1).fit(points).inertia()).isZero();
    }

    /** Hubert and Arabie's index by hand: 4 pairs together in both, 7 and 6 in each, of 15. */
    @Test
    void agreementIsOneForTheSameAndByChanceZero() {
        int[] one = {0, 0, 0, 0, 1, 1};
        assertThat(Agreement.adjustedRand(one, new int[] {5, 5, 5, 5, 2, 2})).isEqualTo(1);
        assertThat(Agreement.adjustedRand(one, new int[] {0, 0, 0, 1, 1, 1}))
                .isCloseTo((4 - 7 * 6 / 15.0) / ((7 + 6) / 2.0 - 7 * 6 / 15.0), within(1e-12));
        Random random = new Random(1);
        int[] left = random.ints(5000, 0, 4).toArray();
        int[] right = random.ints(5000, 0, 4).toArray();
        assertThat(Agreement.adjustedRand(left, right)).isCloseTo(0, within(0.005));
        assertThat(Agreement.adjustedRand(new int[3], new int[3])).isEqualTo(1);
    }

    @Test
    void groupsAndStartsAreOneOrMore() {
        assertThatThrownBy(() -> new KMeans(0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid k-means: 0 clusters, 1 starts (1 or more of both)");
    }

    private static double[][] clouds(int[] truth, Random random) {
        return Arrays.stream(truth)
                .mapToObj(group -> new double[] {
                    10 * (group % 3) + random.nextGaussian(),
                    10 * (group / 3) + random.nextGaussian(),
                    random.nextGaussian()
                })
                .toArray(double[][]::new);
    }
}
