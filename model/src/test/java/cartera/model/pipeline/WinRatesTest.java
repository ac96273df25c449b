package cartera.model.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class WinRatesTest {

    private static List<WinRates.Closed> closed(String group, int won, int lost) {
        return IntStream.range(0, won + lost)
                .mapToObj(i -> new WinRates.Closed(group, i < won))
                .toList();
    }

    @Test
    void aGroupOfFewDealsIsDrawnTowardsAll() {
        List<WinRates.Closed> deals = new ArrayList<>(closed("many", 300, 700));
        deals.addAll(closed("others", 700, 300));
        deals.addAll(closed("few", 2, 0));
        WinRates rates = WinRates.of(deals);
        assertThat(rates.rate("many")).isCloseTo(.3, within(.01));
        assertThat(rates.rate("few")).isBetween(.5, .8);
        assertThat(rates.rate("none")).isEqualTo(rates.mean());
    }

    @Test
    void withoutDealsTheRateIsOneHalf() {
        assertThat(WinRates.of(List.of()).rate("any")).isEqualTo(.5);
    }

    @RepeatedTest(10)
    void groupsThatDifferByChanceAreHardlyToldApart(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<WinRates.Closed> deals = IntStream.range(0, 5_000)
                .mapToObj(i -> new WinRates.Closed("g" + i % 20, random.nextDouble() < .4))
                .toList();
        WinRates rates = WinRates.of(deals);
        IntStream.range(0, 20).forEach(g -> assertThat(rates.rate("g" + g)).isBetween(.36, .44));
    }
}
