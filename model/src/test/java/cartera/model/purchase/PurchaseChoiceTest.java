package cartera.model.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.model.PurchaseLog;
import cartera.model.Simulation;
import java.time.LocalDate;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PurchaseChoiceTest {

    @Test
    void purchasesAtRandomGiveTheModelOfOneStep() {
        var sample = PurchaseLog.purchases(PurchaseLog.cdnowSample().at(LocalDate.of(1997, 9, 30)));
        assertChoice(sample, "mbg_nbd", 1);
    }

    @Test
    void regularPurchasesGiveTheModelOfTheirRhythm() {
        var retail = PurchaseLog.purchases(PurchaseLog.onlineRetail().at(LocalDate.of(2011, 9, 9)));
        assertChoice(retail, "mbg_cnbd_k", 2);
        var example = PurchaseLog.purchases(PurchaseLog.exampleTransactions().at(LocalDate.of(2014, 8, 31)));
        assertChoice(example, "mbg_cnbd_k", 2);
    }

    @Test
    void withoutKnownGapsOneStepIsAllThatCanBeTried() {
        var histories = PurchaseLog.onlineRetail().at(LocalDate.of(2011, 9, 9)).stream()
                .map(PurchaseLog.Customer::history)
                .toList();
        assertChoice(PurchaseSample.ofHistories(histories), "nbd", 1);
    }

    @Test
    void customersWhoNeverLeaveGiveTheModelWithoutDropout() {
        var simulation = new Simulation(11);
        var steady = new BetaGeometric(Dropout.AFTER_REPEAT_PURCHASE, 3, 0.7, 3, 1e-9, 1);
        var sample = PurchaseSample.of(IntStream.range(0, 5000)
                .mapToObj(i -> simulation.customer(steady, 20 + i % 30, 0).group())
                .toList());
        assertChoice(sample, "cnbd_k", 3);
    }

    @Test
    void tooFewRepeatBuyersGiveNoUsableModel() {
        var sample = PurchaseSample.ofHistories(Collections.nCopies(10, PurchaseHistory.ofDays(1, 20, 60)));
        assertThat(PurchaseChoice.byLikelihood(sample).chosen().isUsable()).isFalse();
    }

    private static void assertChoice(PurchaseSample sample, String name, double k) {
        var chosen = PurchaseChoice.byLikelihood(sample).chosen();
        assertThat(chosen.isUsable()).as("%s", chosen.findings()).isTrue();
        assertThat(chosen.model().name()).isEqualTo(name);
        assertThat(chosen.model().parameters().getOrDefault("k", 1.0)).isEqualTo(k);
    }
}
