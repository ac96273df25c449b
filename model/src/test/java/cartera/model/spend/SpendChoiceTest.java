package cartera.model.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cartera.model.PurchaseLog;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpendChoiceTest {

    /**
     * Mean absolute errors on the CDNOW sample after 1997-09-30, 491 customers: Gamma-Gamma 16.37, own mean 17.35,
     * everybody's mean 18.92 (reference run R 4.2.2).
     */
    @Test
    void gammaGammaWinsWhereItDidInTheReferenceRun() {
        var cut = LocalDate.of(1997, 9, 30);
        var customers = PurchaseLog.cdnowSample().at(cut);
        var outcomes = customers.stream()
                .filter(customer -> customer.spend().isPositive() && customer.later() > 0)
                .map(customer -> new SpendOutcome(customer.spend(), customer.laterMeanAmount()))
                .toList();
        var sample = PurchaseLog.spends(customers);
        var choice = SpendChoice.byHoldout(sample, outcomes, sample);
        assertThat(outcomes).hasSize(491);
        assertThat(choice.chosen().name()).isEqualTo("gamma_gamma");
        assertThat(error(choice, 0)).isCloseTo(16.37, within(.0051));
        assertThat(error(choice, 1)).isCloseTo(17.35, within(.0051));
        assertThat(error(choice, 2)).isCloseTo(18.92, within(.0051));
    }

    private static double error(SpendChoice choice, int candidate) {
        return choice.backtests().get(candidate).meanAbsoluteError();
    }

    @Test
    void whereEverybodySpendsTheSameLaterEverybodysMeanWins() {
        var histories = IntStream.range(0, 200)
                .mapToObj(i -> new SpendHistory(1, i % 2 == 0 ? 50 : 150))
                .toList();
        var outcomes = histories.stream()
                .map(history -> new SpendOutcome(history, 100))
                .toList();
        var sample = SpendSample.of(histories);
        var chosen = SpendChoice.byHoldout(sample, outcomes, sample).chosen();
        assertThat(chosen.expectedAmount(histories.get(0))).isCloseTo(100, within(1e-6));
    }

    @Test
    void withoutAHoldoutTheShrunkenMeanStandsInForAnUnusableFit() {
        var few = SpendSample.of(Collections.nCopies(20, new SpendHistory(2, 30)));
        assertThat(SpendChoice.byHoldout(few, List.of(), few).chosen()).isEqualTo(new ShrunkenMean(30, 3));
    }
}
