package cartera.model.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cartera.model.PurchaseLog;
import cartera.model.Reference;
import cartera.model.fit.Finding.Kind;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParetoNbdTest {

    @Test
    void customersAreJudgedAsPublished() {
        for (var row : Reference.rows("pareto-customers.csv")) {
            var model = model(row);
            var history = new PurchaseHistory(row.whole("x"), row.number("t_x"), row.number("T"));
            assertPrints(row, "alive", model.probabilityAlive(history));
            assertPrints(row, "expected", model.expectedPurchases(history, row.number("weeks")));
            assertPrints(row, "none_13", model.probabilityOfNoPurchase(history, 13));
            assertPrints(row, "log_likelihood", model.logLikelihood(PurchaseSample.ofHistories(List.of(history))));
        }
    }

    @Test
    void newCustomersBuyAsOftenAsPublished() {
        for (var row : Reference.rows("pareto-new-customers.csv")) {
            row.assertPrints("expected", model(row).expectedPurchases(PurchaseHistory.NEW, row.number("weeks")));
        }
    }

    @Test
    void purchasesOfALifetimeAreWorthAsMuchTodayAsPublished() {
        for (var row : Reference.rows("pareto-discounted.csv")) {
            var history = new PurchaseHistory(row.whole("x"), row.number("t_x"), row.number("T"));
            row.assertPrints("dert", discounted(model(row), history, row.number("weekly_rate")));
        }
    }

    /** The integral of rate e^(-rate u) E[X(u)] over all u, by y with e^(-rate u) = (1 - y)^4. */
    private static double discounted(ParetoNbd model, PurchaseHistory history, double rate) {
        return GaussLegendre.of(128).sum(y -> {
            double weeks = -4 * Math.log1p(-y) / rate;
            return model.expectedPurchases(history, weeks) * 4 * Math.pow(1 - y, 3);
        });
    }

    /** Values: test of the Python package lifetimes, in which the difference of two hypergeometric functions fails. */
    @Test
    void theIntegralKeepsItsDigitsWhereHypergeometricFunctionsLoseThem() {
        assertThat(integral(40, 5, 6)).isCloseTo(-91.975456, within(1e-6));
        assertThat(integral(50, 1, 37)).isCloseTo(-10.006562, within(1e-6));
        assertThat(integral(50, 4, 37)).isCloseTo(-94.457999, within(1e-6));
    }

    private static double integral(int x, double from, double to) {
        var integral = new ParetoIntegral();
        integral.integrate(10.465 + x, .00798565, 3.0516, 2.820, from, to);
        return integral.logarithm();
    }

    /** Standard errors of CLVTools' tests: .0476 .8427 .1873 6.2105. */
    @Test
    void standardErrorsOfTheSampleAreThePublishedOnes() {
        var sample = PurchaseLog.purchases(PurchaseLog.cdnowSample().at(LocalDate.of(1997, 9, 30)));
        var errors = ParetoNbd.fit(sample).parameters().stream()
                .map(parameter -> parameter.standardError().orElseThrow())
                .toList();
        assertThat(errors.get(0)).isCloseTo(.0476, within(.0001));
        assertThat(errors.get(1)).isCloseTo(.8427, within(.0005));
        assertThat(errors.get(2)).isCloseTo(.1873, within(.0001));
        assertThat(errors.get(3)).isCloseTo(6.2105, within(.005));
    }

    @Test
    void dropoutThatTheDataDoNotShowIsNamed() {
        var sample = PurchaseLog.purchases(PurchaseLog.onlineRetail().at(LocalDate.of(2011, 9, 9)));
        var fit = ParetoNbd.fit(sample);
        assertThat(fit.has(Kind.NO_DROPOUT)).isTrue();
        assertThat(fit.logLikelihood()).isCloseTo(-22887.032, within(.02));
    }

    @Test
    void hardSamplesGiveFiniteNumbersAndAFinding() {
        for (var history : List.of(
                PurchaseHistory.NEW,
                PurchaseHistory.ofDays(0, 0, 200),
                PurchaseHistory.ofDays(1, 3650, 3651),
                PurchaseHistory.ofDays(1500, 1500, 1500))) {
            var fit = ParetoNbd.fit(PurchaseSample.ofHistories(Collections.nCopies(100, history)));
            assertThat(fit.isUsable()).isFalse();
            assertThat(fit.logLikelihood()).isFinite();
            assertThat(fit.model().expectedPurchases(history, 104)).isFinite().isNotNegative();
            assertThat(fit.model().probabilityOfNoPurchase(history, 104)).isBetween(0.0, 1.0);
            assertThat(fit.model().purchaseDistribution(history, 104)).doesNotContain(Double.NaN);
        }
    }

    private static void assertPrints(Reference row, String column, double value) {
        if (row.has(column)) {
            row.assertPrints(column, value);
        }
    }

    private static ParetoNbd model(Reference row) {
        return new ParetoNbd(row.number("r"), row.number("alpha"), row.number("s"), row.number("beta"));
    }
}
