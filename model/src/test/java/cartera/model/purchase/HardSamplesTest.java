package cartera.model.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.model.PurchaseLog;
import cartera.model.Simulation;
import cartera.model.fit.Finding.Kind;
import cartera.model.fit.Fitted;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Samples that a model cannot be fitted to: the fit says why, and every number stays finite. */
class HardSamplesTest {

    private static final List<PurchaseHistory> ASKED = List.of(
            PurchaseHistory.NEW,
            PurchaseHistory.ofDays(0, 0, 3650),
            PurchaseHistory.ofDays(1, 3650, 3650),
            PurchaseHistory.ofDays(300, 300, 3650),
            PurchaseHistory.ofDays(1500, 1500, 1500));

    @Test
    void nobody() {
        assertFinding(Kind.NO_OBSERVATIONS, List.of());
    }

    @Test
    void everybodyOnTheFirstDay() {
        assertFinding(Kind.NO_OBSERVATIONS, Collections.nCopies(500, PurchaseHistory.NEW));
    }

    @Test
    void oneCustomer() {
        assertFinding(Kind.FEW_REPEAT_BUYERS, List.of(PurchaseHistory.ofDays(5, 100, 120)));
    }

    @Test
    void fortyNineRepeatBuyersAmongMany() {
        var once = Collections.nCopies(5000, PurchaseHistory.ofDays(0, 0, 200));
        var twice = Collections.nCopies(49, PurchaseHistory.ofDays(1, 50, 200));
        assertFinding(
                Kind.FEW_REPEAT_BUYERS,
                java.util.stream.Stream.concat(once.stream(), twice.stream()).toList());
    }

    @Test
    void nobodyTwice() {
        assertFinding(Kind.NO_REPEAT_PURCHASES, Collections.nCopies(500, PurchaseHistory.ofDays(0, 0, 200)));
    }

    @Test
    void equalHistories() {
        var fits = assertFinding(Kind.NO_DROPOUT, Collections.nCopies(1_000_000, PurchaseHistory.ofDays(5, 150, 200)));
        assertThat(fits.get(0).has(Kind.NO_SPREAD)).isTrue();
    }

    @Test
    void aGapOfTenYears() {
        assertFinding(Kind.NO_DROPOUT, Collections.nCopies(300, PurchaseHistory.ofDays(1, 3650, 3651)));
    }

    @Test
    void customersWhoNeverLeave() {
        var simulation = new Simulation(11);
        var steady = new BetaGeometric(Dropout.AFTER_REPEAT_PURCHASE, 1, 0.7, 9, 1e-9, 1);
        assertFinding(
                Kind.NO_DROPOUT,
                IntStream.range(0, 5000)
                        .mapToObj(
                                i -> simulation.customer(steady, 20 + i % 30, 0).history())
                        .toList());
    }

    @Test
    void regularBuyersHideThatTheyLeaveUntilTheRhythmIsKnown() {
        var sample = PurchaseLog.purchases(PurchaseLog.onlineRetail().at(LocalDate.of(2011, 9, 9)));
        for (var dropout : Dropout.values()) {
            assertThat(BetaGeometric.fit(sample, dropout, 1).has(Kind.NO_DROPOUT))
                    .isTrue();
            assertThat(BetaGeometric.fit(sample, dropout, 2).isUsable()).isTrue();
        }
    }

    @Test
    void manyPurchasesDoNotOverflow() {
        var model = new BetaGeometric(Dropout.AFTER_REPEAT_PURCHASE, 1, .243, 4.414, .793, 2.426);
        for (int x : List.of(300, 1000, 5000)) {
            var history = PurchaseHistory.ofDays(x, x, x + 10L);
            assertThat(model.expectedPurchases(history, 52)).isBetween(1.0, 7.0 * 52);
            assertThat(model.logLikelihood(PurchaseSample.ofHistories(List.of(history))))
                    .isFinite();
        }
    }

    private static List<Fitted<PurchaseModel>> assertFinding(Kind kind, List<PurchaseHistory> histories) {
        var sample = PurchaseSample.ofHistories(histories);
        var fits = List.of(
                Nbd.fit(sample, 1),
                BetaGeometric.fit(sample, Dropout.AFTER_REPEAT_PURCHASE, 1),
                BetaGeometric.fit(sample, Dropout.AFTER_ANY_PURCHASE, 1));
        fits.forEach(HardSamplesTest::assertFinite);
        assertThat(fits.subList(1, 3)).allSatisfy(fit -> {
            assertThat(fit.has(kind)).as("%s", fit.findings()).isTrue();
            assertThat(fit.isUsable()).isFalse();
        });
        return fits;
    }

    private static void assertFinite(Fitted<PurchaseModel> fit) {
        assertThat(fit.logLikelihood()).isFinite();
        assertThat(fit.parameters()).allSatisfy(parameter -> {
            assertThat(parameter.value()).isFinite();
            assertThat(parameter.standardError().orElse(0)).isFinite();
        });
        for (var history : ASKED) {
            assertThat(fit.model().expectedPurchases(history, 520)).isFinite().isNotNegative();
            assertThat(fit.model().probabilityAlive(history)).isBetween(0.0, 1.0);
            assertThat(fit.model().probabilityOfNoPurchase(history, 13)).isBetween(0.0, 1.0);
            assertThat(fit.model().purchaseDistribution(history, 13)).doesNotContain(Double.NaN);
        }
    }
}
