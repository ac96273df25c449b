package cartera.model.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cartera.model.Differences;
import cartera.model.Reference;
import cartera.model.SharedData;
import cartera.model.fit.Finding.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Anchors: donations of 11,104 donors at six occasions (Fader, Hardie, Shang 2010), by BTYD 2.4.3 and lifetimes 0.11.3. */
class BgBbTest {

    private static final BgBb PUBLISHED = new BgBb(1.20352, .749724, .656723, 2.78345);

    @Test
    void theFitIsThePublishedOne() {
        var fit = BgBb.fit(donors());
        assertThat(fit.logLikelihood()).isCloseTo(-33225.581, within(.001));
        assertThat(fit.model().alpha()).isCloseTo(1.20352, within(.0005));
        assertThat(fit.model().beta()).isCloseTo(.749724, within(.0005));
        assertThat(fit.model().gamma()).isCloseTo(.656723, within(.0005));
        assertThat(fit.model().delta()).isCloseTo(2.78345, within(.0005));
        assertThat(fit.isUsable()).isTrue();
        assertThat(fit.observations()).isEqualTo(11_104);
    }

    @Test
    void donorsAreJudgedAsPublished() {
        for (var row : Reference.rows("bgbb-customers.csv")) {
            var history = new OccasionHistory(row.whole("x"), row.whole("t_x"), 6);
            row.assertPrints("expected_5", PUBLISHED.expectedPurchases(history, 5));
            row.assertPrints("alive", PUBLISHED.probabilityAlive(history));
        }
    }

    /** Published: 3454.9 and 1253.1 donors, 12,884.2 gifts. */
    @Test
    void totalsAreThePublishedOnes() {
        var donors = donors();
        double gifts = donors.stream()
                .mapToDouble(group -> group.customers() * PUBLISHED.expectedPurchases(group.history(), 5))
                .sum();
        assertThat(gifts).isCloseTo(12_884.2, within(.5));
        assertThat(11_104 * probability(new OccasionHistory(0, 0, 6))).isCloseTo(3454.9, within(.06));
        assertThat(11_104 * probability(new OccasionHistory(6, 6, 6))).isCloseTo(1253.1, within(.06));
    }

    private static double probability(OccasionHistory history) {
        return Math.exp(PUBLISHED.logLikelihood(List.of(new OccasionGroup(history, 1))));
    }

    @RepeatedTest(10)
    void gradientsAgreeWithDifferences(RepetitionInfo info) {
        var random = new Random(info.getCurrentRepetition());
        var groups = List.of(
                new OccasionGroup(new OccasionHistory(0, 0, 5), 4),
                new OccasionGroup(new OccasionHistory(2, 3, 6), 3),
                new OccasionGroup(new OccasionHistory(4, 7, 7), 2));
        Differences.assertGradient(BgBbLikelihood.of(groups), 4, random);
    }

    @Test
    void theFitKnowsNoOrderOfTheRows() {
        var donors = new ArrayList<>(donors());
        var fit = BgBb.fit(donors);
        Collections.shuffle(donors, new Random(1));
        assertThat(BgBb.fit(donors)).isEqualTo(fit);
    }

    @Test
    void hardSamplesGiveFiniteNumbersAndAFinding() {
        for (var history :
                List.of(new OccasionHistory(0, 0, 0), new OccasionHistory(0, 0, 6), new OccasionHistory(6, 6, 6))) {
            var fit = BgBb.fit(List.of(new OccasionGroup(history, 20)));
            assertThat(fit.has(Kind.FEW_REPEAT_BUYERS)).isTrue();
            assertThat(fit.logLikelihood()).isFinite();
            assertThat(fit.model().expectedPurchases(history, 12)).isBetween(0.0, 12.0);
            assertThat(fit.model().probabilityAlive(history)).isBetween(0.0, 1.0);
        }
        assertThat(BgBb.fit(List.of()).isUsable()).isFalse();
    }

    @Test
    void impossibleHistoriesAreNamed() {
        assertThatThrownBy(() -> new OccasionHistory(3, 2, 6))
                .hasMessage("Invalid history: 3 purchases, the last at occasion 2 of 6");
    }

    private static List<OccasionGroup> donors() {
        return SharedData.rows("donations/donations_rf_matrix.csv").stream()
                .map(row -> new OccasionGroup(
                        new OccasionHistory(row.whole("x"), row.whole("t.x"), row.whole("n.cal")), row.whole("custs")))
                .toList();
    }
}
