package cartera.jobs.score;

import static cartera.jobs.engine.Row.required;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.TableStep;
import cartera.model.fit.Fitted;
import cartera.model.fit.Parameter;
import cartera.model.spend.GammaGamma;
import cartera.model.spend.SpendChoice;
import cartera.model.spend.SpendHistory;
import cartera.model.spend.SpendModel;
import cartera.model.spend.SpendOutcome;
import cartera.model.spend.SpendSample;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much the company's customers spend on a purchase day: Gamma-Gamma, or the shrunken mean where it cannot be fitted,
 * each customer's own mean and everybody's; chosen is what came closest in the last period. Nothing where nobody bought
 * again for more than came back.
 *
 * <p>Rows: periods_ago (0: now; 1: at the beginning of the last period), repeat_purchases, mean_repeat_amount of each
 * repeat buyer, later_mean_amount of a purchase day of the last period (empty of who did not buy).
 */
public final class FitSpend implements TableStep {

    private static final Row.Header HEADER =
            Row.Header.named(Stream.concat(FitRows.COLUMNS.stream(), Stream.of("holdout_mae", "law"))
                    .toArray(String[]::new));

    @Override
    public List<Row> apply(Iterator<Row> rows) {
        List<SpendHistory> now = new ArrayList<>();
        List<SpendHistory> earlier = new ArrayList<>();
        List<SpendOutcome> outcomes = new ArrayList<>();
        rows.forEachRemaining(row -> {
            SpendHistory history = history(row);
            (required(row.integer("periods_ago")) == 0 ? now : earlier).add(history);
            Double later = row.number("later_mean_amount");
            if (later != null) {
                outcomes.add(new SpendOutcome(history, later));
            }
        });
        SpendSample sample = SpendSample.of(now);
        return sample.histories().isEmpty()
                ? List.of()
                : fitted(sample, SpendChoice.byHoldout(SpendSample.of(earlier), outcomes, sample));
    }

    private static SpendHistory history(Row row) {
        return new SpendHistory(
                Math.toIntExact(required(row.integer("repeat_purchases"))), required(row.number("mean_repeat_amount")));
    }

    private static List<Row> fitted(SpendSample sample, SpendChoice choice) {
        Fitted<SpendModel> gammaGamma = GammaGamma.fit(sample);
        SpendModel law = gammaGamma.model();
        Stream<SpendModel> rules =
                choice.candidates().stream().filter(model -> !model.name().equals(law.name()));
        return Stream.concat(
                        law(gammaGamma, choice).stream().map(row -> judged(row, law, choice)),
                        rules.flatMap(rule -> rule(rule, sample, choice).map(row -> judged(row, rule, choice))))
                .toList();
    }

    private static List<Row> law(Fitted<SpendModel> fitted, SpendChoice choice) {
        String name = fitted.model().name();
        return isChosen(fitted.model(), choice) && fitted.isUsable()
                ? FitRows.chosen(name, fitted)
                : FitRows.besides(name, fitted);
    }

    private static Stream<Row> rule(SpendModel model, SpendSample sample, SpendChoice choice) {
        return model.parameters().entrySet().stream()
                .map(entry -> new Parameter(entry.getKey(), entry.getValue(), OptionalDouble.empty()))
                .map(parameter ->
                        FitRows.rule(model.name(), parameter, sample.histories().size(), isChosen(model, choice)));
    }

    private static Boolean isChosen(SpendModel model, SpendChoice choice) {
        return model.name().equals(choice.chosen().name());
    }

    private static Row judged(Row row, SpendModel model, SpendChoice choice) {
        List<@Nullable Object> values = new ArrayList<>();
        row.header().names().forEach(name -> values.add(row.value(name)));
        values.add(choice.backtests().stream()
                .filter(test -> test.model().name().equals(model.name()))
                .map(SpendChoice.Backtest::meanAbsoluteError)
                .findFirst()
                .orElse(null));
        values.add(model.text());
        return HEADER.row(values.toArray());
    }
}
