package cartera.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BandsTest {

    private static final int STEPS = 6;

    @ParameterizedTest
    @ValueSource(ints = {12, 40})
    void intervalsOfRandomWalksCoverWhatTheyPromise(int length) {
        var random = new Random(7);
        List<double[]> walks = IntStream.range(0, 600)
                .mapToObj(i -> walk(random, length + STEPS, Math.exp(random.nextGaussian())))
                .toList();
        List<SeriesForecast> set = walks.stream()
                .map(walk -> forecast("naive", Arrays.copyOf(walk, length)))
                .toList();
        List<Bands> bands = PooledScores.bands(set);
        Measures measures = Measures.mean(IntStream.range(0, walks.size())
                .mapToObj(i -> Measures.of(
                        Arrays.copyOf(walks.get(i), length),
                        1,
                        Arrays.copyOfRange(walks.get(i), length, length + STEPS),
                        bands.get(i)))
                .toList());

        assertThat(measures.coverage80()).isCloseTo(.80, within(.03));
        assertThat(measures.coverage95()).isCloseTo(.95, within(.02));
    }

    @Test
    void aSeriesAloneLeansOnTheGrowthOfARandomWalk() {
        Bands bands = forecast("naive", walk(new Random(1), 30, 1)).bands();

        for (int step = 1; step < STEPS; step++) {
            assertThat(width(bands, step)).isGreaterThan(width(bands, step - 1) * .9);
        }
        assertThat(width(bands, STEPS - 1)).isGreaterThan(1.5 * width(bands, 0));
    }

    @RepeatedTest(5)
    void theOrderOfTheSetChangesNothing(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<SeriesForecast> set = new ArrayList<>(IntStream.range(0, 30)
                .mapToObj(i -> forecast("tsb", counts(random, 5 + random.nextInt(30))))
                .toList());
        PooledScores scores = PooledScores.of(set);
        Collections.shuffle(set, random);
        PooledScores shuffled = PooledScores.of(set);

        assertThat(shuffled.bias()).isEqualTo(scores.bias());
        assertThat(shuffled.growth()).isEqualTo(scores.growth());
        assertThat(shuffled.quantiles()).isDeepEqualTo(scores.quantiles());
    }

    @RepeatedTest(10)
    void intervalsContainOneAnotherAndTheForecast(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        for (double[] values : List.of(
                new double[0],
                new double[] {5},
                new double[] {5, 5},
                new double[20],
                counts(random, 25),
                walk(random, 40, 3),
                spike(random))) {
            Bands bands = forecast("imapa", values).bands();
            for (int step = 0; step < STEPS; step++) {
                double[] ordered = {
                    bands.low95()[step],
                    bands.low80()[step],
                    bands.low50()[step],
                    bands.mid()[step],
                    bands.high50()[step],
                    bands.high80()[step],
                    bands.high95()[step]
                };
                assertThat(ordered).isSorted();
                assertThat(Arrays.stream(ordered).allMatch(Double::isFinite)).isTrue();
                assertThat(ordered[0] >= 0 || Arrays.stream(values).anyMatch(value -> value < 0))
                        .isTrue();
            }
        }
    }

    @Test
    void aShortSeriesIsWidenedAlsoWithoutItsOwnSecondFits() {
        var random = new Random(9);
        List<double[]> walks =
                IntStream.range(0, 50).mapToObj(i -> walk(random, 20, 1)).toList();
        PooledScores scores = PooledScores.of(
                walks.stream().map(walk -> forecast("holt", walk)).toList());
        Series one = Series.of(walks.get(0), 1);
        SeriesForecast quick = SeriesForecast.of(Methods.of("holt").fit(one), STEPS);

        assertThat(quick.heldOut()).isEmpty();
        assertThat(scores.bands(quick).high80())
                .isEqualTo(scores.bands(forecast("holt", walks.get(0))).high80());
    }

    @Test
    void stepsBeyondTheSetsHorizonWidenLikeARandomWalk() {
        PooledScores scores = PooledScores.of(List.of(forecast("naive", walk(new Random(4), 30, 1))));
        Series one = Series.of(walk(new Random(5), 3, 1), 1);
        Bands bands = scores.bands(SeriesForecast.of(one, Methods.of("naive"), 4 * STEPS));

        assertThat(width(bands, 4 * STEPS - 1)).isGreaterThan(1.5 * width(bands, STEPS - 1));
        assertThat(PooledScores.of(List.of())
                        .bands(SeriesForecast.of(one, Methods.of("naive"), 2))
                        .high95())
                .hasSize(2);
    }

    @Test
    void nothingSoldIsForecastAsNothing() {
        Bands bands = forecast("imapa", new double[24]).bands();

        assertThat(bands.high95()).containsOnly(0);
    }

    @Test
    void aSetThatFadesIsCorrectedAndOneWithGoodAndBadYearsIsNot() {
        var random = new Random(3);
        List<SeriesForecast> fading = IntStream.range(0, 100)
                .mapToObj(i -> forecast("naive", trend(random, 48, -.01)))
                .toList();
        List<SeriesForecast> steady = IntStream.range(0, 100)
                .mapToObj(i -> forecast("naive", trend(random, 48, 0)))
                .toList();

        assertThat(PooledScores.of(fading).bias()).isBetween(.9, .985);
        assertThat(PooledScores.of(steady).bias()).isEqualTo(1);
    }

    private static double width(Bands bands, int step) {
        return bands.high80()[step] - bands.low80()[step];
    }

    private static SeriesForecast forecast(String method, double[] values) {
        return SeriesForecast.of(Series.of(values, 1), Methods.of(method), STEPS);
    }

    private static double[] walk(Random random, int length, double size) {
        double[] values =
                random.doubles(length).map(u -> size * random.nextGaussian()).toArray();
        Arrays.parallelPrefix(values, Double::sum);
        return values;
    }

    private static double[] trend(Random random, int length, double growth) {
        return IntStream.range(0, length)
                .mapToDouble(t -> 100 * Math.exp(growth * t) * (1 + .05 * random.nextGaussian()))
                .toArray();
    }

    private static double[] counts(Random random, int length) {
        return random.doubles(length).map(u -> Math.floor(4 * u * u)).toArray();
    }

    private static double[] spike(Random random) {
        double[] values = counts(random, 30);
        values[random.nextInt(30)] = 1e12;
        return values;
    }
}
