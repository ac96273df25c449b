package cartera.model.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cartera.model.Simulation;
import cartera.model.fit.Finding.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a choice of models does with samples that no model, or not every model, is fit for. */
class FailureModesTest {

    private static final BetaGeometric BG = new BetaGeometric(Dropout.AFTER_REPEAT_PURCHASE, 1, .5, 5, .8, 2.4);

    private static PurchaseSample simulated(BetaGeometric law, int customers) {
        var simulation = new Simulation(23);
        return PurchaseSample.of(IntStream.range(0, customers)
                .mapToObj(i -> simulation.customer(law, 26 + i % 60, 0).group())
                .toList());
    }

    @Test
    void whoBoughtTodayAddsNothingToAnyLikelihood() {
        var sample = simulated(BG, 300);
        var groups = new ArrayList<>(sample.groups());
        groups.add(new PurchaseGroup(PurchaseHistory.NEW, 25, OptionalDouble.of(0)));
        var more = PurchaseSample.of(groups);
        for (PurchaseModel model : List.of(
                new Nbd(1, .4, 12),
                BG,
                new BetaGeometric(Dropout.AFTER_ANY_PURCHASE, 1, .5, 6, .9, 1.6),
                new BetaGeometric(Dropout.AFTER_ANY_PURCHASE, 3, .5, 6, .9, 1.6),
                new ParetoNbd(.55, 10.6, .6, 11.7))) {
            assertThat(model.logLikelihood(more))
                    .as(model.label())
                    .isCloseTo(model.logLikelihood(sample), within(1e-11));
        }
    }

    @Test
    void whereNobodyLeavesThereIsNoLawToAskWhoHasLeft() {
        var steady = new BetaGeometric(Dropout.AFTER_REPEAT_PURCHASE, 1, .7, 9, 1e-9, 1);
        var choice = PurchaseChoice.byLikelihood(simulated(steady, 3000));
        assertThat(choice.chosen().model().name()).isEqualTo("nbd");
        assertThat(choice.judgesOfLeaving()).isEmpty();
    }

    /** A beta law without spread is a law all the same: Pareto/NBD, the next in line, forecasts such customers 5 % worse. */
    @Test
    void whereAllAreEquallyLikelyToLeaveTheModelSaysSoAndStaysUsable() {
        var alike = new BetaGeometric(Dropout.AFTER_ANY_PURCHASE, 1, .9, 6, 1.2e5, 8.8e5);
        var fits = IntStream.of(1500, 2000, 2500, 3000, 4000, 6000)
                .mapToObj(customers -> BetaGeometric.fit(simulated(alike, customers), Dropout.AFTER_ANY_PURCHASE, 1))
                .toList();
        assertThat(fits)
                .allSatisfy(fit ->
                        assertThat(fit.isUsable()).as("%s", fit.findings()).isTrue());
        assertThat(fits)
                .anySatisfy(fit -> assertThat(fit.has(Kind.SAME_DROPOUT)).isTrue());
    }

    @Test
    void bgNbdIsNeverAskedWhoHasLeft() {
        var sample = simulated(BG, 2000);
        var bg = BetaGeometric.fit(sample, Dropout.AFTER_REPEAT_PURCHASE, 1);
        var mbg = BetaGeometric.fit(sample, Dropout.AFTER_ANY_PURCHASE, 1);
        var choice = new PurchaseChoice(bg, List.of(bg, mbg), List.of(), Blend.of(bg.model()));
        assertThat(choice.judgesOfLeaving()).contains(Blend.of(mbg.model()));
        var alone = new PurchaseChoice(bg, List.of(bg), List.of(), Blend.of(bg.model()));
        assertThat(alone.judgesOfLeaving()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 1_000_000})
    void equalHistoriesEndQuicklyWithoutAModelOrWithOneThatSaysThatCustomersDoNotDiffer(int customers) {
        var sample = PurchaseSample.of(List.of(new PurchaseGroup(
                PurchaseHistory.ofDays(5, 150, 200),
                customers,
                OptionalDouble.of(customers * 5 * Math.log(30 / 7.0)))));
        var choice = PurchaseChoice.byHoldout(
                sample,
                Holdout.of(List.of(new HoldoutGroup(PurchaseHistory.ofDays(5, 150, 200), 1, customers)), 13),
                sample);
        assertThat(choice.chosen().has(Kind.NO_SPREAD)).isTrue();
        assertThat(choice.judgesOfLeaving()).isEmpty();
        // a search that never settles on a flat ridge would take thousands
        assertThat(choice.candidates())
                .allSatisfy(fit -> assertThat(fit.iterations()).isLessThan(901));
        assertThat(choice.blend().expectedPurchases(PurchaseHistory.ofDays(5, 150, 200), 13))
                .isFinite();
    }

    @Test
    void whereAllBuyAtOneRateTheModelsWithDropoutSaySoAndStayUsable() {
        var alike = new BetaGeometric(Dropout.AFTER_ANY_PURCHASE, 1, 1e5, 6e5, .8, 2.4);
        var sample = simulated(alike, 4000);
        assertThat(List.of(
                        BetaGeometric.fit(sample, Dropout.AFTER_ANY_PURCHASE, 1),
                        BetaGeometric.fit(sample, Dropout.AFTER_REPEAT_PURCHASE, 1),
                        ParetoNbd.fit(sample)))
                .anySatisfy(fit -> {
                    assertThat(fit.has(Kind.NO_SPREAD)).isTrue();
                    assertThat(fit.isUsable()).isTrue();
                    assertThat(fit.model().probabilityAlive(PurchaseHistory.ofDays(3, 60, 300)))
                            .isBetween(0.0, 1.0);
                });
    }

    @Test
    void nobodyTwiceAndAGapOfTenYearsGiveNoUsableDropout() {
        for (var history : List.of(PurchaseHistory.ofDays(0, 0, 200), PurchaseHistory.ofDays(1, 3650, 3651))) {
            var choice = PurchaseChoice.byLikelihood(PurchaseSample.ofHistories(Collections.nCopies(300, history)));
            assertThat(choice.candidates())
                    .filteredOn(fit -> fit.model().isJudgeOfLeaving())
                    .noneMatch(fit -> fit.isUsable());
        }
    }
}
