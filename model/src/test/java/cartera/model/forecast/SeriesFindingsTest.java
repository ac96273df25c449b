package cartera.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesFindingsTest {

    private static final int MONTHS = 60;
    private static final int WEEKS = 104;
    private static final int RUNS = 100;
    private static final double DEVIATION = .1;

    private static final ToDoubleBiFunction<Double, Random> POISSON =
            (mean, random) -> mean + Math.sqrt(mean) * random.nextGaussian();
    private static final ToDoubleBiFunction<Double, Random> LOGNORMAL =
            (mean, random) -> mean * Math.exp(.15 * random.nextGaussian());

    @RepeatedTest(10)
    void aSpikeIsNamedWithItsSizeAndNothingElse(RepetitionInfo repetition) {
        double[] values = seasonal(new Random(100 + repetition.getCurrentRepetition()));
        int at = 4 * repetition.getCurrentRepetition() + 5;
        values[at] += 120;
        List<SeriesFinding> findings = find(values);

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).kind()).isEqualTo(SeriesFinding.Kind.OUTLIER);
        assertThat(findings.get(0).position()).isEqualTo(at);
        assertThat(findings.get(0).size()).isCloseTo(120, within(25.0));
    }

    @RepeatedTest(10)
    void aStepIsOneLevelShiftNotManyOutliers(RepetitionInfo repetition) {
        double[] values = seasonal(new Random(repetition.getCurrentRepetition()));
        int at = 25 + repetition.getCurrentRepetition();
        for (int t = at; t < MONTHS; t++) {
            values[t] += 60;
        }
        List<SeriesFinding> findings = find(values);

        assertThat(findings).extracting(SeriesFinding::kind).containsExactly(SeriesFinding.Kind.LEVEL_SHIFT);
        assertThat(findings.get(0).position()).isBetween(at - 1, at + 1);
        assertThat(findings.get(0).size()).isCloseTo(60, within(15.0));
    }

    @Test
    void wanderingHasNoStepsButForAFew() {
        long walks = IntStream.range(0, RUNS)
                .filter(seed -> !find(wandering(new Random(seed))).isEmpty())
                .count();

        assertThat(walks).isLessThanOrEqualTo(10);
    }

    /** Sales with a trend, a season and its peak, without anything unusual. */
    @ParameterizedTest
    @Tag("slow")
    @CsvSource({"104, 52", "60, 12", "36, 12"})
    void ofSalesWithoutAnythingUnusualOneInTwentyHasAFinding(int periods, int season) {
        for (ToDoubleBiFunction<Double, Random> noise : List.of(POISSON, LOGNORMAL)) {
            long alarms = IntStream.range(0, RUNS)
                    .filter(seed -> !SeriesFindings.of(Series.of(sales(periods, season, noise, seed), season))
                            .isEmpty())
                    .count();

            assertThat(alarms).isLessThanOrEqualTo(5);
        }
    }

    @Test
    @Tag("slow")
    void aShiftOfThirtyPercentInTwoYearsOfWeeksIsFoundLongAgoAndEightWeeksOld() {
        assertThat(shiftsFoundFrom(60)).isGreaterThanOrEqualTo(70);
        assertThat(shiftsFoundFrom(WEEKS - 8)).isGreaterThanOrEqualTo(70);
    }

    private static long shiftsFoundFrom(int at) {
        return IntStream.range(0, RUNS)
                .filter(seed -> {
                    double[] values = smooth(seed);
                    for (int t = at; t < WEEKS; t++) {
                        values[t] *= seed % 2 == 0 ? 1.3 : .7;
                    }
                    return weekly(values).stream()
                            .anyMatch(one ->
                                    one.kind() == SeriesFinding.Kind.LEVEL_SHIFT && Math.abs(one.position() - at) <= 2);
                })
                .count();
    }

    @Test
    @Tag("slow")
    void aSpikeOfFourDeviationsIsAtTheEdgeOneOfSixIsMostlyFound() {
        assertThat(spikesFound(4)).isGreaterThanOrEqualTo(15);
        assertThat(spikesFound(6)).isGreaterThanOrEqualTo(55);
    }

    private static long spikesFound(double deviations) {
        return IntStream.range(0, RUNS)
                .filter(seed -> {
                    double[] values = smooth(seed);
                    int at = 5 + seed % (WEEKS - 5);
                    values[at] += deviations * DEVIATION * 100;
                    return weekly(values).stream().anyMatch(one -> one.position() == at);
                })
                .count();
    }

    @Test
    void whatComesBackEachSeasonIsNoOutlier() {
        double[] values = smooth(1);
        for (int december : new int[] {46, 47, 98, 99}) {
            values[december] *= 2;
        }
        assertThat(weekly(values)).isEmpty();
    }

    @Test
    void oddSeriesHaveNoFindings() {
        for (double[] values : List.of(
                new double[0], new double[] {1}, new double[40], constant(), new double[] {0, 0, 5, 0, 0, 0, 9, 0, 0, 0
                })) {
            assertThat(find(values)).isEmpty();
        }
    }

    @Test
    void aSingleHugeSpikeIsFound() {
        double[] values = constant();
        values[30] = 1e12;

        assertThat(find(values)).singleElement().satisfies(spike -> {
            assertThat(spike.position()).isEqualTo(30);
            assertThat(spike.usual()).isCloseTo(50, within(1e-9));
            assertThat(spike.size()).isCloseTo(1e12 - 50, within(1e-3));
        });
    }

    @Test
    void aStepOfAnExactSeriesIsFound() {
        double[] values = constant();
        Arrays.fill(values, 40, MONTHS, 80);

        assertThat(find(values)).singleElement().satisfies(step -> {
            assertThat(step.kind()).isEqualTo(SeriesFinding.Kind.LEVEL_SHIFT);
            assertThat(step.position()).isEqualTo(40);
            assertThat(step.usual()).isCloseTo(50, within(1e-6));
            assertThat(step.size()).isCloseTo(30, within(1e-3));
        });
    }

    private static List<SeriesFinding> find(double[] values) {
        return SeriesFindings.of(Series.of(values, 12));
    }

    private static double[] seasonal(Random random) {
        return IntStream.range(0, MONTHS)
                .mapToDouble(t -> 100 + 20 * Math.sin(2 * Math.PI * t / 12) + 5 * random.nextGaussian())
                .toArray();
    }

    private static List<SeriesFinding> weekly(double[] values) {
        return SeriesFindings.of(Series.of(values, 52));
    }

    private static double[] smooth(int seed) {
        var random = new Random(seed);
        return IntStream.range(0, WEEKS)
                .mapToDouble(t ->
                        100 * (1 + .2 * Math.sin(2 * Math.PI * t / 52)) * Math.exp(DEVIATION * random.nextGaussian()))
                .toArray();
    }

    private static double[] sales(int periods, int season, ToDoubleBiFunction<Double, Random> noise, int seed) {
        var random = new Random(seed);
        double growth = .4 * random.nextDouble() - .2;
        return IntStream.range(0, periods)
                .mapToDouble(t -> {
                    double wave = 1 + .3 * Math.sin(2 * Math.PI * (t + seed) / season);
                    double peak = 4 * t / season % 4 == 3 && t % (season / 4) < 2 ? 1.5 : 1;
                    return noise.applyAsDouble(100 * (1 + growth * t / season) * wave * peak, random);
                })
                .toArray();
    }

    private static double[] wandering(Random random) {
        double[] walk = new double[MONTHS];
        double level = 100;
        for (int t = 0; t < MONTHS; t++) {
            level += 3 * random.nextGaussian();
            walk[t] = level;
        }
        return walk;
    }

    private static double[] constant() {
        return IntStream.range(0, MONTHS).mapToDouble(t -> 50).toArray();
    }
}
