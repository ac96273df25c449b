package cartera.model.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cartera.model.PurchaseLog;
import cartera.model.Reference;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Tables of the calibration and of the 39 weeks after it. */
class HoldoutTest {

    private static final LocalDate CUT = LocalDate.of(1997, 9, 30);

    /** Where BTYD's optimiser stopped; its numbers of customers rest on it. The likelihood is flat around the maximum. */
    private static final ParetoNbd BTYD = new ParetoNbd(.5533971433, 10.5801985435, .6060624971, 11.6562236707);

    @Test
    void forecastsOfTheSampleAreAsGoodAsPublished() {
        assertHoldout("sample", PurchaseLog.cdnowSample().at(CUT));
    }

    @Test
    void forecastsOfTheMasterAreAsGoodAsPublished() {
        assertHoldout("master", PurchaseLog.cdnowMaster().at(CUT));
    }

    private static void assertHoldout(String data, List<PurchaseLog.Customer> customers) {
        for (var row : Reference.rows("holdout.csv")) {
            if (row.text("data").equals(data)) {
                assertHoldout(row, customers);
            }
        }
    }

    private static void assertHoldout(Reference row, List<PurchaseLog.Customer> customers) {
        var model = PurchaseFitsTest.fit(row.text("model"), 1, PurchaseLog.purchases(customers))
                .model();
        var accuracy = holdout(customers).accuracy(model);
        row.assertPrints("sum", accuracy.expected());
        row.assertPrints("mae", accuracy.meanAbsoluteError());
        row.assertPrints("rmse", accuracy.rootMeanSquareError());
        if (row.has("correlation")) {
            double[] expected = each(customers, customer -> model.expectedPurchases(customer.history(), 39));
            row.assertPrints("correlation", correlation(expected, each(customers, PurchaseLog.Customer::later)));
            row.assertPrints("alive", mean(each(customers, customer -> model.probabilityAlive(customer.history()))));
        }
    }

    private static Holdout holdout(List<PurchaseLog.Customer> customers) {
        return Holdout.of(
                customers.stream()
                        .map(customer -> new HoldoutGroup(customer.history(), customer.later(), 1))
                        .toList(),
                39);
    }

    @Test
    void theTableByFrequencyIsThePublishedOne() {
        var customers = PurchaseLog.cdnowSample().at(CUT);
        for (String name : List.of("bg_nbd", "mbg_nbd", "pareto_nbd")) {
            var model = PurchaseFitsTest.fit(name, 1, PurchaseLog.purchases(customers))
                    .model();
            for (var row : Reference.rows("frequency-table.csv")) {
                assertFrequency(row, name, model, customers);
            }
        }
    }

    private static void assertFrequency(
            Reference row, String name, PurchaseModel model, List<PurchaseLog.Customer> customers) {
        int x = row.whole("x");
        var frequency = holdout(customers).accuracy(model).byFrequency().get(x);
        assertThat(frequency.customers()).isEqualTo(row.whole("customers"));
        row.assertPrints("actual", frequency.actual() / frequency.customers());
        row.assertPrints(name, frequency.expected() / frequency.customers());
        var counting = name.equals("pareto_nbd") ? BTYD : model;
        double share = mean(each(
                customers, customer -> probability(counting, customer.history().ageWeeks(), x)));
        row.assertPrints(name + "_customers", share * customers.size());
    }

    /** Probability of x purchases from the first on, of 7 and more where x is 7. */
    private static double probability(PurchaseModel model, double weeks, int x) {
        double[] distribution = model.purchaseDistribution(PurchaseHistory.NEW, weeks);
        double probability = 0;
        for (int n = x; n < (x == 7 ? distribution.length : x + 1); n++) {
            probability += distribution[n];
        }
        return probability;
    }

    @Test
    void theCumulativeTrackingIsThePublishedOne() {
        var customers = PurchaseLog.cdnowSample().at(CUT);
        double cutWeeks = customers.stream()
                .mapToDouble(customer -> customer.history().ageWeeks())
                .max()
                .orElseThrow();
        for (var row : Reference.rows("tracking.csv")) {
            for (String name : List.of("bg_nbd", "mbg_nbd", "pareto_nbd")) {
                var model = PurchaseFitsTest.fit(name, 1, PurchaseLog.purchases(customers))
                        .model();
                double total = customers.stream()
                        .mapToDouble(customer -> row.whole("week")
                                - (cutWeeks - customer.history().ageWeeks()))
                        .map(weeks -> model.expectedPurchases(PurchaseHistory.NEW, weeks))
                        .sum();
                assertThat(total).as("%s of %s", name, row).isCloseTo(row.number(name), within(0.0006 * total));
            }
        }
    }

    private static double[] each(List<PurchaseLog.Customer> customers, ToDoubleFunction<PurchaseLog.Customer> value) {
        return customers.stream().mapToDouble(value).toArray();
    }

    private static double mean(double[] values) {
        return moment(values, null);
    }

    private static double moment(double[] left, double @org.jspecify.annotations.Nullable [] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += right == null ? left[i] : left[i] * right[i];
        }
        return sum / left.length;
    }

    private static double correlation(double[] left, double[] right) {
        double covariance = moment(left, right) - mean(left) * mean(right);
        double leftVariance = moment(left, left) - mean(left) * mean(left);
        double rightVariance = moment(right, right) - mean(right) * mean(right);
        return covariance / Math.sqrt(leftVariance * rightVariance);
    }
}
