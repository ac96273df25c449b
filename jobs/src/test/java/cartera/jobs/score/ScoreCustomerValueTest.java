package cartera.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cartera.jobs.engine.Row;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One customer with the parameters that were published for the CDNOW sample. */
class ScoreCustomerValueTest {

    private final ScoreCustomerValue step = new ScoreCustomerValue();

    /** P. S. Fader and B. G. S. Hardie, note 025: the first customer's expected spend is 24.65. */
    @Test
    void theMoneyOfAPurchaseIsTheOneOfGammaGamma() {
        Row value = score(Map.of());

        double purchases = Row.required(value.number("expected_purchases"));
        assertThat(number(value, "expected_amount") / purchases).isCloseTo(24.65, within(0.02));
        assertThat(number(value, "expected_margin")).isCloseTo(0.3 * number(value, "expected_amount"), within(0.01));
    }

    @Test
    void theIntervalIsInTheMoneyOfItsTimeAndWideForOneCustomer() {
        Row value = score(Map.of());

        assertThat(number(value, "low")).isBetween(0.0, number(value, "expected_margin"));
        assertThat(number(value, "high")).isGreaterThan(number(value, "expected_margin"));
        assertThat(number(value, "discounted_margin"))
                .isBetween(number(value, "expected_margin") / 1.15, number(value, "expected_margin"));
    }

    @Test
    void aLongerHorizonBringsMore() {
        double before = 0;
        for (long months : new long[] {3, 6, 12, 24}) {
            double margin = number(score(Map.of("horizon_months", months)), "expected_margin");
            assertThat(margin).isGreaterThan(before);
            before = margin;
        }
    }

    @Test
    void whoReturnedAsMuchAsWasBoughtIsWorthNothing() {
        Row value = score(Map.of("historic_amount", new BigDecimal("0.00")));

        assertThat(value.number("expected_purchases")).isPositive();
        assertThat(value.decimal("expected_amount")).isEqualByComparingTo("0");
        assertThat(value.decimal("high")).isEqualByComparingTo("0");
    }

    @Test
    void withoutAnyCostTheMarginStaysUnknown() {
        Row value = score(without("margin_share"));

        assertThat(value.number("expected_amount")).isPositive();
        assertThat(value.decimal("expected_margin")).isNull();
        assertThat(value.decimal("discounted_margin")).isNull();
        assertThat(value.decimal("low")).isNull();
    }

    private static double number(Row row, String column) {
        return Row.required(row.number(column));
    }

    private Row score(Map<String, ?> changed) {
        Map<String, @Nullable Object> values = customer();
        values.putAll(changed);
        Row.Header header = Row.Header.named(values.keySet().toArray(String[]::new));
        return step.apply(header.row(values.values().toArray())).get(0);
    }

    private static Map<String, @Nullable Object> without(String column) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        changed.put(column, null);
        return changed;
    }

    private static Map<String, @Nullable Object> customer() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("party_id", "p:1");
        values.put("horizon_months", 12L);
        values.put("rung", "own_model");
        values.put("grade", "A");
        values.put("repeat_purchases", 2L);
        values.put("span_days", 213L);
        values.put("age_days", 272L);
        values.put("mean_repeat_amount", 22.345);
        values.put("historic_amount", new BigDecimal("74.03"));
        values.put("margin_share", 0.3);
        values.put("rule_purchases", 1.0);
        values.put("yearly_discount", 0.15);
        values.put("interval_coverage", 0.8);
        values.put("law", "1.0 mbg_nbd r=.524843 alpha=6.183085 a=.891359 b=1.614002");
        values.put("factor", 1.0);
        values.put("spend_law", "gamma_gamma p=6.24935 q=3.74426 gamma=15.4443");
        return values;
    }
}
