package cartera.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cartera.model.PurchaseLog;
import cartera.model.Simulation;
import cartera.model.purchase.BetaGeometric;
import cartera.model.purchase.Dropout;
import cartera.model.purchase.PurchaseHistory;
import cartera.model.purchase.PurchaseSample;
import cartera.model.spend.GammaGamma;
import cartera.model.spend.ShrunkenMean;
import cartera.model.spend.SpendHistory;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomerValueTest {

    private static final BetaGeometric PURCHASES =
            new BetaGeometric(Dropout.AFTER_ANY_PURCHASE, 1, .525, 6.183, .891, 1.614);
    private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);
    private static final PurchaseHistory REGULAR = PurchaseHistory.ofDays(7, 206, 272);
    private static final SpendHistory SPENT = new SpendHistory(7, 73.74);

    @Test
    void marginIsPurchasesTimesAmountTimesShare() {
        var value = new CustomerValue(PURCHASES, SPEND, 0, 0.8).of(REGULAR, SPENT, 0.3, 52);
        assertThat(value.purchases()).isEqualTo(PURCHASES.expectedPurchases(REGULAR, 52));
        assertThat(value.amount()).isEqualTo(value.purchases() * SPEND.expectedAmount(SPENT));
        assertThat(value.margin()).isEqualTo(0.3 * value.amount());
        assertThat(value.discountedMargin()).isEqualTo(value.margin());
        assertThat(value.discountedMargin()).isBetween(value.low(), value.high());
    }

    @Test
    void eachMonthIsDiscountedFromItsEnd() {
        var value = new CustomerValue(PURCHASES, SPEND, 0.15, 0.8);
        double months = 0;
        for (int month = 1; month <= 24; month++) {
            double made = PURCHASES.expectedPurchases(REGULAR, CustomerValue.weeksOfMonths(month))
                    - PURCHASES.expectedPurchases(REGULAR, CustomerValue.weeksOfMonths(month - 1));
            months += made * SPEND.expectedAmount(SPENT) * Math.pow(1.15, -month / 12.0);
        }
        assertThat(value.of(REGULAR, SPENT, 1, CustomerValue.weeksOfMonths(24)).discountedMargin())
                .isCloseTo(months, within(1e-9));
    }

    @Test
    void whoBuysUnderCostIsWorthLessThanNothing() {
        var value = new CustomerValue(PURCHASES, SPEND, 0.15, 0.8).of(REGULAR, SPENT, -0.1, 52);
        assertThat(value.discountedMargin()).isNegative().isBetween(value.low(), value.high());
    }

    @Test
    void whoSentEverythingBackIsWorthNothing() {
        var value = new CustomerValue(PURCHASES, SPEND, 0.15, 0.8).of(REGULAR, new SpendHistory(7, -2), 1, 52);
        assertThat(value.amount()).isZero();
        assertThat(value.high()).isZero();
    }

    @Test
    void aRuleForSpendSpreadsByTheNumberOfPurchasesAlone() {
        var value = new CustomerValue(PURCHASES, new ShrunkenMean(50, 3), 0, 0.8)
                .of(REGULAR, new SpendHistory(7, 50), 1, 52);
        assertThat(value.high() / 50).isCloseTo(Math.rint(value.high() / 50), within(1e-2));
    }

    @Test
    void oneInTenCustomersBringsMoreThanTheUpperEnd() {
        var simulation = new Simulation(21);
        var value = new CustomerValue(PURCHASES, SPEND, 0, 0.8);
        int asked = 0;
        int above = 0;
        int inside = 0;
        for (int i = 0; i < 8_000; i++) {
            var customer = simulation.customer(PURCHASES, 40, 39);
            var spends = simulation.spends(SPEND, customer.history().repeatPurchases(), customer.later());
            if (PURCHASES.probabilityOfNoPurchase(customer.history(), 39) < 0.9) {
                var expected = value.of(customer.history(), spends.known(), 1, 39);
                asked++;
                above += spends.later() > expected.high() ? 1 : 0;
                inside += spends.later() >= expected.low() && spends.later() <= expected.high() ? 1 : 0;
            }
        }
        assertThat(asked).isGreaterThan(2000);
        assertThat((double) above / asked).isCloseTo(0.1, within(0.02));
        assertThat((double) inside / asked).isGreaterThan(0.79);
    }

    @Test
    void intervalsHoldOnCustomersTheModelWasNotMadeFrom() {
        var log = PurchaseLog.cdnowSample();
        var customers = log.at(LocalDate.of(1997, 9, 30));
        var sample = PurchaseSample.ofHistories(
                customers.stream().map(PurchaseLog.Customer::history).toList());
        var model = BetaGeometric.fit(sample, Dropout.AFTER_ANY_PURCHASE, 1).model();
        long inside = customers.stream()
                .filter(customer -> isInside(model.purchaseDistribution(customer.history(), 39), customer.later()))
                .count();
        assertThat((double) inside / customers.size()).isBetween(0.85, 0.95);
    }

    /** Whether the count lies between the 5 % and the 95 % point of its law. */
    private static boolean isInside(double[] distribution, int count) {
        double below = IntStream.range(0, Math.min(count, distribution.length))
                .mapToDouble(n -> distribution[n])
                .sum();
        double upTo = below + (count < distribution.length ? distribution[count] : 0);
        return upTo >= 0.05 && below <= 0.95;
    }

    @Test
    void termsOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new CustomerValue(PURCHASES, SPEND, -0.1, 0.8))
                .hasMessage("Invalid yearlyDiscount: -0.1 (must be 0 or more and finite)");
        assertThatThrownBy(() -> new CustomerValue(PURCHASES, SPEND, 0.1, 1))
                .hasMessage("Invalid coverage: 1.0 (must lie between 0 and 1)");
        var value = new CustomerValue(PURCHASES, SPEND, 0.1, 0.8);
        assertThatThrownBy(() -> value.of(REGULAR, SPENT, Double.NaN, 52))
                .hasMessage("Invalid marginShare: NaN (must be finite)");
        assertThatThrownBy(() -> value.of(REGULAR, SPENT, 1, 0))
                .hasMessage("Invalid weeks: 0.0 (must be above 0 and finite)");
    }
}
