package cartera.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SeriesFindingsTest {

    private static final int MONTHS = 60;

    @RepeatedTest(10)
    void aSpikeIsNamedWithItsSizeAndNothingElse(RepetitionInfo repetition) {
        double[] values = seasonal(new Random(repetition.getCurrentRepetition()));
        int at = 4 * repetition.getCurrentRepetition() + 5;
        values[at] += 120;
        List<SeriesFinding> findings = find(values);

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).kind()).isEqualTo(SeriesFinding.Kind.OUTLIER);
        assertThat(findings.get(0).position()).isEqualTo(at);
        assertThat(findings.get(0).size()).isCloseTo(120, within(15.0));
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
    void seasonsTrendsAndWanderingAreNoFindingsButForAFew() {
        int trends = 0;
        int walks = 0;
        for (int seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            double[] trend = seasonal(random);
            double[] walk = new double[MONTHS];
            double level = 100;
            for (int t = 0; t < MONTHS; t++) {
                trend[t] += t;
                level += 3 * random.nextGaussian();
                walk[t] = level;
            }
            trends += find(trend).size();
            walks += find(walk).size();
        }
        assertThat(trends).isLessThanOrEqualTo(3);
        assertThat(walks).isLessThanOrEqualTo(20);
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

        assertThat(find(values)).containsExactly(new SeriesFinding(SeriesFinding.Kind.OUTLIER, 30, 1e12 - 50, 50));
    }

    private static List<SeriesFinding> find(double[] values) {
        return SeriesFindings.of(Series.of(values, 12));
    }

    private static double[] seasonal(Random random) {
        return IntStream.range(0, MONTHS)
                .mapToDouble(t -> 100 + 20 * Math.sin(2 * Math.PI * t / 12) + 5 * random.nextGaussian())
                .toArray();
    }

    private static double[] constant() {
        return IntStream.range(0, MONTHS).mapToDouble(t -> 50).toArray();
    }
}
