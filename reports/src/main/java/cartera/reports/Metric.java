package cartera.reports;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What a number means: its names and definition by language, its unit and which direction is good.
 *
 * @param column where it stands, {@code reports.table.column}; metrics of {@code reports.metric_value} share one column and differ by id
 * @param owner code of the role that answers for the definition
 */
public record Metric(
        String id,
        Unit unit,
        Polarity polarity,
        String column,
        String owner,
        int version,
        Map<String, String> names,
        Map<String, String> definitions) {

    /** Spoken where a language has no name of its own. */
    private static final String FALLBACK = "en";

    public Metric {
        names = Map.copyOf(names);
        definitions = Map.copyOf(definitions);
    }

    /** The name in a language, in English where that language has none. */
    public String name(String language) {
        return inLanguage(names, language);
    }

    /** How it is counted, in a language; in English where that language has none. */
    public String definition(String language) {
        return inLanguage(definitions, language);
    }

    public Value value(BigDecimal number, String key) {
        return new Value(number, unit, id, key);
    }

    private String inLanguage(Map<String, String> texts, String language) {
        return texts.getOrDefault(language, texts.getOrDefault(FALLBACK, id));
    }
}
