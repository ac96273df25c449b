package cartera.jobs.score;

import static cartera.jobs.engine.Row.required;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.ScoreStep;
import cartera.model.churn.CustomerDays;
import cartera.model.churn.Explanation;
import cartera.model.churn.SilenceScore;
import cartera.model.spend.SpendHistory;
import cartera.model.spend.SpendModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How likely a customer is to stay silent over its horizon, why, and the money of the horizon if it stays.
 *
 * <p>Row: party_id, weeks_ago, cut_day, horizon_days, usual_gap_days, days (see {@link CustomerText}); scorer, its
 * parameters, rung, grade (empty without a score); r, alpha (weeks), k of the purchase model (r empty without one);
 * daily_rate of the company (empty where even a rule says nothing); spend_law (as text); margin_share.
 */
public final class ScoreChurn implements ScoreStep {

    private static final long serialVersionUID = 1L;

    private static final Row.Header SCORE = Row.Header.named(
            "party_id",
            "weeks_ago",
            "horizon_days",
            "silent_days",
            "probability",
            "expected_amount",
            "expected_margin",
            "reason_1",
            "reason_1_value",
            "reason_1_base",
            "reason_2",
            "reason_2_value",
            "reason_2_base",
            "reason_3",
            "reason_3_value",
            "reason_3_base",
            "scorer",
            "grade",
            "rung");
    private static final double DAYS_PER_WEEK = 7;
    private static final int REASONS = 3;

    private final Memo<Fit, SilenceScore> scores = new Memo<>();
    private final Spending spending = new Spending();

    /** A score as the row tells it. */
    private record Fit(
            String scorer, long horizonDays, @Nullable String parameters) {

        SilenceScore read() {
            return SilenceScore.of(scorer, Math.toIntExact(horizonDays), CustomerText.numbers(parameters));
        }
    }

    @Override
    public List<Row> apply(Row row) {
        long cutDay = required(row.integer("cut_day"));
        CustomerDays customer = CustomerText.days(row).until(cutDay);
        String scorer = row.text("scorer");
        SilenceScore score = scorer == null ? null : score(row, scorer);
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(
                row.text("party_id"),
                row.integer("weeks_ago"),
                row.integer("horizon_days"),
                cutDay - customer.lastDay(),
                score == null ? null : score.probability(customer, cutDay)));
        addMoney(values, row, customer);
        addReasons(
                values,
                score == null ? List.of() : score.reasons(customer, cutDay, required(row.number("usual_gap_days"))));
        values.add(scorer);
        values.add(score == null ? "D" : row.text("grade"));
        values.add(score == null ? "counts" : row.text("rung"));
        return List.of(SCORE.row(values.toArray()));
    }

    private SilenceScore score(Row row, String scorer) {
        Fit fit = new Fit(scorer, required(row.integer("horizon_days")), row.text("parameters"));
        return scores.of(fit, Fit::read);
    }

    private void addMoney(List<@Nullable Object> values, Row row, CustomerDays customer) {
        Double purchases = purchases(row, customer);
        Optional<SpendModel> law = spending.law(row);
        if (purchases == null || law.isEmpty()) {
            values.addAll(Arrays.asList(null, null));
            return;
        }
        double each = law.get().expectedAmount(spent(customer));
        boolean isWorthless = customer.amount(Long.MIN_VALUE, Long.MAX_VALUE) <= 0;
        double amount = isWorthless ? 0 : purchases * each;
        Double marginShare = row.number("margin_share");
        values.add(money(amount));
        values.add(marginShare == null ? null : money(marginShare * amount));
    }

    /**
     * Purchase days of the horizon if the customer has not left: of the purchase model the mean of the rate given the
     * history, (r + k x) / (k (alpha + T)); without one the own rate drawn towards the company's by one purchase.
     */
    private static @Nullable Double purchases(Row row, CustomerDays customer) {
        long horizon = required(row.integer("horizon_days"));
        long age = required(row.integer("cut_day")) - customer.firstDay();
        int repeats = customer.purchaseDays(Long.MIN_VALUE, Long.MAX_VALUE) - 1;
        Double r = row.number("r");
        if (r != null) {
            double k = required(row.number("k"));
            double weeks = required(row.number("alpha")) + age / DAYS_PER_WEEK;
            return horizon / DAYS_PER_WEEK * (r + k * repeats) / (k * weeks);
        }
        Double daily = row.number("daily_rate");
        return daily == null || daily <= 0 ? null : (Double) (horizon * (repeats + 1) / (age + 1 / daily));
    }

    private static SpendHistory spent(CustomerDays customer) {
        int repeats = customer.purchaseDays(Long.MIN_VALUE, Long.MAX_VALUE) - 1;
        return repeats == 0
                ? SpendHistory.NONE
                : new SpendHistory(repeats, customer.amount(customer.firstDay(), Long.MAX_VALUE) / repeats);
    }

    private static void addReasons(List<@Nullable Object> values, List<Explanation> reasons) {
        for (int i = 0; i < REASONS; i++) {
            if (i < reasons.size()) {
                Explanation reason = reasons.get(i);
                values.add(reason.code());
                values.add(reason.value());
                values.add(reason.base().isPresent() ? (Double) reason.base().getAsDouble() : null);
            } else {
                values.addAll(Arrays.asList(null, null, null));
            }
        }
    }

    private static BigDecimal money(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
