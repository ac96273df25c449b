package cartera.reports.weekly;

import cartera.reports.Row;
import cartera.reports.Unit;
import cartera.reports.Value;
import cartera.reports.text.Language;
import cartera.reports.text.Sentence;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;

/** What to do this week: three sentences, each with the place where its list stands. */
record Actions(WeeklyData data, Language language) {

    static final int LONGEST = 112;
    static final int TOP = 5;

    /** @param anchor name of the cell to go to */
    record Action(Sentence sentence, String anchor) {}

    List<Action> all() {
        return List.of(customers(), new Action(segment(), "segments"), new Action(fault(), "checks"));
    }

    /** Whom to call: the list of those at risk where it has money, else those who have fallen silent. */
    private Action customers() {
        Risk risk = Risk.of(data);
        return risk.total("money_at_risk").number().signum() > 0
                ? new Action(risk(risk), "risk")
                : new Action(silent(), "silent");
    }

    private Sentence risk(Risk risk) {
        Map<String, Object> arguments = new RiskWords(data, risk, language).arguments();
        Sentence plain = language.say("action.risk", arguments);
        return risk.topShare()
                .map(share -> language.say("action.risk.top", Risk.with(arguments, "share", share)))
                .map(top -> Sentence.firstWithin(LONGEST, List.of(top, plain)))
                .orElse(plain);
    }

    private Sentence silent() {
        List<Row> rows = data.placed("silent_customer");
        if (rows.isEmpty()) {
            return language.say(
                    data.kpi("revenue").actual() == null ? "action.silent.unknown" : "action.silent.none", Map.of());
        }
        Value customers = silentCustomers(rows);
        Value amount = silentAmount(rows);
        if (rows.size() <= TOP || amount.number().signum() <= 0) {
            return language.say("action.silent", Map.of("customers", customers, "amount", amount));
        }
        return language.say(
                "action.silent.top", Map.of("customers", customers, "amount", amount, "share", topShare(rows)));
    }

    static Value silentCustomers(List<Row> rows) {
        return new Value(BigDecimal.valueOf(rows.size()), Unit.CUSTOMERS, "silent_customer_amount_12m", "customers");
    }

    static Value silentAmount(List<Row> rows) {
        return new Value(WeeklyData.sum(rows, "amount_12m"), Unit.MONEY, "silent_customer_amount_12m", "total");
    }

    private static Value topShare(List<Row> rows) {
        BigDecimal top = WeeklyData.sum(rows.subList(0, TOP), "amount_12m");
        BigDecimal share = top.divide(silentAmount(rows).number(), MathContext.DECIMAL64);
        return new Value(share, Unit.SHARE, "silent_customer_amount_12m", "top_share");
    }

    private Sentence segment() {
        if (data.bridge().bars().isEmpty()) {
            return language.say("action.segment.unknown", Map.of());
        }
        return Bridge.worst(data.rows("revenue_bridge"))
                .map(this::lost)
                .orElseGet(() -> language.say("action.segment.none", Map.of()));
    }

    private Sentence lost(Row row) {
        String code = row.code("segment");
        Map<String, Object> arguments = Map.of(
                "segment", language.name("segment.rfm", code),
                "change", Bridge.value("change", code, row.amount("change")),
                "amount", Bridge.value("amount", code, row.amount("amount")),
                "previous", Bridge.value("previous_amount", code, row.amount("previous_amount")));
        return language.say("action.segment", arguments);
    }

    private Sentence fault() {
        if (data.rows("data_check").isEmpty()) {
            return language.say("action.data.unknown", Map.of());
        }
        return data.faults().stream()
                .findFirst()
                .map(this::fault)
                .orElseGet(() -> language.say("action.data.none", Map.of()));
    }

    private Sentence fault(Row check) {
        Sentence fault = Checks.fault(language, check).capitalised(language.locale());
        return Sentence.firstWithin(LONGEST, List.of(fault.then(": ", Checks.step(language, check)), fault));
    }
}
