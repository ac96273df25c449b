package cartera.model.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cartera.model.PurchaseLog;
import cartera.model.Reference;
import cartera.model.SharedData;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class GammaGammaFitsTest {

    private static final LocalDate CUT = LocalDate.of(1997, 9, 30);

    @Test
    void fitsOfTheSampleAreThePublishedOnes() {
        assertFit("sample", PurchaseLog.spends(PurchaseLog.cdnowSample().at(CUT)));
    }

    @Test
    void fitsOfRoundedMeansAreThePublishedOnes() {
        var rows = SharedData.rows("lifetimes/cdnow_customers_summary_with_transactions.csv");
        assertFit(
                "rounded",
                SpendSample.of(rows.stream()
                        .map(row -> new SpendHistory(row.whole("x"), row.number("zbar")))
                        .toList()));
    }

    @Test
    void fitsOfTheMasterAreThoseOfTheReferenceRun() {
        var sample = PurchaseLog.spends(PurchaseLog.cdnowMaster().at(CUT));
        assertFit("master", sample);
        assertThat(sample.setAside()).as("repeat buyers of 0.00 dollars").isEqualTo(1);
    }

    private static void assertFit(String data, SpendSample sample) {
        var row = Reference.rows("gamma-gamma-fits.csv").stream()
                .filter(candidate -> candidate.text("data").equals(data))
                .findFirst()
                .orElseThrow();
        var fit = GammaGamma.fit(sample);
        assertThat(fit.observations()).isEqualTo(row.whole("repeat_buyers"));
        assertThat(fit.logLikelihood()).isCloseTo(row.number("log_likelihood"), within(0.001));
        assertThat(fit.isConverged()).isTrue();
        assertThat(fit.findings()).isEmpty();
        for (var parameter : fit.parameters()) {
            assertThat(parameter.value())
                    .as("%s of %s", parameter.name(), row)
                    .isCloseTo(row.number(parameter.name()), within(0.0005));
        }
        if (row.has("spearman")) {
            row.assertPrints("spearman", sample.rankCorrelation());
        }
    }

    @Test
    void expectedAmountsOfTheFirstTenCustomersAreThePublishedOnes() {
        var model = new GammaGamma(6.24935, 3.74426, 15.4443);
        for (var row : Reference.rows("gamma-gamma-customers.csv")) {
            row.assertPrints(
                    "expected", model.expectedAmount(new SpendHistory(row.whole("x"), row.number("mean_amount"))));
        }
    }
}
