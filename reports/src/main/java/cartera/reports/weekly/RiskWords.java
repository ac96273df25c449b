package cartera.reports.weekly;

import cartera.reports.Row;
import cartera.reports.Unit;
import cartera.reports.Value;
import cartera.reports.text.Language;
import cartera.reports.text.Sentence;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands above the call list: how much money is at risk, how the list was made, how good the score is; or why there is no list. */
record RiskWords(WeeklyData data, Risk risk, Language language) {

    /** From this share of the tenths on, the probabilities are as good as they are meant to be. */
    private static final BigDecimal TRUSTED = new BigDecimal("0.9");

    Sentence title() {
        if (risk.rows().isEmpty()) {
            return language.say("title.risk.none", Map.of());
        }
        Map<String, Object> arguments = arguments();
        if (!risk.hasMoney()) {
            return language.say("title.risk.unknown", arguments);
        }
        Sentence plain = language.say("title.risk", arguments);
        return risk.topShare()
                .map(share -> language.say("title.risk.top", Risk.with(arguments, "share", share)))
                .map(top -> Sentence.firstWithin(Headline.LONGEST, List.of(top, plain)))
                .orElse(plain);
    }

    /** How many customers, how much money, and of what. */
    Map<String, Object> arguments() {
        return Map.of(
                "customers", risk.customers(),
                "amount", risk.total("money_at_risk"),
                "basis", language.word("risk.basis." + risk.basis()));
    }

    /** Money, score and probabilities, a line each. */
    List<Sentence> lines() {
        List<Sentence> lines = new ArrayList<>();
        lines.add(money().then(". ", size()));
        lines.add(score());
        lines.add(probabilities().then(". ", better()));
        lines.add(language.say("risk.red", Map.of()));
        lines.removeIf(line -> line.text().isEmpty());
        return lines;
    }

    private Sentence money() {
        Value whole = risk.whole();
        Map<String, Object> arguments = Map.of("basis", language.word("risk.basis.of." + risk.basis()));
        if (whole == null || !risk.hasMoney()) {
            return language.say("risk.money.list", arguments);
        }
        return language.say(
                "risk.money", Risk.with(Risk.with(arguments, "whole", whole), "list", risk.total("money_at_risk")));
    }

    /** How the list came to be so long. */
    private Sentence size() {
        Optional<Value> managers = risk.count("calling_managers");
        Optional<Value> calls = risk.count("calls_per_manager");
        if (managers.isEmpty() || calls.isEmpty()) {
            return Sentence.EMPTY;
        }
        return language.say("risk.size", Map.of("managers", managers.get(), "calls", calls.get()));
    }

    private Sentence score() {
        Optional<Row> rule = risk.rule();
        if (rule.filter(row -> row.flag("is_chosen")).isPresent()) {
            return language.say("risk.score.rule", Map.of("days", days(rule.get())));
        }
        Optional<Row> score = risk.score().filter(row -> row.number("auc") != null && row.number("base_rate") != null);
        if (score.isEmpty()) {
            return language.say("risk.score.none", Map.of());
        }
        Sentence top = language.say("risk.score", Map.of("top", top(score.get()), "base", base(score.get())));
        return rule.filter(row -> row.number("auc") != null)
                .map(found -> top.then(". ", compared(score.get(), found)))
                .orElse(top);
    }

    private Sentence compared(Row score, Row rule) {
        Map<String, Object> arguments = Map.of("score", auc(score), "rule", auc(rule), "days", days(rule));
        return language.say(isBetter(score, rule) ? "risk.score.better" : "risk.score.not_better", arguments);
    }

    private static boolean isBetter(Row score, Row rule) {
        return score.amount("auc").compareTo(rule.amount("auc")) > 0;
    }

    /** What is to be held against the scores: no better than a rule, or probabilities that do not hold. */
    List<Sentence> caveats() {
        List<Sentence> caveats = new ArrayList<>();
        risk.score()
                .flatMap(score -> risk.rule()
                        .filter(rule -> rule.number("auc") != null && !isBetter(score, rule))
                        .map(rule -> compared(score, rule)))
                .ifPresent(caveats::add);
        if (!isTrusted()) {
            caveats.add(probabilities());
        }
        return caveats;
    }

    private static Value auc(Row row) {
        return new Value(row.amount("auc"), Unit.SHARE, "churn_evaluation_auc", row.code("scorer"));
    }

    private static Value base(Row row) {
        return new Value(row.amount("base_rate"), Unit.SHARE, "churn_evaluation_base_rate", row.code("scorer"));
    }

    /** Of the tenth of the customers with the highest scores, the share that left. */
    private static Value top(Row row) {
        BigDecimal share = row.amount("base_rate").multiply(row.amount("lift_10"), MathContext.DECIMAL64);
        return new Value(share, Unit.SHARE, "churn_evaluation_lift_10", row.code("scorer"));
    }

    private static Value days(Row rule) {
        String note = rule.text("note");
        BigDecimal days = note == null || !note.matches("\\d{1,6}") ? BigDecimal.ZERO : new BigDecimal(note);
        return new Value(days, Unit.DAYS, "churn_evaluation_auc", "days");
    }

    /** Whether as many left as the probabilities said. */
    private Sentence probabilities() {
        List<Row> bins = risk.calibration();
        if (bins.isEmpty()) {
            return Sentence.EMPTY;
        }
        Value predicted = share(bins, "predicted");
        Value observed = share(bins, "observed");
        String wrong = predicted.number().compareTo(observed.number()) > 0 ? "high" : "low";
        Map<String, Object> arguments = Map.of(
                "inside",
                tenths("inside", inside(bins)),
                "bins",
                tenths("bins", bins.size()),
                "predicted",
                predicted,
                "observed",
                observed);
        return language.say("risk.probabilities." + (isTrusted() ? "good" : wrong), arguments);
    }

    /** Whether nearly all tenths agree with what came, or nothing is known of it. */
    private boolean isTrusted() {
        List<Row> bins = risk.calibration();
        BigDecimal least = BigDecimal.valueOf(bins.size()).multiply(TRUSTED);
        return BigDecimal.valueOf(inside(bins)).compareTo(least) >= 0;
    }

    private static long inside(List<Row> bins) {
        return bins.stream().filter(bin -> bin.flag("is_inside")).count();
    }

    private static Value tenths(String key, long count) {
        return new Value(BigDecimal.valueOf(count), Unit.COUNT, "churn_calibration_is_inside", key);
    }

    /** Over all customers. */
    private static Value share(List<Row> bins, String column) {
        BigDecimal customers = WeeklyData.sum(bins, "customers");
        BigDecimal sum = bins.stream()
                .map(bin -> bin.amount("customers").multiply(bin.amount(column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal share = customers.signum() == 0 ? BigDecimal.ZERO : sum.divide(customers, MathContext.DECIMAL64);
        return new Value(share, Unit.SHARE, "churn_calibration_" + column, "all");
    }

    /** What would lift the scores to the next rung. */
    private Sentence better() {
        return risk.count("missing_repeat_customers")
                .filter(missing -> missing.number().signum() > 0)
                .map(missing -> language.say("risk.better", Map.of("missing", missing)))
                .orElse(Sentence.EMPTY);
    }

    /** Why there is no list, and what would bring one. */
    List<Sentence> none() {
        if (data.kpi("revenue").actual() == null) {
            return List.of(language.say("risk.none.no_sales", Map.of()));
        }
        Optional<Value> buyers = risk.count("repeat_customers");
        Optional<Value> missing = risk.count("missing_repeat_customers");
        if (buyers.isEmpty() || missing.isEmpty()) {
            return List.of(language.say("risk.none", Map.of()));
        }
        return List.of(
                language.say("risk.none.few", Map.of("buyers", buyers.get(), "missing", missing.get())),
                language.say("risk.none.instead", Map.of()));
    }

    /** What is said of the money at risk in the table of Summary. */
    Sentence comment() {
        return risk.hasMoney()
                ? language.say("cause.money_at_risk", Map.of("value", risk.total("money_at_risk")))
                : Sentence.EMPTY;
    }
}
