package cartera.model.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class GapLawTest {

    @RepeatedTest(20)
    void survivalIsThatOfABetaPrimeLaw(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        GapLaw law = law(random);
        double time = 100 * random.nextDouble();
        // gap / (gap + b) ~ Beta(k, a)
        double expected = RegularizedBeta.value(law.rate() / (law.rate() + time), law.shape(), law.stages());
        assertThat(Math.exp(law.logSurvival(time))).isCloseTo(expected, within(1e-12 + 1e-10 * expected));
    }

    @RepeatedTest(20)
    void aQuantileIsThatOfTheGapsThatLastedLongerThanTheSilence(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        GapLaw law = law(random);
        double silence = random.nextInt(3) == 0 ? 0 : 1000 * random.nextDouble();
        double probability = 0.01 + 0.98 * random.nextDouble();
        double quantile = law.quantile(probability, silence);
        assertThat(quantile).isGreaterThan(silence);
        assertThat(Math.exp(law.logSurvival(quantile) - law.logSurvival(silence)))
                .isCloseTo(1 - probability, within(1e-6));
        assertThat(law.quantile(probability / 2, silence)).isLessThan(quantile);
    }

    @Test
    void regularGapsAreForeseenMoreClosely() {
        GapLaw regular = new GapLaw(4, 40, 130);
        GapLaw irregular = new GapLaw(1, 10, 130);
        assertThat(regular.quantile(0.9, 0) - regular.quantile(0.1, 0))
                .isLessThan(irregular.quantile(0.9, 0) - irregular.quantile(0.1, 0));
    }

    @RepeatedTest(3)
    void medianAndIntervalAreThoseOfSimulatedGaps(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        GapLaw law = new GapLaw(repetition.getCurrentRepetition(), 3, 20);
        double[] gaps = new double[20_000];
        for (int i = 0; i < gaps.length; i++) {
            // three exponentials make a gamma rate of shape 3
            double rate = -Math.log(random.nextDouble() * random.nextDouble() * random.nextDouble()) / law.rate();
            for (int stage = 0; stage < law.stages(); stage++) {
                gaps[i] -= Math.log(random.nextDouble()) / rate;
            }
        }
        Arrays.sort(gaps);
        for (double probability : new double[] {0.1, 0.5, 0.9}) {
            double quantile = law.quantile(probability, 0);
            double below = Arrays.stream(gaps).filter(gap -> gap <= quantile).count() / (double) gaps.length;
            assertThat(below).isCloseTo(probability, within(0.012));
        }
    }

    @Test
    void aVeryLongSilenceOfARegularBuyerStillHasAnAnswer() {
        double quantile = new GapLaw(12, 4000, 300).quantile(0.5, 1e6);
        assertThat(quantile).isGreaterThan(1e6).isFinite();
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new GapLaw(0, 1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid gap law: 0, 1.0, NaN (stages from 1 on, shape and rate above 0 and finite)");
        assertThatThrownBy(() -> new GapLaw(1, 1, 1).quantile(1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid quantile: 1.0 after 0.0 (probability above 0 and below 1, silence 0 or more)");
    }

    private static GapLaw law(Random random) {
        return new GapLaw(1 + random.nextInt(6), 0.2 + 30 * random.nextDouble(), 0.1 + 500 * random.nextDouble());
    }
}
