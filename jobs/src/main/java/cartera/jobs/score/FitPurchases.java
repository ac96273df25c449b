package cartera.jobs.score;

import static cartera.jobs.engine.Row.required;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.TableStep;
import cartera.model.fit.Fitted;
import cartera.model.purchase.PurchaseChoice;
import cartera.model.purchase.PurchaseGroup;
import cartera.model.purchase.PurchaseHistory;
import cartera.model.purchase.PurchaseModel;
import cartera.model.purchase.PurchaseSample;
import cartera.model.value.Rung;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How the company's customers buy and leave: the parameters of the purchase model that the data choose, and beside it
 * MBG/NBD if another was chosen. Nothing where there are too few repeat buyers even for a rule.
 *
 * <p>Rows: repeat_purchases, span_days, age_days, customers with this history, log_gap_sum (over all of them, gaps in
 * days).
 */
public final class FitPurchases implements TableStep {

    private static final double LOG_DAYS_PER_WEEK = Math.log(7);

    @Override
    public List<Row> apply(Iterator<Row> rows) {
        List<PurchaseGroup> groups = new ArrayList<>();
        rows.forEachRemaining(row -> groups.add(group(row)));
        PurchaseSample sample = PurchaseSample.of(groups);
        return sample.repeatBuyers() < Rung.RULE.repeatBuyers() ? List.of() : fitted(sample);
    }

    private static PurchaseGroup group(Row row) {
        long repeats = required(row.integer("repeat_purchases"));
        long customers = required(row.integer("customers"));
        double logGapSum = required(row.number("log_gap_sum")) - LOG_DAYS_PER_WEEK * repeats * customers;
        PurchaseHistory history = PurchaseHistory.ofDays(
                Math.toIntExact(repeats), required(row.integer("span_days")), required(row.integer("age_days")));
        return new PurchaseGroup(history, customers, OptionalDouble.of(logGapSum));
    }

    private static List<Row> fitted(PurchaseSample sample) {
        PurchaseChoice choice = PurchaseChoice.byLikelihood(sample);
        Fitted<PurchaseModel> chosen = choice.chosen();
        List<Row> rows = new ArrayList<>(FitRows.chosen(chosen.model().name(), chosen));
        choice.candidates().stream()
                .filter(candidate -> candidate.model().name().equals("mbg_nbd"))
                .filter(candidate -> !candidate.equals(chosen))
                .forEach(candidate ->
                        rows.addAll(FitRows.besides(candidate.model().name(), candidate)));
        return rows;
    }
}
