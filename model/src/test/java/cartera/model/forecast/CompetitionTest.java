package cartera.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Methods on the M3 competition, against R series by series and against published and recomputed scores. */
class CompetitionTest {

    private static final List<String> GROUPS = List.of("yearly", "quarterly", "monthly", "other");

    @ParameterizedTest
    @CsvSource({"naive2, naive2", "seasonal_naive, snaive"})
    void benchmarksAreThoseOfROnEverySeries(String method, String ofR) {
        double[] sorted = differences(method, ofR);
        assertThat(sorted[sorted.length - 1]).isLessThan(1e-9);
    }

    /** R stops at a local minimum on some series, and searches no further than to six digits. */
    @ParameterizedTest
    @CsvSource({"ses, ses", "theta, theta"})
    void smoothingIsThatOfROnAllButAFewSeries(String method, String ofR) {
        double[] sorted = differences(method, ofR);
        assertThat(sorted[sorted.length / 2]).isLessThan(1e-6);
        assertThat(sorted[sorted.length * 9 / 10]).isLessThan(1e-4);
        assertThat(sorted[sorted.length * 98 / 100]).isLessThan(1e-2);
    }

    /** The largest relative difference by series, in ascending order. */
    private static double[] differences(String method, String ofR) {
        var whole = Competition.whole();
        var reference = Competition.ofR(ofR);
        var forecasts = whole.forecasts(method);
        double[] differences = new double[forecasts.size()];
        for (int i = 0; i < differences.length; i++) {
            double[] expected =
                    Objects.requireNonNull(reference.get(whole.entries().get(i).id()));
            for (int step = 0; step < expected.length; step++) {
                double difference = Math.abs(forecasts.get(i)[step] / expected[step] - 1);
                differences[i] = Math.max(differences[i], difference);
            }
        }
        Arrays.sort(differences);
        return differences;
    }

    @Test
    void thetaAndItsDynamicFormScoreAsPublished() {
        var whole = Competition.whole();
        assertScores(whole.smape("theta"), Map.of("quarterly", 9.20, "monthly", 13.86, "other", 4.92), .02);
        assertScores(whole.smape("theta"), Map.of("yearly", 16.76), .15);
        var dotm = whole.smape("dotm");
        assertScores(dotm, Map.of("yearly", 15.94, "quarterly", 9.28, "monthly", 13.74, "other", 4.58), .15);
        assertThat(dotm.get(Competition.ALL)).isLessThanOrEqualTo(12.6);
    }

    private static void assertScores(Map<String, Double> smape, Map<String, Double> expected, double tolerance) {
        expected.forEach(
                (group, value) -> assertThat(smape.get(group)).as(group).isCloseTo(value, within(tolerance)));
    }

    /** R's ets() has 12.70 on these series, the mean of its ets(), theta and dotm 12.40. */
    @Test
    void everyTenthSeriesIsForecastBetterThanByR() {
        var tenth = Competition.whole().tenth();
        assertThat(tenth.smape("ets").get(Competition.ALL)).isLessThanOrEqualTo(12.85);
        assertThat(tenth.smape("mean").get(Competition.ALL)).isLessThanOrEqualTo(12.40);
    }

    @Test
    @Tag("slow")
    void exponentialSmoothingScoresAsRs() {
        assertScores(Competition.whole().smape("ets"), Map.of(Competition.ALL, 13.07), .15);
    }

    @Test
    @Tag("slow")
    void theDefaultIsBetterThanTheMeanOfRsTwoAndInNoGroupWorseThanItsMembers() {
        var whole = Competition.whole();
        var smoothing = whole.forecasts("ets_average");
        var theta = whole.forecasts("dotm");
        var mean = whole.smape(mean(smoothing, theta));
        var members = List.of(whole.smape(smoothing), whole.smape(theta));
        assertThat(mean.get(Competition.ALL)).isLessThanOrEqualTo(12.30);
        for (String group : GROUPS) {
            double best = members.stream()
                    .mapToDouble(member -> member.get(group))
                    .min()
                    .orElseThrow();
            assertThat(mean.get(group)).as(group).isLessThanOrEqualTo(best + .1);
        }
    }

    private static List<double[]> mean(List<double[]> left, List<double[]> right) {
        return IntStream.range(0, left.size())
                .mapToObj(i -> mean(left.get(i), right.get(i)))
                .toList();
    }

    private static double[] mean(double[] left, double[] right) {
        return IntStream.range(0, left.length)
                .mapToDouble(step -> (left[step] + right[step]) / 2)
                .toArray();
    }
}
