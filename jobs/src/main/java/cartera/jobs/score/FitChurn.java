package cartera.jobs.score;

import static cartera.jobs.engine.Row.required;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.TableStep;
import cartera.model.churn.CustomerDays;
import cartera.model.churn.Evaluation;
import cartera.model.churn.Remark;
import cartera.model.churn.SilenceForecast;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Trains the scores of silence of each horizon, tries them on the horizon that has just ended, and tells both as rows.
 *
 * <p>Rows: party_id, days of a customer (see {@link CustomerText}), horizons in use as a list, cut_day.
 */
public final class FitChurn implements TableStep {

    private static final Row.Header FIT =
            Row.Header.named("horizon_days", "kind", "scorer", "bin", "name", "value", "rung", "grade", "note");
    private static final long WHOLE = 0;
    private static final String NOBODY = "none";
    /** From so many customers on a trial is certain enough for grade A. */
    private static final long MANY_CUSTOMERS = 1000;

    @Override
    public List<Row> apply(Iterator<Row> rows) {
        Map<String, CustomerDays> customers = new TreeMap<>();
        Row last = null;
        while (rows.hasNext()) {
            last = rows.next();
            customers.put(required(last.text("party_id")), CustomerText.days(last));
        }
        return last == null
                ? List.of()
                : fits(
                        List.copyOf(customers.values()),
                        required(last.text("horizons")),
                        required(last.integer("cut_day")));
    }

    private static List<Row> fits(List<CustomerDays> customers, String horizons, long cutDay) {
        List<Integer> days =
                Stream.of(horizons.split(", ")).map(Integer::valueOf).toList();
        Map<Integer, SilenceForecast> forecasts = SilenceForecast.ofEach(customers, cutDay, days);
        List<Row> rows = new ArrayList<>();
        for (int horizonDays : days) {
            SilenceForecast forecast = forecasts.get(horizonDays);
            rows.addAll(forecast == null ? List.of(Fit.none(horizonDays)) : new Fit(horizonDays, forecast).rows());
        }
        return rows;
    }

    /** One horizon's score as rows. */
    private record Fit(long horizonDays, SilenceForecast forecast) {

        static Row none(long horizonDays) {
            String name = code(Remark.Code.NO_CLOSED_WINDOW);
            return FIT.row(
                    horizonDays,
                    "remark",
                    NOBODY,
                    WHOLE,
                    name,
                    null,
                    "counts",
                    "D",
                    "no horizon is over, and no purchase model holds");
        }

        List<Row> rows() {
            List<Row> rows = new ArrayList<>();
            String chosen = forecast.chosen().name();
            String basis = forecast.chosen().basis();
            forecast.score()
                    .parameters()
                    .forEach((name, value) -> rows.add(row("parameter", chosen, WHOLE, name, value, basis)));
            forecast.trials().forEach(trial -> addMeasures(rows, trial));
            remarks().forEach((code, note) -> rows.add(row("remark", chosen, WHOLE, code, null, note)));
            return rows;
        }

        /** Notes by code; those of one code together. */
        private Map<String, String> remarks() {
            return forecast.remarks().stream()
                    .collect(Collectors.groupingBy(
                            remark -> code(remark.code()),
                            TreeMap::new,
                            Collectors.mapping(Remark::note, Collectors.joining("; "))));
        }

        private void addMeasures(List<Row> rows, SilenceForecast.Trial trial) {
            Evaluation evaluation = trial.evaluation();
            Map<String, Double> measures = new TreeMap<>();
            measures.put("customers", (double) evaluation.customers());
            measures.put("base_rate", evaluation.base());
            measures.put("auc", evaluation.auc());
            measures.put("pr_auc", evaluation.prAuc());
            measures.put("lift_10", evaluation.lift());
            measures.put("brier", evaluation.brier());
            measures.put("ece", evaluation.ece());
            measures.put("log_loss", evaluation.logLoss());
            measures.put("plausible_bins", (double) evaluation.plausibleBins());
            measures.forEach((name, value) -> rows.add(measure(trial, WHOLE, name, value)));
            for (int bin = 0; bin < evaluation.bins().size(); bin++) {
                addBin(rows, trial, bin + 1, evaluation.bins().get(bin));
            }
        }

        private void addBin(List<Row> rows, SilenceForecast.Trial trial, long number, Evaluation.Bin bin) {
            Map<String, Double> measures = new TreeMap<>();
            measures.put("customers", bin.customers());
            measures.put("predicted", bin.predicted());
            measures.put("observed", bin.observed());
            measures.put("low", bin.low());
            measures.put("high", bin.high());
            measures.forEach((name, value) -> rows.add(measure(trial, number, name, value)));
        }

        private Row measure(SilenceForecast.Trial trial, long bin, String name, double value) {
            return row("measure", trial.scorer(), bin, name, value, trial.basis());
        }

        private Row row(
                String kind, String scorer, long bin, String name, @Nullable Double value, @Nullable String note) {
            String rung = forecast.rung().name().toLowerCase(Locale.ROOT);
            return FIT.row(horizonDays, kind, scorer, bin, name, value, rung, grade(), note);
        }

        private String grade() {
            return switch (forecast.rung()) {
                case OWN_MODEL -> isProven() ? "A" : "B";
                case POOLED_MODEL -> "B";
                case RULE -> "C";
                case COUNTS -> "D";
            };
        }

        private boolean isProven() {
            return forecast.remarks().isEmpty()
                    && forecast.trial(forecast.chosen().name())
                            .filter(trial -> trial.evaluation().customers() >= MANY_CUSTOMERS)
                            .isPresent();
        }
    }

    private static String code(Remark.Code code) {
        return code.name().toLowerCase(Locale.ROOT);
    }
}
