package cartera.model.value;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cartera.model.Simulation;
import cartera.model.purchase.BetaGeometric;
import cartera.model.purchase.Dropout;
import cartera.model.purchase.Holdout;
import cartera.model.purchase.HoldoutGroup;
import cartera.model.purchase.PurchaseChoice;
import cartera.model.purchase.PurchaseGroup;
import cartera.model.purchase.PurchaseHistory;
import cartera.model.purchase.PurchaseSample;
import cartera.model.value.CohortChoice.Cohort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Customers simulated over 52 weeks, looked at after 26 and at the end. */
class CohortChoiceTest {

    private static final double WEEKS = 26;
    private static final BetaGeometric PERSONS = new BetaGeometric(Dropout.AFTER_ANY_PURCHASE, 1, 0.8, 6, 0.8, 2);
    private static final BetaGeometric ORGANISATIONS = new BetaGeometric(Dropout.AFTER_ANY_PURCHASE, 1, 3, 12, 0.2, 3);

    private record Both(List<PurchaseGroup> earlier, List<HoldoutGroup> later, List<PurchaseGroup> now) {

        Cohort cohort() {
            return new Cohort(PurchaseSample.of(earlier), Holdout.of(later, WEEKS), PurchaseSample.of(now));
        }

        static Both simulated(Simulation simulation, BetaGeometric law, int customers) {
            var both = new Both(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int i = 0; i < customers; i++) {
                double age = 1 + i % (int) WEEKS;
                var purchases = simulation.purchases(law, age + WEEKS);
                var earlier = Simulation.customer(purchases, age);
                both.earlier.add(earlier.group());
                both.later.add(new HoldoutGroup(earlier.history(), earlier.later(), 1));
                both.now.add(Simulation.customer(purchases, age + WEEKS).group());
            }
            return both;
        }

        Both with(Both other) {
            var all = new Both(new ArrayList<>(earlier), new ArrayList<>(later), new ArrayList<>(now));
            all.earlier.addAll(other.earlier);
            all.later.addAll(other.later);
            all.now.addAll(other.now);
            return all;
        }
    }

    private static CohortChoice choice(Both some, Both others) {
        var whole = some.with(others).cohort();
        return CohortChoice.of(
                PurchaseChoice.byHoldout(whole.earlier(), whole.holdout(), whole.now()),
                List.of(Map.of("some", some.cohort(), "others", others.cohort())));
    }

    @RepeatedTest(2)
    void groupsThatBuyAndLeaveDifferentlyGetLawsOfTheirOwn(RepetitionInfo run) {
        var simulation = new Simulation(run.getCurrentRepetition());
        var choice = choice(Both.simulated(simulation, PERSONS, 800), Both.simulated(simulation, ORGANISATIONS, 800));
        assertThat(choice.cohorts().keySet()).containsExactly("others", "some");
        assertThat(choice.gain()).isPositive();
        assertThat(newcomer(choice, "others")).isGreaterThan(3 * newcomer(choice, "some"));
    }

    private static double newcomer(CohortChoice choice, String cohort) {
        return requireNonNull(choice.cohorts().get(cohort))
                .blend()
                .expectedPurchases(PurchaseHistory.ofDays(0, 0, 14), WEEKS);
    }

    @RepeatedTest(2)
    void oneLawStaysOne(RepetitionInfo run) {
        var simulation = new Simulation(new Random(run.getCurrentRepetition()).nextLong());
        var choice = choice(Both.simulated(simulation, PERSONS, 800), Both.simulated(simulation, PERSONS, 800));
        assertThat(choice.cohorts().keySet()).isEmpty();
    }

    @Test
    void aSmallGroupStaysWithTheWhole() {
        var simulation = new Simulation(5);
        var choice = choice(Both.simulated(simulation, PERSONS, 800), Both.simulated(simulation, ORGANISATIONS, 180));
        assertThat(choice.cohorts().keySet()).doesNotContain("others");
    }

    @Test
    void withoutAHoldoutNothingIsSplit() {
        var simulation = new Simulation(7);
        var some = Both.simulated(simulation, PERSONS, 300);
        var others = Both.simulated(simulation, ORGANISATIONS, 300);
        var whole =
                PurchaseChoice.byLikelihood(PurchaseSample.of(some.with(others).now()));
        assertThat(CohortChoice.of(whole, List.of(Map.of("some", some.cohort(), "others", others.cohort()))))
                .isEqualTo(CohortChoice.NONE);
    }
}
