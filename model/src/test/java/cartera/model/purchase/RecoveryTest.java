package cartera.model.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.model.Simulation;
import cartera.model.fit.Fitted;
import cartera.model.fit.Parameter;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecoveryTest {

    private static final int CUSTOMERS = 20_000;

    @ParameterizedTest
    @CsvSource({
        "AFTER_REPEAT_PURCHASE, 1, 0.243, 4.414, 0.793, 2.426",
        "AFTER_ANY_PURCHASE, 1, 0.525, 6.183, 0.891, 1.614",
        "AFTER_ANY_PURCHASE, 2, 0.9, 2.5, 0.6, 2.0",
        "AFTER_REPEAT_PURCHASE, 3, 0.8, 1.5, 0.7, 3.0"
    })
    void theTrueParametersLieWithinThreeStandardErrors(
            Dropout dropout, int k, double r, double alpha, double a, double b) {
        var truth = new BetaGeometric(dropout, k, r, alpha, a, b);
        var simulation = new Simulation(7919L * k);
        var sample = PurchaseSample.of(IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> simulation.customer(truth, 26 + i % 78, 0).group())
                .toList());
        assertRecovered(truth, BetaGeometric.fit(sample, dropout, k));
    }

    @Test
    void theTrueParametersOfCustomersWhoLeaveAtAnyMomentLieWithinThreeStandardErrors() {
        var truth = new ParetoNbd(.55, 10.6, .61, 11.7);
        var simulation = new Simulation(7919);
        var sample = PurchaseSample.of(IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> simulation.customer(truth, 26 + i % 78, 0).group())
                .toList());
        assertRecovered(truth, ParetoNbd.fit(sample));
    }

    private static void assertRecovered(PurchaseModel truth, Fitted<PurchaseModel> fit) {
        assertThat(fit.isUsable()).as("%s", fit.findings()).isTrue();
        for (var parameter : fit.parameters()) {
            if (!parameter.name().equals("k")) {
                double error = parameter.value() - Parameter.in(truth.parameters(), parameter.name());
                assertThat(Math.abs(error))
                        .as("%s", parameter)
                        .isLessThan(3 * parameter.standardError().orElseThrow());
            }
        }
    }
}
