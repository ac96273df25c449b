package cartera.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every method, on any series. */
class MethodsTest {

    private static final int STEPS = 30;
    private static final List<Integer> SEASONS = List.of(1, 2, 4, 12, 24, 52);

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Methods.of("thetta"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid method: 'thetta' (known are %s)".formatted(String.join(", ", Methods.NAMES)));
    }

    @Test
    void aSeriesRefusesWhatIsNoNumberAndASeasonBelowOne() {
        assertThatThrownBy(() -> Series.of(new double[] {1, Double.NaN}, 1))
                .hasMessage("Invalid value 2: NaN (must be finite)");
        assertThatThrownBy(() -> Series.of(new double[] {1}, 0)).hasMessage("Invalid season: 0 (must be 1 or more)");
        assertThatThrownBy(() -> Series.of(new double[] {1}, 1).first(2))
                .hasMessage("Invalid origin: 2 (must be 0 to 1)");
    }

    /** Odd series of every kind that sales bring, and some that they do not. */
    private static Map<String, double[]> oddSeries() {
        return Map.ofEntries(
                Map.entry("empty", new double[0]),
                Map.entry("one point", new double[] {5}),
                Map.entry("two points", new double[] {5, 7}),
                Map.entry("five points", new double[] {5, 7, 4, 6, 9}),
                Map.entry("constant", values(40, t -> 3)),
                Map.entry("all zero", values(40, t -> 0)),
                Map.entry("spike", values(40, t -> t == 20 ? 1e12 : 3)),
                Map.entry("spike among zeros", values(40, t -> t == 20 ? 1e12 : 0)),
                Map.entry("spike at the start", values(40, t -> t == 0 ? 1e12 : 3)),
                Map.entry("spike at the end", values(40, t -> t == 39 ? 1e12 : 3)),
                Map.entry("negative", values(60, t -> -5 - t % 7)),
                Map.entry("falling to zero", values(60, t -> 59 - t)),
                Map.entry("straight", values(60, t -> 10 + t)),
                Map.entry("seasonal without noise", values(60, t -> 10 + t % 12)),
                Map.entry("one month a year", values(60, t -> t % 12 == 3 ? 100 : 0)),
                Map.entry("nearly one month a year", values(60, t -> t % 12 == 3 ? 100 : 1e-6)),
                Map.entry("growing", values(60, t -> Math.exp(t / 2.0))),
                Map.entry("dying out", values(60, t -> Math.exp(-5.0 * t))),
                Map.entry("swinging", values(60, t -> t % 2 == 0 ? 1e-9 : 1e9)),
                Map.entry("large", values(60, t -> 2e307 * (2 + t % 5))),
                Map.entry("tiny", values(60, t -> 1e-308 * (1 + t % 5))));
    }

    private static double[] values(int length, IntToDoubleFunction value) {
        return IntStream.range(0, length).mapToDouble(value).toArray();
    }

    @Test
    void oddSeriesGetAFiniteForecastFromEveryOriginThatIsNotNegativeWhereNoValueIs() {
        oddSeries().forEach((kind, values) -> {
            for (int season : SEASONS) {
                for (String method : Methods.NAMES) {
                    assertSound(kind + " by " + method, Methods.of(method).fit(Series.of(values, season)));
                }
            }
        });
    }

    private static void assertSound(String what, FittedMethod fitted) {
        var series = fitted.series();
        double largest = Arrays.stream(series.values()).map(Math::abs).max().orElse(0);
        for (int origin = 0; origin <= series.length(); origin++) {
            for (double forecast : fitted.forecast(origin, origin == series.length() ? STEPS : 2)) {
                assertThat(forecast).as(what).isFinite();
                assertThat(Math.abs(forecast) / (STEPS + 1)).as(what).isLessThanOrEqualTo(largest);
                assertThat(series.isNonNegative() && forecast < 0).as(what).isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, mean, naive",
        "2, mean, naive",
        "3, mean, ses",
        "4, ets, ses",
        "5, ets, ets",
        "4, dotm, theta",
        "6, dotm, dotm",
        "3, theta, ses",
        "2, ses, naive",
        "5, holt, ses",
        "7, damped, holt",
        "8, damped, damped",
        "11, seasonal_naive, naive",
        "12, seasonal_naive, seasonal_naive"
    })
    void aSeriesTooShortForAMethodIsAnsweredByASimplerOneThatIsNamed(int length, String asked, String answers) {
        var series = Series.of(values(length, t -> 10 + t * t % 7), 12);
        assertThat(Methods.of(asked).fit(series).method()).isEqualTo(answers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ses", "holt", "damped", "ets", "ets_average", "theta", "dotm", "mean", "median"})
    void whatNeverChangesIsForecastToStayAsItIs(String method) {
        var fitted = Methods.of(method).fit(Series.of(values(40, t -> 7.3), 12));
        assertThat(fitted.method()).isEqualTo("naive");
        assertThat(fitted.forecast(STEPS)).containsOnly(7.3);
    }

    /** Mean 100, of which trend, season and noise are shares drawn from {@code random}. */
    private static Series business(Random random) {
        int season = List.of(1, 4, 12).get(random.nextInt(3));
        int length = 3 * season + 10 + random.nextInt(60);
        double growth = random.nextDouble() - .3;
        double swing = 30 * random.nextDouble();
        double noise = 1 + 10 * random.nextDouble();
        return Series.of(
                values(
                        length,
                        t -> 100
                                + growth * t
                                + swing * Math.sin(2 * Math.PI * t / season)
                                + noise * random.nextGaussian()),
                season);
    }

    @RepeatedTest(10)
    void aSeriesInThousandsIsForecastInThousands(RepetitionInfo repetition) {
        var series = business(new Random(repetition.getCurrentRepetition()));
        var thousands =
                Series.of(Arrays.stream(series.values()).map(v -> v * 1000).toArray(), series.season());
        for (String method : Methods.NAMES) {
            double[] ones = Methods.of(method).fit(series).forecast(STEPS);
            double[] scaled = Methods.of(method).fit(thousands).forecast(STEPS);
            for (int step = 0; step < STEPS; step++) {
                assertThat(scaled[step] / 1000)
                        .as(method)
                        .isCloseTo(ones[step], within(1e-4 * Math.abs(ones[step]) + 1e-9));
            }
        }
    }

    @RepeatedTest(5)
    void theSameSeriesIsForecastTheSameToTheLastBit(RepetitionInfo repetition) {
        var series = business(new Random(repetition.getCurrentRepetition()));
        for (String method : Methods.NAMES) {
            assertThat(Methods.of(method).fit(series).forecast(STEPS))
                    .isEqualTo(Methods.of(method)
                            .fit(Series.of(series.values(), series.season()))
                            .forecast(STEPS));
        }
    }

    @RepeatedTest(5)
    void aForecastFromAnEarlierOriginIsBlindToLaterValues(RepetitionInfo repetition) {
        var series = business(new Random(repetition.getCurrentRepetition()));
        int origin = series.length() / 2;
        for (String method : Methods.NAMES) {
            var fitted = Methods.of(method).fit(series);
            double[] longer = fitted.forecast(origin, STEPS);
            assertThat(fitted.forecast(origin, 3)).as(method).isEqualTo(Arrays.copyOf(longer, 3));
            assertThat(fitted.forecast(series.length(), STEPS)).as(method).isEqualTo(fitted.forecast(STEPS));
        }
        double[] changed = series.values();
        changed[series.length() - 1] *= 1.5;
        double[] naive =
                Methods.of("naive").fit(Series.of(changed, series.season())).forecast(origin, STEPS);
        assertThat(naive).isEqualTo(Methods.of("naive").fit(series).forecast(origin, STEPS));
    }

    @RepeatedTest(3)
    void theDefaultIsTheMeanOfAveragedSmoothingAndDynamicTheta(RepetitionInfo repetition) {
        var series = business(new Random(repetition.getCurrentRepetition()));
        double[] mean = Methods.of("mean").fit(series).forecast(STEPS);
        double[] smoothing = Methods.of("ets_average").fit(series).forecast(STEPS);
        double[] theta = Methods.of("dotm").fit(series).forecast(STEPS);
        assertThat(mean).containsExactly(values(STEPS, step -> (smoothing[step] + theta[step]) / 2), within(1e-9));
    }

    @Test
    void aTrendIsFollowedAndADampedOneLessFar() {
        var random = new Random(1);
        var rising = Series.of(values(50, t -> 100 + 2 * t + random.nextGaussian()), 1);
        double holt = Methods.of("holt").fit(rising).forecast(12)[11];
        double damped = Methods.of("damped").fit(rising).forecast(12)[11];
        assertThat(holt).isCloseTo(222, within(4.0));
        assertThat(damped).isBetween(200.0, holt);
        assertThat(Methods.of("theta").fit(rising).forecast(12)[11]).isBetween(205.0, 215.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"naive2", "ets", "ets_average", "theta", "dotm", "mean", "median"})
    void aSeasonComesBack(String method) {
        var random = new Random(2);
        double[] pattern = {60, 70, 90, 100, 110, 100, 80, 90, 100, 120, 130, 150};
        var seasonal = Series.of(values(60, t -> pattern[t % 12] * (1 + .03 * random.nextGaussian())), 12);
        double[] forecast = Methods.of(method).fit(seasonal).forecast(12);
        for (int month = 0; month < 12; month++) {
            assertThat(forecast[month] / pattern[month])
                    .as("month %d", month + 1)
                    .isBetween(.9, 1.1);
        }
    }

    @Test
    void aYearOfWeeksComesBackFromThreeYears() {
        var random = new Random(3);
        var weekly =
                Series.of(values(156, t -> 100 + 40 * Math.sin(2 * Math.PI * t / 52) + 5 * random.nextGaussian()), 52);
        double[] forecast = Methods.of("mean").fit(weekly).forecast(52);
        assertThat(forecast[13]).isBetween(125.0, 150.0);
        assertThat(forecast[39]).isBetween(50.0, 75.0);
    }

    @Test
    void parametersAreCountedWithTheStatesAndTheSeason() {
        var random = new Random(4);
        var monthly = Series.of(values(72, t -> 100 + 30 * (t % 12) + random.nextGaussian()), 12);
        assertThat(Methods.of("ses").fit(monthly).parameters()).isEqualTo(2);
        assertThat(Methods.of("dotm").fit(monthly).parameters()).isEqualTo(14);
        assertThat(Methods.of("ets").fit(monthly).parameters()).isBetween(14, 17);
    }
}
