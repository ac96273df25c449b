package cartera.jobs.score;

import static cartera.jobs.engine.Row.required;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.TableStep;
import cartera.model.fit.Fitted;
import cartera.model.fit.Parameter;
import cartera.model.spend.GammaGamma;
import cartera.model.spend.ShrunkenMean;
import cartera.model.spend.SpendHistory;
import cartera.model.spend.SpendModel;
import cartera.model.spend.SpendSample;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How much the company's customers spend on a purchase day: Gamma-Gamma, or the shrunken mean where it cannot be fitted.
 * Nothing where nobody bought again for more than came back.
 *
 * <p>Rows: repeat_purchases, mean_repeat_amount of each repeat buyer.
 */
public final class FitSpend implements TableStep {

    @Override
    public List<Row> apply(Iterator<Row> rows) {
        List<SpendHistory> histories = new ArrayList<>();
        rows.forEachRemaining(row -> histories.add(history(row)));
        SpendSample sample = SpendSample.of(histories);
        if (sample.histories().isEmpty()) {
            return List.of();
        }
        Fitted<SpendModel> fitted = GammaGamma.fit(sample);
        String name = fitted.model().name();
        return fitted.isUsable() ? FitRows.chosen(name, fitted) : rule(sample, FitRows.besides(name, fitted));
    }

    private static SpendHistory history(Row row) {
        return new SpendHistory(
                Math.toIntExact(required(row.integer("repeat_purchases"))), required(row.number("mean_repeat_amount")));
    }

    private static List<Row> rule(SpendSample sample, List<Row> unusable) {
        ShrunkenMean mean = ShrunkenMean.of(sample);
        List<Row> rows = new ArrayList<>(unusable);
        mean.parameters()
                .forEach((name, value) -> rows.add(FitRows.rule(
                        mean.name(),
                        new Parameter(name, value, OptionalDouble.empty()),
                        sample.histories().size())));
        return rows;
    }
}
