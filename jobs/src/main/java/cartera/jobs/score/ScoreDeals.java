package cartera.jobs.score;

import static cartera.jobs.engine.Row.required;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.TableStep;
import cartera.model.pipeline.DealCycle;
import cartera.model.pipeline.DealOutcome;
import cartera.model.pipeline.DealScorer;
import cartera.model.pipeline.WinRates;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What open deals will bring, from how closed ones ended.
 *
 * <p>Row: deal_id, party_id, is_customer, pipeline, stage, stages (those reached, with commas), manager_id, channel, amount,
 * created_on, closed_on, outcome (on as_of), is_overdue, as_of, horizon_days.
 */
public final class ScoreDeals implements TableStep {

    private static final Row.Header SCORE = Row.Header.named(
            "deal_id",
            "party_id",
            "is_customer",
            "amount",
            "age_days",
            "is_overdue",
            "base_probability",
            "win_probability",
            "horizon_probability",
            "expected_amount",
            "reason",
            "auc");
    /** Closed deals from which on a pipeline has a rhythm of its own. */
    private static final int OWN_CYCLE = 50;

    private static final List<String> ATTRIBUTES = List.of("manager_id", "channel");
    private static final String OPEN = "open";
    private static final String WON = "won";

    @Override
    public List<Row> apply(Iterator<Row> rows) {
        List<Row> deals = new ArrayList<>();
        rows.forEachRemaining(deals::add);
        deals.sort(Comparator.comparing(row -> required(row.text("deal_id"))));
        Company company = new Company(deals);
        return deals.stream().filter(ScoreDeals::isOpen).map(company::score).toList();
    }

    private static boolean isOpen(Row row) {
        return OPEN.equals(row.text("outcome"));
    }

    private static boolean isWon(Row row) {
        return WON.equals(row.text("outcome"));
    }

    private static double days(Row row) {
        return Math.max(
                0,
                ChronoUnit.DAYS.between(
                        required(row.date("created_on")), required(row.date(isOpen(row) ? "as_of" : "closed_on"))));
    }

    private static DealOutcome outcome(Row row) {
        return new DealOutcome(
                days(row),
                DealOutcome.Kind.valueOf(required(row.text("outcome")).toUpperCase(Locale.ROOT)));
    }

    private static Map<String, String> words(Row row) {
        Map<String, String> words = new TreeMap<>();
        for (String attribute : ATTRIBUTES) {
            String word = row.text(attribute);
            if (word != null) {
                words.put(attribute, word);
            }
        }
        return words;
    }

    /** What the deals of a company have in common. */
    private static final class Company {

        private final DealCycle cycle;
        private final Map<String, DealCycle> ofPipelines;
        private final WinRates pipelines;
        private final WinRates stages;
        private final DealScorer scorer;

        Company(List<Row> deals) {
            List<Row> closed = deals.stream().filter(row -> !isOpen(row)).toList();
            cycle = DealCycle.of(deals.stream().map(ScoreDeals::outcome).toList());
            pipelines = WinRates.of(closed.stream()
                    .map(row -> new WinRates.Closed(required(row.text("pipeline")), isWon(row)))
                    .toList());
            stages = WinRates.of(
                    closed.stream().flatMap(row -> reached(row).stream()).toList());
            scorer = DealScorer.of(closed.stream()
                    .map(row -> new DealScorer.Example(
                            required(row.date("closed_on")).toEpochDay(), isWon(row), words(row)))
                    .toList());
            ofPipelines = deals.stream()
                    .collect(Collectors.groupingBy(
                            row -> required(row.text("pipeline")), TreeMap::new, Collectors.toList()))
                    .entrySet()
                    .stream()
                    .filter(pipeline -> pipeline.getValue().stream()
                                    .filter(row -> !isOpen(row))
                                    .count()
                            >= OWN_CYCLE)
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            pipeline -> DealCycle.of(pipeline.getValue().stream()
                                    .map(ScoreDeals::outcome)
                                    .toList())));
        }

        private static List<WinRates.Closed> reached(Row row) {
            String stages = Objects.requireNonNullElse(row.text("stages"), "");
            return stages.isEmpty()
                    ? List.of()
                    : List.of(stages.split(", ")).stream()
                            .map(stage -> new WinRates.Closed(group(row, stage), isWon(row)))
                            .toList();
        }

        private static String group(Row row, String stage) {
            return row.text("pipeline") + "\u001f" + stage;
        }

        Row score(Row row) {
            double age = days(row);
            double within = required(row.integer("horizon_days"));
            DealCycle own = ofPipelines.get(required(row.text("pipeline")));
            DealCycle of = own == null ? cycle : own;
            double base = moved(of.everWon(age), stageRatio(row) * (own == null ? pipelineRatio(row) : 1));
            Double won = scorer.isUsable() ? (Double) moved(base, scorer.oddsRatio(words(row))) : null;
            double best = won == null ? base : won;
            double soon = best * of.shareWithin(age, within);
            Double amount = row.number("amount");
            return SCORE.row(
                    row.text("deal_id"),
                    row.text("party_id"),
                    row.is("is_customer"),
                    row.decimal("amount"),
                    (long) age,
                    row.is("is_overdue"),
                    base,
                    won,
                    soon,
                    amount == null ? null : ForecastSales.money(best * amount),
                    reason(),
                    Double.isNaN(scorer.auc()) ? null : (Double) scorer.auc());
        }

        private String reason() {
            return Double.isNaN(scorer.auc()) ? "too_few" : scorer.isUsable() ? "scored" : "no_signal";
        }

        private double pipelineRatio(Row row) {
            return odds(pipelines.rate(required(row.text("pipeline")))) / odds(pipelines.mean());
        }

        /** Deals that reached the stage, against all that reached any; 1 where no history tells. */
        private double stageRatio(Row row) {
            String group = group(row, required(row.text("stage")));
            return stages.groups().containsKey(group) ? odds(stages.rate(group)) / odds(stages.mean()) : 1;
        }

        private static double odds(double p) {
            return p / (1 - p);
        }

        private static double moved(double p, double ratio) {
            return p * ratio / (1 - p + p * ratio);
        }
    }
}
