package cartera.model.churn;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.model.PurchaseLog;
import cartera.model.Reference;
import cartera.model.SharedData;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Scores of public logs, against the best that peers reach on them (logistic regression and boosted trees). */
@Tag("slow")
class ChurnGatesTest {

    private static final int HORIZON_DAYS = 91;

    @Test
    void theMusicShopIsRankedAndCalibratedBetterThanByPeers() {
        var evaluation = evaluate(PurchaseLog.cdnowMaster(), LocalDate.of(1998, 3, 31), "logistic");
        assertThat(evaluation.customers()).isEqualTo(23570);
        assertThat(evaluation.auc()).isGreaterThanOrEqualTo(.8395);
        assertThat(evaluation.ece()).isLessThanOrEqualTo(.013);
    }

    @Test
    void theGiftWholesalerIsRankedBetterThanByPeers() {
        var evaluation = evaluate(PurchaseLog.onlineRetail(), LocalDate.of(2011, 9, 9), "logistic");
        assertThat(evaluation.customers()).isEqualTo(3370);
        assertThat(evaluation.auc()).isGreaterThanOrEqualTo(.736);
    }

    @Test
    void subscribersWhoLeaveAreRankedBetterThanByPeers() {
        var rows = SharedData.rows("telco_churn/Telco-Customer-Churn.csv.gz");
        var attributes = rows.get(0).fields().keySet().stream()
                .filter(name -> !name.equals("customerID") && !name.equals("Churn"))
                .sorted()
                .map(name -> attribute(name, rows))
                .toList();
        boolean[] churned = new boolean[rows.size()];
        for (int i = 0; i < churned.length; i++) {
            churned[i] = rows.get(i).text("Churn").equals("Yes");
        }
        var keys = rows.stream().map(row -> row.text("customerID")).toList();
        var scorers = AttributeForecast.outOfFold(attributes, keys, churned);
        var evaluation = Evaluation.of(scorers.get(0).probabilities(), churned);
        assertThat(evaluation.customers()).isEqualTo(7043);
        assertThat(evaluation.auc()).isGreaterThanOrEqualTo(.845);
    }

    private static Attribute attribute(String name, List<Reference> rows) {
        if (!List.of("tenure", "MonthlyCharges", "TotalCharges", "SeniorCitizen")
                .contains(name)) {
            return new Attribute.Category(
                    name, rows.stream().map(row -> row.text(name)).toList());
        }
        double[] values = rows.stream()
                .mapToDouble(row -> row.text(name).isBlank() ? Double.NaN : row.number(name))
                .toArray();
        return new Attribute.Measure(name, values);
    }

    private static Evaluation evaluate(PurchaseLog log, LocalDate cut, String scorer) {
        List<CustomerDays> customers = SharedLogs.days(log);
        var forecast =
                SilenceForecast.of(customers, cut.toEpochDay(), HORIZON_DAYS).orElseThrow();
        boolean[] outcomes = SharedLogs.outcomes(forecast, customers, cut.toEpochDay(), HORIZON_DAYS);
        assertThat(forecast.chosen().name()).isEqualTo(scorer);
        return Evaluation.of(forecast.chosen().probabilities(), outcomes);
    }
}
