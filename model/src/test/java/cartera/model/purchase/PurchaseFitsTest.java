package cartera.model.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cartera.model.PurchaseLog;
import cartera.model.Reference;
import cartera.model.fit.Fitted;
import cartera.model.fit.Parameter;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PurchaseFitsTest {

    private static final LocalDate CUT = LocalDate.of(1997, 9, 30);

    @Test
    void fitsOfTheSampleAreThePublishedOnes() {
        assertFits("sample", PurchaseLog.cdnowSample().at(CUT));
    }

    @Test
    void fitsOfTheMasterAreThoseOfTheReferenceRun() {
        assertFits("master", PurchaseLog.cdnowMaster().at(CUT));
    }

    @Test
    void fitsOfOtherShopsAreThoseOfTheReferenceRun() {
        assertFits("retail", PurchaseLog.onlineRetail().at(LocalDate.of(2011, 9, 9)));
        assertFits("example", PurchaseLog.exampleTransactions().at(LocalDate.of(2014, 8, 31)));
    }

    private static void assertFits(String data, List<PurchaseLog.Customer> customers) {
        var sample = PurchaseLog.purchases(customers);
        for (var row : Reference.rows("purchase-fits.csv")) {
            if (row.text("data").equals(data)) {
                assertFit(row, fit(row.text("model"), row.whole("k"), sample));
            }
        }
    }

    private static void assertFit(Reference row, Fitted<PurchaseModel> fit) {
        assertThat(fit.logLikelihood()).as("%s", row).isCloseTo(row.number("log_likelihood"), within(0.001));
        assertThat(fit.isConverged()).as("%s", row).isTrue();
        assertThat(fit.findings()).as("%s", row).isEmpty();
        for (Parameter parameter : fit.parameters()) {
            if (row.has(parameter.name())) {
                assertThat(parameter.value())
                        .as("%s of %s", parameter.name(), row)
                        .isCloseTo(row.number(parameter.name()), within(0.0005));
            }
        }
    }

    static Fitted<PurchaseModel> fit(String model, int k, PurchaseSample sample) {
        return switch (model) {
            case "pareto_nbd" -> ParetoNbd.fit(sample);
            case "nbd" -> Nbd.fit(sample, k);
            case "bg_nbd", "bg_cnbd_k" -> BetaGeometric.fit(sample, Dropout.AFTER_REPEAT_PURCHASE, k);
            default -> BetaGeometric.fit(sample, Dropout.AFTER_ANY_PURCHASE, k);
        };
    }
}
