package cartera.model.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import cartera.model.PurchaseLog;
import cartera.model.Simulation;
import cartera.model.fit.Fitted;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void aLargeSampleHasTheParametersThatAllItsStartsLeadTo() {
        var simulation = new Simulation(12);
        var law = new BetaGeometric(Dropout.AFTER_ANY_PURCHASE, 1, 0.9, 5, 0.8, 2.5);
        var sample = PurchaseSample.of(IntStream.range(0, 12_000)
                .mapToObj(i -> simulation.customer(law, 20 + i % 300 / 7.0, 0).group())
                .toList());
        assertThat(sample.size()).isGreaterThan(5000);
        for (var fit : PurchaseCandidates.all(sample)) {
            var fromAllStarts = PurchaseCandidates.fit(sample, fit.model());
            assertThat(fit.logLikelihood()).isCloseTo(fromAllStarts.logLikelihood(), within(1e-6));
            assertThat(fit.findings()).isEqualTo(fromAllStarts.findings());
            fit.model()
                    .parameters()
                    .forEach((name, value) -> assertThat(value)
                            .as("%s %s", fit.model().label(), name)
                            .isCloseTo(fromAllStarts.model().parameters().get(name), withinPercentage(0.001)));
        }
    }

    @Test
    void aThinSampleIsThatOfFewerCustomersOfTheSameKind() {
        var simulation = new Simulation(13);
        var law = new BetaGeometric(Dropout.AFTER_ANY_PURCHASE, 2, 0.9, 5, 0.8, 2.5);
        var sample = PurchaseSample.of(IntStream.range(0, 9000)
                .mapToObj(i -> simulation.customer(law, 20 + i % 200 / 7.0, 0).group())
                .toList());
        var thin = sample.thinned(1000);
        assertThat(thin.customers()).isEqualTo(1000);
        assertThat(thin.size()).isLessThanOrEqualTo(1000);
        assertThat(9.0 * thin.repeatPurchases()).isCloseTo(sample.repeatPurchases(), withinPercentage(1));
        assertThat(9 * thin.observedWeeks()).isCloseTo(sample.observedWeeks(), withinPercentage(1));
        assertThat(9 * thin.logGapSum().orElseThrow())
                .isCloseTo(sample.logGapSum().orElseThrow(), withinPercentage(3));
        assertThat(sample.thinned(sample.size())).isSameAs(sample);
    }

    @ParameterizedTest
    @CsvSource({
        "cdnow, 1997-05-17, 1997-09-30, 1998-06-30",
        "retail, 2011-06-10, 2011-09-09, 2011-12-09",
        "example, 2014-05-01, 2014-08-31, 2014-12-31"
    })
    void theChoiceByHoldoutIsAsGoodAsTheBestCandidate(String shop, LocalDate earlier, LocalDate cut, LocalDate end) {
        var log = log(shop);
        var choice = PurchaseChoice.byHoldout(
                PurchaseLog.purchases(log.at(earlier)), log.holdout(earlier, cut), PurchaseLog.purchases(log.at(cut)));
        var later = log.holdout(cut, end);
        double best = choice.candidates().stream()
                .filter(Fitted::isUsable)
                .mapToDouble(fit -> later.accuracy(fit.model()).rootMeanSquareError())
                .min()
                .orElseThrow();
        double chosen = later.accuracy(choice.chosen().model()).rootMeanSquareError();
        assertThat(chosen).as("%s", choice.chosen()).isLessThanOrEqualTo(1.005 * best);
        assertThat(choice.backtests()).hasSizeGreaterThanOrEqualTo(4);
    }

    private static PurchaseLog log(String shop) {
        return switch (shop) {
            case "cdnow" -> PurchaseLog.cdnowSample();
            case "retail" -> PurchaseLog.onlineRetail();
            default -> PurchaseLog.exampleTransactions();
        };
    }

    @Test
    void aModelThatForecastsClearlyWorseIsNotChosen() {
        var log = PurchaseLog.cdnowSample();
        var cut = LocalDate.of(1997, 9, 30);
        var sample = PurchaseLog.purchases(log.at(cut));
        var holdout = log.holdout(cut, LocalDate.of(1998, 6, 30));
        var nbd = Nbd.fit(sample, 1).model();
        var mbg = BetaGeometric.fit(sample, Dropout.AFTER_ANY_PURCHASE, 1).model();
        var bg = BetaGeometric.fit(sample, Dropout.AFTER_REPEAT_PURCHASE, 1).model();
        assertThat(holdout.isClearlyWorse(nbd, mbg)).isTrue();
        assertThat(holdout.isClearlyWorse(mbg, nbd)).isFalse();
        assertThat(holdout.isClearlyWorse(bg, mbg)).isFalse();
    }

    @Test
    void anEmptyHoldoutLeavesTheChoiceToLikelihood() {
        var sample = PurchaseLog.purchases(PurchaseLog.cdnowSample().at(LocalDate.of(1997, 9, 30)));
        var choice = PurchaseChoice.byHoldout(PurchaseSample.of(List.of()), Holdout.of(List.of(), 13), sample);
        assertThat(choice.chosen())
                .isEqualTo(PurchaseChoice.byLikelihood(sample).chosen());
    }

    private static void assertChoice(PurchaseSample sample, String name, double k) {
        var chosen = PurchaseChoice.byLikelihood(sample).chosen();
        assertThat(chosen.isUsable()).as("%s", chosen.findings()).isTrue();
        assertThat(chosen.model().name()).isEqualTo(name);
        assertThat(chosen.model().parameters().getOrDefault("k", 1.0)).isEqualTo(k);
    }
}
