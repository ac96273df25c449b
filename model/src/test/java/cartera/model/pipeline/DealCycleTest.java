package cartera.model.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cartera.model.pipeline.DealOutcome.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DealCycleTest {

    private static DealOutcome deal(double days, Kind kind) {
        return new DealOutcome(days, kind);
    }

    @Test
    void withoutOpenDealsTheSharesAreThoseOfTheDeals() {
        DealCycle cycle =
                DealCycle.of(List.of(deal(2, Kind.LOST), deal(5, Kind.WON), deal(5, Kind.LOST), deal(9, Kind.WON)));
        assertThat(cycle.open(4)).isEqualTo(.75);
        assertThat(cycle.won(5)).isEqualTo(.25);
        assertThat(cycle.won(9)).isEqualTo(.5);
        assertThat(cycle.wonWithin(5, 10)).isEqualTo(1);
        assertThat(cycle.wonWithin(0, 5)).isEqualTo(.25);
        assertThat(cycle.shareWithin(0, 5)).isEqualTo(.5);
    }

    /** By hand: at 5 one of three watched is won, at 9 the one left of one: 2/3 x 1. */
    @Test
    void openDealsCountAsLongAsTheyWereWatched() {
        DealCycle cycle =
                DealCycle.of(List.of(deal(2, Kind.OPEN), deal(5, Kind.WON), deal(7, Kind.OPEN), deal(9, Kind.WON)));
        assertThat(cycle.won(5)).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(cycle.won(9)).isCloseTo(1, within(1e-12));
    }

    @Test
    void withoutDealsNothingIsKnown() {
        DealCycle cycle = DealCycle.of(List.of());
        assertThat(cycle.everWon(3)).isEqualTo(.5);
        assertThat(cycle.open(3)).isEqualTo(1);
    }

    @RepeatedTest(20)
    void sharesAreProbabilitiesAndNeverFall(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<DealOutcome> deals = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            deals.add(deal(random.nextInt(30), Kind.values()[random.nextInt(3)]));
        }
        DealCycle cycle = DealCycle.of(deals);
        double before = 0;
        for (int day = 0; day < 40; day++) {
            assertThat(cycle.won(day)).isBetween(before, 1.0);
            assertThat(cycle.won(day) + cycle.open(day)).isBetween(0.0, 1 + 1e-12);
            assertThat(cycle.everWon(day)).isBetween(0.0, 1.0);
            before = cycle.won(day);
        }
    }
}
