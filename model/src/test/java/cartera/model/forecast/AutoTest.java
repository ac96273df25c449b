package cartera.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AutoTest {

    /** The best published method has .4942 and .083 on these series; zero would have .4568 and -.385. */
    @Test
    void sparePartsAreForecastBetterThanByAnySingleMethodAndNotToOneSide() {
        Measures measures = measures("auto", CountSeries.of("carparts"));

        assertThat(measures.rmsse()).isLessThanOrEqualTo(.494);
        assertThat(measures.bias()).isBetween(-.05, .05);
    }

    @Test
    void patientsAreForecastBetterThanByTheBestIntermittentMethod() {
        List<CountSeries> all = CountSeries.of("hospital");
        List<CountSeries> eighth = IntStream.range(0, all.size())
                .filter(i -> i % 8 == 0)
                .mapToObj(all::get)
                .toList();

        assertThat(measures("auto", eighth).rmsse())
                .isLessThan(measures("tsb", eighth).rmsse());
    }

    private static Measures measures(String method, List<CountSeries> set) {
        List<Bands> bands = PooledScores.bands(set.stream()
                .map(one -> SeriesForecast.of(one.history(), Methods.of(method), one.actual().length))
                .toList());
        return Measures.mean(IntStream.range(0, set.size())
                .mapToObj(i -> set.get(i).measures(bands.get(i).mid()))
                .toList());
    }

    @Test
    void rareDemandIsForecastByAnIntermittentMethod() {
        double[] values = new Random(1)
                .doubles(48)
                .map(u -> u > .75 ? Math.ceil(8 * u) : 0)
                .toArray();

        assertThat(method("auto", values)).isEqualTo("imapa");
    }

    @Test
    void naiveIsUsedWhereItWins() {
        var random = new Random(5);
        int answers = 0;
        for (int repetition = 0; repetition < 20; repetition++) {
            double level = 100;
            double[] values = new double[80];
            for (int t = 0; t < values.length; t++) {
                level += t % 20 == 10 ? 60 * random.nextGaussian() : 0;
                values[t] = level;
            }
            answers += method("auto", values).equals("naive") ? 1 : 0;
        }
        assertThat(answers).isPositive();
    }

    /** Two or three windows of 52 weeks tell nothing about who wins; the season alone made naive look better in one of ten. */
    @Test
    void aFewYearsOfWeeksDoNotLetNaiveWinByChance() {
        var random = new Random(3);
        for (int repetition = 0; repetition < 20; repetition++) {
            double[] season = random.doubles(52, -.4, .4).toArray();
            double[] values = IntStream.range(0, 160)
                    .mapToDouble(t -> 1000 * Math.exp(season[t % 52] + .15 * random.nextGaussian()))
                    .toArray();
            assertThat(Methods.of("auto").fit(Series.of(values, 52)).method()).isEqualTo("mean");
        }
    }

    @Test
    void oddSeriesAreAnsweredFinitelyByEveryMethod() {
        double[] spike = new double[36];
        spike[20] = 1e12;
        for (double[] values : List.of(
                new double[0],
                new double[] {7},
                new double[] {7, 7, 7},
                new double[30],
                spike,
                new double[] {-5, 3, -8, 2, -1, 0, 4, -3, 5, -2, 1, 3, -4},
                new double[] {1, 2, 3, 4, 5})) {
            for (String name : Methods.NAMES) {
                SeriesForecast forecast = SeriesForecast.of(Series.of(values, 12), Methods.of(name), 18);
                Bands bands = forecast.bands();
                assertThat(Arrays.stream(bands.low95()).allMatch(Double::isFinite))
                        .as(name)
                        .isTrue();
                assertThat(Arrays.stream(bands.high95()).allMatch(Double::isFinite))
                        .as(name)
                        .isTrue();
                boolean isNonNegative = Arrays.stream(values).allMatch(value -> value >= 0);
                assertThat(isNonNegative && Arrays.stream(bands.low95()).anyMatch(value -> value < 0))
                        .as(name)
                        .isFalse();
            }
        }
    }

    @Test
    void theBetterMemberWeighsMore() {
        var random = new Random(2);
        double[] values = IntStream.range(0, 96)
                .mapToDouble(t -> 100 + 40 * Math.sin(Math.PI * t / 6) + random.nextGaussian())
                .toArray();
        double[] forecast = Methods.of("weighted").fit(Series.of(values, 12)).forecast(12);

        assertThat(method("weighted", values)).isEqualTo("weighted");
        for (int step = 0; step < 12; step++) {
            assertThat(Math.abs(forecast[step] - 100 - 40 * Math.sin(Math.PI * step / 6)))
                    .isLessThan(4);
        }
    }

    private static String method(String name, double... values) {
        return Methods.of(name).fit(Series.of(values, 12)).method();
    }
}
