package cartera.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cartera.model.fit.Finding;
import cartera.model.value.Renewals.Contracts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two customer groups of P. S. Fader and B. G. S. Hardie (2007): survivors of 1,000 at the end of years 1 to 7. */
class RenewalsTest {

    private static final int[] HIGH_END = {1000, 869, 743, 653, 593, 551, 517, 491};
    private static final int[] REGULAR = {1000, 631, 468, 382, 326, 289, 262, 241};

    private static List<Contracts> contracts(int[] survivors) {
        var contracts = new ArrayList<Contracts>();
        for (int year = 1; year < survivors.length; year++) {
            boolean isLast = year == survivors.length - 1;
            contracts.add(new Contracts(year, survivors[year - 1] - survivors[year], isLast ? survivors[year] : 0));
        }
        return contracts;
    }

    @ParameterizedTest
    @CsvSource({"high end, 0.668, 3.806", "regular, 0.704, 1.182"})
    void theFitIsThePublishedOne(String group, double alpha, double beta) {
        var fit = Renewals.fit(contracts(group.equals("regular") ? REGULAR : HIGH_END));
        assertThat(fit.isUsable()).as("%s", fit.findings()).isTrue();
        assertThat(fit.model().alpha()).isCloseTo(alpha, within(0.0006));
        assertThat(fit.model().beta()).isCloseTo(beta, within(0.0006));
    }

    @Test
    void retentionRisesWithAgeThoughNobodyChanges() {
        var model = new Renewals(0.668, 3.806);
        assertThat(model.retention(0)).isCloseTo(3.806 / 4.474, within(1e-12));
        for (int renewals = 1; renewals < 20; renewals++) {
            assertThat(model.retention(renewals)).isGreaterThan(model.retention(renewals - 1));
        }
        assertThat(1000 * model.survival(0, 7)).isCloseTo(491, within(15.0));
    }

    @Test
    void theValueIsTheDiscountedMarginOfPeriodsThatAreReached() {
        var model = new Renewals(1, 1);
        assertThat(model.value(0, 2, 100, 0)).isCloseTo(100.0 / 2 + 100.0 / 3, within(1e-12));
        assertThat(model.value(0, 1, 100, 0.25)).isCloseTo(40, within(1e-12));
        assertThat(model.value(3, 0, 100, 0.25)).isZero();
    }

    @Test
    void tooFewEndsOrNoneAtAllAreNamed() {
        var few = Renewals.fit(List.of(new Contracts(1, 10, 20)));
        assertThat(few.has(Finding.Kind.FEW_REPEAT_BUYERS)).isTrue();
        var none = Renewals.fit(List.of(new Contracts(3, 0, 100)));
        assertThat(none.isUsable()).isFalse();
        assertThat(none.model().survival(0, 12)).isBetween(0.0, 1.0);
        assertThat(Renewals.fit(List.of()).isUsable()).isFalse();
    }
}
