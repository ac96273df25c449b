package cartera.jobs.score;

import static cartera.jobs.engine.Row.required;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.ScoreStep;
import cartera.model.order.GapLaw;
import cartera.model.spend.SpendModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a customer will order again, given its silence so far, and for how much; no date for who is lost, at rung
 * {@code counts}, and where it would be ten years off.
 *
 * <p>Row: party_id, last_on, silent_days, segment (of the life cycle), usual_gap_days, rung, grade, stages, shape and
 * rate_days of the customer's {@link GapLaw}, repeat_purchases, mean_repeat_amount, historic_amount, spend_law (as text;
 * empty where there is none).
 */
public final class ScoreNextOrder implements ScoreStep {

    private static final long serialVersionUID = 1L;

    private static final Row.Header ORDER = Row.Header.named(
            "party_id",
            "expected_on",
            "low_on",
            "high_on",
            "usual_gap_days",
            "silent_days",
            "expected_amount",
            "rung",
            "grade",
            "note");
    private static final double LOW = 0.1;
    private static final double MIDDLE = 0.5;
    private static final double HIGH = 0.9;
    private static final int FORESEEABLE_DAYS = 3650;

    private final Spending spending = new Spending();

    @Override
    public List<Row> apply(Row row) {
        return List.of(
                switch (required(row.text("rung"))) {
                    case "counts" -> undated(row, "few_repeat_buyers");
                    default -> "lost".equals(row.text("segment")) ? undated(row, "lost") : dated(row);
                });
    }

    private Row dated(Row row) {
        GapLaw law = new GapLaw(
                (int) Math.round(required(row.number("stages"))),
                required(row.number("shape")),
                required(row.number("rate_days")));
        long silence = required(row.integer("silent_days"));
        if (law.quantile(MIDDLE, silence) - silence > FORESEEABLE_DAYS) {
            return undated(row, "far");
        }
        return order(row, day(row, law, LOW), day(row, law, MIDDLE), day(row, law, HIGH), null);
    }

    /** The day on which the gap is over: tomorrow at the earliest. */
    private static LocalDate day(Row row, GapLaw law, double probability) {
        long silence = required(row.integer("silent_days"));
        double days = Math.ceil(law.quantile(probability, silence) - silence);
        return required(row.date("last_on")).plusDays(silence + (long) Math.max(1, Math.min(days, FORESEEABLE_DAYS)));
    }

    private Row undated(Row row, String note) {
        return order(row, null, null, null, note);
    }

    private Row order(
            Row row,
            @Nullable LocalDate low,
            @Nullable LocalDate expected,
            @Nullable LocalDate high,
            @Nullable String note) {
        return ORDER.row(
                row.text("party_id"),
                expected,
                low,
                high,
                row.number("usual_gap_days"),
                row.integer("silent_days"),
                expectedAmount(row),
                row.text("rung"),
                row.text("grade"),
                note);
    }

    private @Nullable BigDecimal expectedAmount(Row row) {
        Optional<SpendModel> law = spending.law(row);
        if (law.isEmpty() || "counts".equals(row.text("rung"))) {
            return null;
        }
        double amount =
                required(row.number("historic_amount")) <= 0 ? 0 : law.get().expectedAmount(Spending.history(row));
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    }
}
