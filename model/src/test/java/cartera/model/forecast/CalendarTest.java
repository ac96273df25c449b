package cartera.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CalendarTest {

    private static final int MONTHS = 60;
    private static final int STEPS = 6;

    @RepeatedTest(5)
    void salesInProportionToWorkingDaysFollowTheDaysAhead(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        double[] days = random.ints(MONTHS + STEPS, 15, 24).asDoubleStream().toArray();
        double[] sales = IntStream.range(0, MONTHS)
                .mapToDouble(t -> 10 * days[t] * (1 + .02 * random.nextGaussian()))
                .toArray();
        FittedMethod fitted = fit(sales, KnownEffects.workingDays(days));

        assertThat(fitted.method()).isEqualTo("ses+calendar");
        double[] forecast = fitted.forecast(STEPS);
        for (int step = 0; step < STEPS; step++) {
            assertThat(forecast[step]).isCloseTo(10 * days[MONTHS + step], within(10.0));
        }
    }

    @RepeatedTest(5)
    void aPromotionMarkedAheadIsForecastAlsoBesideMonthsWithoutSales(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        double[] marks = random.doubles(MONTHS + STEPS).map(u -> u < .2 ? 1 : 0).toArray();
        marks[MONTHS] = 1;
        marks[MONTHS + 1] = 0;
        double[] sales = IntStream.range(0, MONTHS)
                .mapToDouble(t -> t == 20 ? 0 : 100 + 80 * marks[t] + 5 * random.nextGaussian())
                .toArray();
        double[] forecast = fit(sales, KnownEffects.marks(marks)).forecast(2);

        assertThat(forecast[0] - forecast[1]).isCloseTo(80, within(15.0));
    }

    @Test
    void aCalendarThatDoesNotHelpIsNotUsed() {
        var random = new Random(11);
        double[] days = random.ints(MONTHS, 15, 24).asDoubleStream().toArray();
        double[] sales = random.doubles(MONTHS, 90, 110).toArray();

        assertThat(fit(sales, KnownEffects.workingDays(days)).method()).isEqualTo("ses");
    }

    @Test
    void periodsBeyondTheCalendarCountAsUsual() {
        double[] days = IntStream.range(0, MONTHS).mapToDouble(t -> 18 + t % 5).toArray();
        double[] sales = Arrays.stream(days).map(number -> 10 * number).toArray();
        double[] forecast = fit(sales, KnownEffects.workingDays(days)).forecast(STEPS);

        assertThat(forecast[STEPS - 1]).isCloseTo(200, within(4.0));
    }

    @Test
    void aNegativeNumberOfDaysIsRefused() {
        assertThatThrownBy(() -> KnownEffects.workingDays(new double[] {20, -1}))
                .hasMessage("Invalid working days: [20.0, -1.0] (must be 0 or more)");
    }

    @Test
    void aSeriesTooShortToLearnFromIsLeftToTheMethod() {
        assertThat(fit(new double[] {1, 2, 3}, KnownEffects.workingDays(new double[] {20, 21, 22}))
                        .method())
                .isEqualTo("ses");
    }

    private static FittedMethod fit(double[] sales, KnownEffects effects) {
        return new CalendarMethod(Methods.of("ses"), effects).fit(Series.of(sales, 1));
    }
}
