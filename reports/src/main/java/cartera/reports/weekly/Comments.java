package cartera.reports.weekly;

import cartera.reports.Row;
import cartera.reports.Unit;
import cartera.reports.Value;
import cartera.reports.text.Language;
import cartera.reports.text.Sentence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The last column of the KPI table: why a number is unknown, what moved it, or how it lies among its last weeks. */
record Comments(WeeklyData data, Language language) {

    /** So many weeks in a row make a trend worth a word. */
    private static final int TREND = 3;

    Sentence of(Kpi kpi) {
        Sentence own = own(kpi);
        if (!own.text().isEmpty()) {
            return own;
        }
        return data.cause(kpi.metric().id())
                .filter(row -> language.has("cause." + row.code("cause")))
                .map(row -> cause(kpi, row))
                .orElseGet(() -> kpi.actual() == null ? language.say("cause.unknown", Map.of()) : pattern(kpi));
    }

    /** What the sheets of their own say of the forecast and of the money at risk. */
    private Sentence own(Kpi kpi) {
        ForecastWords forecast = new ForecastWords(data, Forecast.of(data), language);
        RiskWords risk = new RiskWords(data, Risk.of(data), language);
        boolean isKnown = kpi.actual() != null;
        return switch (kpi.metric().id()) {
            case "forecast_month" -> isKnown ? forecast.comment() : language.say("title.forecast.none", Map.of());
            case "money_at_risk" -> isKnown ? risk.comment() : language.say("title.risk.none", Map.of());
            default -> Sentence.EMPTY;
        };
    }

    private Sentence cause(Kpi kpi, Row row) {
        String key = row.text("cause_key");
        String segment = key == null ? "" : language.name("segment.rfm", key);
        return language.say("cause." + row.code("cause"), Map.of("segment", segment, "value", value(kpi, row)));
    }

    /** In the metric's unit; a share in percentage points; the money of those who fell silent is money. */
    static Value value(Kpi kpi, Row row) {
        BigDecimal number = row.amount("cause_value");
        if (kpi.isShare()) {
            return new Value(number.movePointRight(2), Unit.POINTS, kpi.metric().id(), "cause");
        }
        boolean isMoney = row.code("cause").startsWith("money_");
        return new Value(
                number, isMoney ? Unit.MONEY : kpi.metric().unit(), kpi.metric().id(), "cause");
    }

    private Sentence pattern(Kpi kpi) {
        Value trend = kpi.trend();
        Value known = kpi.known();
        if (known.number().intValueExact() <= 1) {
            return language.say("comment.first", Map.of());
        }
        if (trend.number().intValueExact() >= TREND) {
            boolean isRising = kpi.step(data.week()) > 0;
            return language.say(isRising ? "comment.rising" : "comment.falling", Map.of("weeks", trend));
        }
        return extreme(kpi, known);
    }

    private Sentence extreme(Kpi kpi, Value known) {
        int n = known.number().intValueExact();
        List<BigDecimal> others = kpi
                .weeks()
                .subList(kpi.weeks().size() - n, kpi.weeks().size() - 1)
                .stream()
                .map(week -> Objects.requireNonNull(kpi.actual(week)).number())
                .toList();
        BigDecimal now = Objects.requireNonNull(kpi.actual()).number();
        boolean isHighest = others.stream().allMatch(other -> other.compareTo(now) < 0);
        boolean isLowest = others.stream().allMatch(other -> other.compareTo(now) > 0);
        String key = isHighest ? "comment.highest" : isLowest ? "comment.lowest" : "comment.usual";
        return language.say(key, Map.of("weeks", known));
    }
}
