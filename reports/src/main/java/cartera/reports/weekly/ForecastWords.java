package cartera.reports.weekly;

import cartera.reports.Row;
import cartera.reports.Unit;
import cartera.reports.Value;
import cartera.reports.text.Language;
import cartera.reports.text.Sentence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the forecast says, in words: how much, against plan, whether sales grow, and how far it can be trusted. */
record ForecastWords(WeeklyData data, Forecast forecast, Language language) {

    Sentence title() {
        if (forecast.isEmpty()) {
            return language.say("title.forecast.none", Map.of());
        }
        Map<String, Object> arguments = Map.of("weeks", forecast.weeks(), "amount", forecast.sum());
        Sentence plain = language.say("title.forecast", arguments);
        return forecast.gap()
                .filter(gap -> gap.number().signum() != 0)
                .map(gap -> compared(arguments, gap))
                .orElse(plain);
    }

    private Sentence compared(Map<String, Object> arguments, Value gap) {
        String key = "title.forecast." + Headline.direction(gap);
        Sentence plain = language.say(key, Risk.with(arguments, "gap", gap));
        return Sentence.firstWithin(Headline.LONGEST, List.of(plain.then("; ", outside()), plain));
    }

    /** Whether the plan lies outside what is likely. */
    private Sentence outside() {
        BigDecimal plan = forecast.plan().orElseThrow().number();
        boolean isHigh = forecast.limit("high_80")
                .filter(high -> plan.compareTo(high.number()) > 0)
                .isPresent();
        boolean isLow = forecast.limit("low_80")
                .filter(low -> plan.compareTo(low.number()) < 0)
                .isPresent();
        return isHigh || isLow
                ? language.say("title.forecast.plan_" + (isHigh ? "high" : "low"), Map.of())
                : Sentence.EMPTY;
    }

    /** Growth or decline, then the month. */
    List<Sentence> lines() {
        List<Sentence> lines = new ArrayList<>();
        forecast.total().ifPresent(total -> lines.add(growth(total)));
        forecast.month().ifPresent(month -> lines.add(month(month)));
        return lines;
    }

    /** Something unusual in the past. */
    record Unusual(String when, Sentence what) {}

    /** What was unusual, the largest first. */
    List<Unusual> unusual() {
        return forecast.findings().stream().map(this::unusual).toList();
    }

    private Unusual unusual(Row row) {
        Value change = data.column("forecast_finding", "change")
                .value(row.amount("change"), String.valueOf(row.amount("position")));
        String kind = row.code("kind");
        String direction = change.number().signum() < 0 ? "below" : "above";
        return new Unusual(
                language.word(
                        String.join(".", "forecast.finding", row.code("step"), kind),
                        Map.of("day", language.date(row.day("period_on")))),
                language.say(String.join(".", "forecast.finding", kind, direction), Map.of("change", change)));
    }

    private Sentence growth(Row total) {
        Map<String, Object> arguments = new HashMap<>();
        for (String column : List.of("growth", "growth_low", "growth_high")) {
            if (total.number(column) == null) {
                return language.say("forecast.growth.unknown", Map.of());
            }
            arguments.put(column, data.column("forecast_part", column).value(total.amount(column), Forecast.TOTAL));
        }
        String direction = total.text("direction");
        String key = "forecast.growth." + (direction == null ? "unclear" : direction);
        return language.say(language.has(key) ? key : "forecast.growth.unclear", arguments);
    }

    private Sentence month(Row row) {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("month", language.month(row.day("month_on")));
        for (String column : List.of("mid", "low_80", "high_80", "plan", "chance_of_plan")) {
            BigDecimal number = row.number(column);
            if (number != null) {
                arguments.put(
                        column,
                        data.column("forecast_month", column)
                                .value(number, row.day("month_on").toString()));
            }
        }
        for (String key : List.of("forecast.month.plan", "forecast.month.limits", "forecast.month")) {
            if (arguments.keySet().containsAll(language.arguments(key))) {
                return language.say(key, arguments).capitalised(language.locale());
            }
        }
        return Sentence.EMPTY;
    }

    /** Who was nearest to what came, how often. */
    Sentence record() {
        List<Row> origins = forecast.origins();
        if (origins.isEmpty()) {
            return language.say("forecast.record.none", Map.of());
        }
        return language.say(
                "forecast.record",
                Map.of(
                        "origins", times("origins", origins.size()),
                        "model", nearest(origins, "model"),
                        "naive", nearest(origins, "naive"),
                        "plan", nearest(origins, "plan")));
    }

    private static Value nearest(List<Row> origins, String who) {
        return times(
                who,
                origins.stream().filter(row -> who.equals(row.text("best"))).count());
    }

    private static Value times(String key, long count) {
        return new Value(BigDecimal.valueOf(count), Unit.COUNT, "forecast_origin_error", key);
    }

    /** What is used where last year repeated was more exact than the model. */
    Sentence used() {
        return language.say(isNaive() ? "forecast.used.naive" : "forecast.used.model", Map.of());
    }

    /** Whether last year is repeated because the model was less exact. */
    boolean isNaive() {
        return forecast.levels().stream()
                .anyMatch(row -> row.code("level").equals("company") && "naive".equals(row.text("used")));
    }

    /** What is said of the month's forecast in the table of Summary. */
    Sentence comment() {
        return forecast.month()
                .filter(row -> row.number("chance_of_plan") != null)
                .map(row -> language.say(
                        "comment.chance_of_plan",
                        Map.of(
                                "chance",
                                data.column("forecast_month", "chance_of_plan")
                                        .value(
                                                row.amount("chance_of_plan"),
                                                row.day("month_on").toString()))))
                .orElseGet(() -> language.say("comment.forecast", Map.of()));
    }
}
