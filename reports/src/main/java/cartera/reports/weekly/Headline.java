package cartera.reports.weekly;

import cartera.reports.Row;
import cartera.reports.Value;
import cartera.reports.text.Language;
import cartera.reports.text.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The title of Summary: the week in one line of at most 80 characters. What is unsafe about the data comes first, then plan, then the previous week. */
record Headline(WeeklyData data, Language language) {

    static final int LONGEST = 80;

    Sentence sentence() {
        Kpi revenue = data.kpi("revenue");
        Value actual = revenue.actual();
        Optional<Row> fault = data.faults().stream()
                .filter(row -> row.code("severity").equals(Checks.ERROR))
                .findFirst();
        if (actual == null) {
            return language.say("title.empty", Map.of());
        }
        if (fault.isPresent()) {
            return Sentence.firstWithin(LONGEST, broken(actual, fault.get()));
        }
        if (!revenue.isComplete()) {
            return language.say("title.unfinished", Map.of("actual", actual));
        }
        return compared(revenue, actual);
    }

    private List<Sentence> broken(Value actual, Row fault) {
        return List.of(
                language.say("title.broken", Map.of("actual", actual, "fault", Checks.fault(language, fault))),
                language.say("title.broken.short", Map.of("actual", actual)));
    }

    private Sentence compared(Kpi revenue, Value actual) {
        Base base = revenue.base(Base.PLAN) == null ? Base.PREVIOUS : Base.PLAN;
        Value gap = revenue.gap(base);
        if (gap == null) {
            return language.say("title.first", Map.of("actual", actual));
        }
        String key = "title." + base.column() + "." + direction(gap);
        Sentence plain = language.say(key, Map.of("actual", actual, "gap", gap));
        Value share = revenue.gapShare(base);
        Sentence full = share == null
                ? plain
                : language.say(key + ".share", Map.of("actual", actual, "gap", gap, "share", share));
        Sentence ending = ending(revenue, base, gap);
        return Sentence.firstWithin(LONGEST, List.of(full.then("", ending), plain.then("", ending), full, plain));
    }

    /** The cause where it explains the direction; where the week went the other way than the plan, that. */
    private Sentence ending(Kpi revenue, Base base, Value gap) {
        Value change = revenue.gap(Base.PREVIOUS);
        if (base == Base.PLAN
                && change != null
                && change.number().signum() * gap.number().signum() < 0) {
            return language.say("title.contrary." + direction(change), Map.of("gap", change));
        }
        return cause(gap);
    }

    private Sentence cause(Value gap) {
        return data.cause("revenue")
                .filter(row ->
                        row.amount("cause_value").signum() == gap.number().signum())
                .filter(row -> language.has("title.cause." + row.code("cause")))
                .map(row -> language.say(
                        "title.cause." + row.code("cause"), Map.of("segment", segment(row.text("cause_key")))))
                .orElse(Sentence.EMPTY);
    }

    private String segment(@Nullable String code) {
        return language.name("segment.rfm", code == null ? "unknown" : code);
    }

    static String direction(Value gap) {
        return switch (gap.number().signum()) {
            case 1 -> "above";
            case -1 -> "below";
            default -> "equal";
        };
    }

    /** The chart's title: how long the revenue has been where it is. */
    Sentence ofWeeks() {
        Kpi revenue = data.kpi("revenue");
        int sign = revenue.gapSign(data.week());
        String against = revenue.hasPlan() ? "plan" : "trend";
        if (sign == 0) {
            return language.say("chart.weeks.plain", Map.of());
        }
        Value weeks = revenue.hasPlan() ? revenue.streak() : revenue.trend();
        return language.say("chart.weeks." + against + (sign > 0 ? ".above" : ".below"), Map.of("weeks", weeks));
    }

    /** The bridge's title: what the bars add up to. */
    Sentence ofBridge(Bridge bridge) {
        return language.say(
                bridge.bars().isEmpty() ? "chart.bridge.none" : "chart.bridge",
                Map.of("change", bridge.total().change()));
    }
}
