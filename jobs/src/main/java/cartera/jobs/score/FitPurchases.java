package cartera.jobs.score;

import static cartera.jobs.engine.Row.required;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.TableStep;
import cartera.model.fit.Fitted;
import cartera.model.purchase.Accuracy;
import cartera.model.purchase.Calibration;
import cartera.model.purchase.Holdout;
import cartera.model.purchase.HoldoutGroup;
import cartera.model.purchase.PurchaseChoice;
import cartera.model.purchase.PurchaseGroup;
import cartera.model.purchase.PurchaseHistory;
import cartera.model.purchase.PurchaseModel;
import cartera.model.purchase.PurchaseSample;
import cartera.model.value.CohortChoice;
import cartera.model.value.Rung;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the company's customers buy and leave: every purchase model with its parameters and its share in the forecast, and
 * the same of cohorts where these are better forecast apart. Nothing where there are too few repeat buyers even for a
 * rule.
 *
 * <p>Rows: periods_ago (0: now; 1 and 2: at the end of an earlier period), period_days, kind (empty of unknown ones) and
 * arrival (the two splits), repeat_purchases, span_days, age_days, later_purchases (in the period after), customers with
 * this history, log_gap_sum (over all of them, gaps in days).
 */
public final class FitPurchases implements TableStep {

    private static final Row.Header HEADER = Row.Header.named(Stream.concat(
                    FitRows.COLUMNS.stream(),
                    Stream.of("weight", "holdout_rmse", "holdout_bias", "factor", "law", "cohort"))
            .toArray(String[]::new));
    private static final double LOG_DAYS_PER_WEEK = Math.log(7);
    private static final double DAYS_PER_WEEK = 7;
    private static final String ALL = "all";
    private static final List<List<String>> SPLITS =
            List.of(List.of("person", "organisation"), List.of("early", "late"));

    /** Customers at the end of a period, and what they bought in the next. */
    private static final class Cut {

        private final List<PurchaseGroup> groups = new ArrayList<>();
        private final List<HoldoutGroup> later = new ArrayList<>();
        private double weeks;

        void add(Row row) {
            PurchaseGroup group = group(row);
            groups.add(group);
            int purchases = Math.toIntExact(required(row.integer("later_purchases")));
            later.add(new HoldoutGroup(group.history(), purchases, group.customers()));
            weeks = required(row.integer("period_days")) / DAYS_PER_WEEK;
        }

        PurchaseSample sample() {
            return PurchaseSample.of(groups);
        }

        Holdout holdout() {
            return Holdout.of(later, weeks);
        }
    }

    /** Some of the customers at the end of each period, by periods ago. */
    private record Cuts(Map<Long, Cut> byAge) {

        Cuts() {
            this(new TreeMap<>());
        }

        void add(Row row) {
            byAge.computeIfAbsent(required(row.integer("periods_ago")), ago -> new Cut())
                    .add(row);
        }

        PurchaseSample now() {
            return byAge.getOrDefault(0L, new Cut()).sample();
        }

        Optional<Cut> earlier() {
            return Optional.ofNullable(byAge.get(1L));
        }

        Optional<CohortChoice.Cohort> cohort() {
            return earlier().map(cut -> new CohortChoice.Cohort(cut.sample(), cut.holdout(), now()));
        }

        PurchaseChoice choice() {
            return earlier()
                    .map(cut -> PurchaseChoice.byHoldout(cut.sample(), cut.holdout(), now()))
                    .orElseGet(() -> PurchaseChoice.byLikelihood(now()));
        }

        Calibration calibration(PurchaseChoice choice) {
            Optional<Cut> first = Optional.ofNullable(byAge.get(2L));
            return earlier()
                    .map(cut -> choice.calibration(cut.holdout(), first.map(Cut::sample), first.map(Cut::holdout)))
                    .orElse(Calibration.NONE);
        }
    }

    @Override
    public List<Row> apply(Iterator<Row> rows) {
        Map<String, Cuts> cohorts = new TreeMap<>();
        rows.forEachRemaining(row -> Stream.of(ALL, row.text("kind"), row.text("arrival"))
                .filter(Objects::nonNull)
                .forEach(cohort ->
                        cohorts.computeIfAbsent(cohort, name -> new Cuts()).add(row)));
        Cuts all = cohorts.getOrDefault(ALL, new Cuts());
        return all.now().repeatBuyers() < Rung.RULE.repeatBuyers() ? List.of() : fitted(all, cohorts);
    }

    private static List<Row> fitted(Cuts all, Map<String, Cuts> cohorts) {
        PurchaseChoice whole = all.choice();
        List<Row> rows = new ArrayList<>(rows(ALL, all, whole));
        CohortChoice.of(whole, splits(cohorts))
                .cohorts()
                .forEach((name, choice) -> rows.addAll(rows(name, required(cohorts.get(name)), choice)));
        return rows;
    }

    private static List<Map<String, CohortChoice.Cohort>> splits(Map<String, Cuts> cohorts) {
        return SPLITS.stream().map(split -> split(split, cohorts)).toList();
    }

    private static Map<String, CohortChoice.Cohort> split(List<String> names, Map<String, Cuts> cohorts) {
        Map<String, CohortChoice.Cohort> split = new TreeMap<>();
        names.forEach(name -> Optional.ofNullable(cohorts.get(name))
                .flatMap(Cuts::cohort)
                .ifPresent(cohort -> split.put(name, cohort)));
        return split;
    }

    private static PurchaseGroup group(Row row) {
        long repeats = required(row.integer("repeat_purchases"));
        long customers = required(row.integer("customers"));
        double logGapSum = required(row.number("log_gap_sum")) - LOG_DAYS_PER_WEEK * repeats * customers;
        PurchaseHistory history = PurchaseHistory.ofDays(
                Math.toIntExact(repeats), required(row.integer("span_days")), required(row.integer("age_days")));
        return new PurchaseGroup(history, customers, OptionalDouble.of(logGapSum));
    }

    private static List<Row> rows(String cohort, Cuts cuts, PurchaseChoice choice) {
        Calibration calibration = cuts.calibration(choice);
        return choice.candidates().stream()
                .flatMap(candidate -> rows(candidate, choice).stream()
                        .map(row -> joined(row, candidate, choice, calibration, cohort)))
                .toList();
    }

    private static List<Row> rows(Fitted<PurchaseModel> candidate, PurchaseChoice choice) {
        String label = candidate.model().label();
        return candidate.equals(choice.likeliest())
                ? FitRows.chosen(label, candidate)
                : FitRows.besides(label, candidate);
    }

    private static Row joined(
            Row row, Fitted<PurchaseModel> candidate, PurchaseChoice choice, Calibration calibration, String cohort) {
        Optional<Accuracy> accuracy = choice.backtest(candidate.model()).map(PurchaseChoice.Backtest::accuracy);
        List<@Nullable Object> values = new ArrayList<>();
        row.header().names().forEach(name -> values.add(row.value(name)));
        values.add(choice.blend().weight(candidate.model()));
        values.add(accuracy.map(Accuracy::rootMeanSquareError).orElse(null));
        values.add(accuracy.map(Accuracy::bias).orElse(null));
        values.add(calibration.factor());
        values.add(choice.blend().text());
        values.add(cohort);
        return HEADER.row(values.toArray());
    }
}
