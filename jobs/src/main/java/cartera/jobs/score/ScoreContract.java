package cartera.jobs.score;

import static cartera.jobs.engine.Row.required;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.ScoreStep;
import cartera.model.value.Renewals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How likely a contract is renewed and what the renewals that begin within 12 months, and within 24, bring, each paid when
 * it begins.
 *
 * <p>Row: party_id, weeks_ago, contract_id, contracts, days_left, term_number, term_days, term_amount (empty if
 * unknown), margin_share (empty if no cost is known), yearly_discount, model with alpha and beta (empty at rung counts),
 * grade, rung.
 */
public final class ScoreContract implements ScoreStep {

    private static final long serialVersionUID = 1L;

    private static final Row.Header VALUE = Row.Header.named(
            "party_id",
            "weeks_ago",
            "contract_id",
            "contracts",
            "days_left",
            "term_number",
            "term_days",
            "term_amount",
            "term_margin",
            "renewal_probability",
            "expected_terms_12m",
            "expected_amount_12m",
            "expected_margin_12m",
            "discounted_margin_12m",
            "discounted_margin_24m",
            "model",
            "grade",
            "rung");
    private static final double DAYS_PER_YEAR = 365.25;

    @Override
    public List<Row> apply(Row row) {
        Double amount = row.number("term_amount");
        Double margin = times(amount, row.number("margin_share"));
        if (row.text("model") == null) {
            return List.of(value(row, amount, margin, null, null, null, null));
        }
        Renewals law = new Renewals(required(row.number("alpha")), required(row.number("beta")));
        double terms = 0;
        for (int term = 1; term <= terms(row, 1); term++) {
            terms += law.survival(renewals(row), term);
        }
        double probability = law.retention(renewals(row));
        return List.of(
                value(row, amount, margin, probability, terms, discounted(law, row, 1), discounted(law, row, 2)));
    }

    /** One share for all knows of no age. */
    private static int renewals(Row row) {
        return FitRenewals.SHARE.equals(row.text("model"))
                ? 0
                : Math.toIntExact(required(row.integer("term_number"))) - 1;
    }

    /** The renewals that begin within the years. */
    private static int terms(Row row, int years) {
        double days = years * DAYS_PER_YEAR - daysLeft(row);
        return (int) Math.max(0, Math.ceil(days / required(row.integer("term_days"))));
    }

    private static double daysLeft(Row row) {
        return Math.max(0, required(row.integer("days_left")));
    }

    /** A unit of margin a term in today's money; the law counts from one term before the first renewal. */
    private static double discounted(Renewals law, Row row, int years) {
        double yearly = 1 + required(row.number("yearly_discount"));
        double termDays = required(row.integer("term_days"));
        double termDiscount = Math.pow(yearly, termDays / DAYS_PER_YEAR) - 1;
        return law.value(renewals(row), terms(row, years), 1, termDiscount)
                * Math.pow(yearly, (termDays - daysLeft(row)) / DAYS_PER_YEAR);
    }

    private static Row value(
            Row row,
            @Nullable Double amount,
            @Nullable Double margin,
            @Nullable Double probability,
            @Nullable Double terms,
            @Nullable Double discounted,
            @Nullable Double discountedTwoYears) {
        return VALUE.row(
                row.value("party_id"),
                row.value("weeks_ago"),
                row.value("contract_id"),
                row.value("contracts"),
                row.value("days_left"),
                row.value("term_number"),
                row.value("term_days"),
                ScoreCustomerValue.money(amount),
                ScoreCustomerValue.money(margin),
                probability,
                terms,
                ScoreCustomerValue.money(times(amount, terms)),
                ScoreCustomerValue.money(times(margin, terms)),
                ScoreCustomerValue.money(times(margin, discounted)),
                ScoreCustomerValue.money(times(margin, discountedTwoYears)),
                row.value("model"),
                row.value("grade"),
                row.value("rung"));
    }

    private static @Nullable Double times(@Nullable Double a, @Nullable Double b) {
        return a == null || b == null ? null : (Double) (a * b);
    }
}
