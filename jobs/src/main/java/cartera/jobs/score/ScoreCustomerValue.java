package cartera.jobs.score;

import static cartera.jobs.engine.Row.required;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.ScoreStep;
import cartera.model.purchase.Blend;
import cartera.model.purchase.PurchaseHistory;
import cartera.model.spend.SpendModel;
import cartera.model.value.CustomerValue;
import cartera.model.value.ExpectedValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer will bring over a horizon: by the models where the row's rung is {@code own_model} or {@code pooled_model},
 * by the row's rule where it is {@code rule}, unknown at {@code counts}. Who returned as much as was bought is worth nothing.
 *
 * <p>Row: party_id, horizon_months, rung, grade, repeat_purchases, span_days, age_days, mean_repeat_amount,
 * historic_amount, margin_share (margin per unit of amount; empty if no cost is known), rule_purchases,
 * yearly_discount, interval_coverage, law (the blend of purchase models as text), factor (what its totals are scaled by),
 * spend_law (as text; empty where there is none).
 */
public final class ScoreCustomerValue implements ScoreStep {

    private static final long serialVersionUID = 1L;

    private static final Row.Header VALUE = Row.Header.named(
            "party_id",
            "horizon_months",
            "expected_purchases",
            "expected_amount",
            "expected_margin",
            "discounted_margin",
            "low",
            "high",
            "grade",
            "rung");
    private static final double MONTHS_PER_YEAR = 12;

    private final Memo<String, Blend> laws = new Memo<>();
    private final Spending spending = new Spending();

    @Override
    public List<Row> apply(Row row) {
        return List.of(
                switch (required(row.text("rung"))) {
                    case "own_model", "pooled_model" -> byModel(row);
                    case "rule" -> byRule(row);
                    default -> value(row, null, null, null, null, null, null);
                });
    }

    private Row byModel(Row row) {
        ExpectedValue expected = expected(row);
        if (isWorthless(row)) {
            return value(row, expected.purchases(), 0.0, 0.0, 0.0, 0.0, 0.0);
        }
        if (row.number("margin_share") == null) {
            return value(row, expected.purchases(), expected.amount(), null, null, null, null);
        }
        // the interval in the money of its time, as the margin beside it
        double undiscounted = expected.discountedMargin() == 0 ? 1 : expected.margin() / expected.discountedMargin();
        return value(
                row,
                expected.purchases(),
                expected.amount(),
                expected.margin(),
                expected.discountedMargin(),
                expected.low() * undiscounted,
                expected.high() * undiscounted);
    }

    private ExpectedValue expected(Row row) {
        Double marginShare = row.number("margin_share");
        int months = Math.toIntExact(required(row.integer("horizon_months")));
        return new CustomerValue(
                        laws.of(required(row.text("law")), Blend::parse),
                        spendModel(row),
                        yearlyDiscount(row),
                        required(row.number("interval_coverage")))
                .of(
                        history(row),
                        Spending.history(row),
                        marginShare == null ? 1 : marginShare,
                        CustomerValue.weeksOfMonths(months))
                .times(required(row.number("factor")));
    }

    /** A rule has no spread, so it gives no interval; money comes in the middle of the horizon. */
    private Row byRule(Row row) {
        double purchases = required(row.number("rule_purchases"));
        double amount = isWorthless(row) ? 0 : purchases * spendModel(row).expectedAmount(Spending.history(row));
        Double marginShare = row.number("margin_share");
        if (marginShare == null) {
            return value(row, purchases, amount, null, null, null, null);
        }
        double years = required(row.integer("horizon_months")) / MONTHS_PER_YEAR;
        double margin = marginShare * amount;
        return value(
                row, purchases, amount, margin, margin * Math.pow(1 + yearlyDiscount(row), -years / 2), null, null);
    }

    private static double yearlyDiscount(Row row) {
        return required(row.number("yearly_discount"));
    }

    private static boolean isWorthless(Row row) {
        return required(row.number("historic_amount")) <= 0;
    }

    private static PurchaseHistory history(Row row) {
        return PurchaseHistory.ofDays(
                Math.toIntExact(required(row.integer("repeat_purchases"))),
                required(row.integer("span_days")),
                required(row.integer("age_days")));
    }

    private SpendModel spendModel(Row row) {
        return spending.law(row).orElseThrow();
    }

    private static Row value(
            Row row,
            @Nullable Double purchases,
            @Nullable Double amount,
            @Nullable Double margin,
            @Nullable Double discounted,
            @Nullable Double low,
            @Nullable Double high) {
        return VALUE.row(
                row.text("party_id"),
                row.integer("horizon_months"),
                purchases,
                money(amount),
                money(margin),
                money(discounted),
                money(low),
                money(high),
                row.text("grade"),
                row.text("rung"));
    }

    /** Money as tables hold it; unknown stays unknown. */
    static @Nullable BigDecimal money(@Nullable Double value) {
        return value == null ? null : BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
