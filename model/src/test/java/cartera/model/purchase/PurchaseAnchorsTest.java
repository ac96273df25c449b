package cartera.model.purchase;

import cartera.model.Reference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PurchaseAnchorsTest {

    @Test
    void customersAreJudgedAsPublished() {
        for (var row : Reference.rows("customers.csv")) {
            var model = model(row);
            var history = history(row);
            row.assertPrints("log_likelihood", model.logLikelihood(PurchaseSample.ofHistories(List.of(history))));
            row.assertPrints("alive", model.probabilityAlive(history));
            row.assertPrints("expected_39", model.expectedPurchases(history, 39));
            row.assertPrints("none_13", model.probabilityOfNoPurchase(history, 13));
        }
    }

    @Test
    void newCustomersBuyAsOftenAsPublished() {
        for (var row : Reference.rows("new-customers.csv")) {
            row.assertPrints("expected", model(row).expectedPurchases(PurchaseHistory.NEW, row.number("weeks")));
        }
    }

    @Test
    void countsOfNewCustomersAreDistributedAsPublished() {
        var model = new BetaGeometric(Dropout.AFTER_REPEAT_PURCHASE, 1, .243, 4.414, .793, 2.426);
        for (var row : Reference.rows("distribution.csv")) {
            double[] distribution = model.purchaseDistribution(PurchaseHistory.NEW, row.number("weeks"));
            row.assertPrints("probability", distribution[row.whole("purchases")]);
        }
    }

    @Test
    void regularRhythmsAreJudgedAsPublished() {
        for (var row : Reference.rows("regular-rhythm.csv")) {
            var model = new BetaGeometric(Dropout.AFTER_ANY_PURCHASE, row.whole("k"), .5, 3, .9, 1.6);
            var history = new PurchaseHistory(row.whole("x"), row.number("t_x"), 38.86);
            var group = new PurchaseGroup(history, 1, OptionalDouble.of(row.number("log_gaps")));
            row.assertPrints("alive", model.probabilityAlive(history));
            row.assertPrints("none_13", model.probabilityOfNoPurchase(history, 13));
            row.assertPrints("log_likelihood", model.logLikelihood(PurchaseSample.of(List.of(group))));
        }
    }

    private static PurchaseModel model(Reference row) {
        Map<String, Double> parameters = new HashMap<>();
        for (String name : List.of("r", "alpha", "a", "b")) {
            parameters.put(name, row.number(name));
        }
        return PurchaseModel.of(row.text("model"), parameters);
    }

    private static PurchaseHistory history(Reference row) {
        return new PurchaseHistory(row.whole("x"), row.number("t_x"), row.number("T"));
    }
}
