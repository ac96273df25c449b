package cartera.reports;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The catalogue of metrics: one entry for each number and column that a report shows. */
public final class Metrics {

    private final Map<String, Metric> byId = new LinkedHashMap<>();
    private final Map<String, Metric> byColumn = new LinkedHashMap<>();

    public Metrics(List<Metric> metrics) {
        for (Metric metric : metrics) {
            byId.put(metric.id(), metric);
            byColumn.put(metric.column(), metric);
        }
    }

    /**
     * Reads {@code metrics.yaml}: under {@code metrics} a list of {@code id, unit, polarity, column, owner, version, name, definition}; the last two by language.
     *
     * @throws IllegalArgumentException naming every wrong entry
     */
    public static Metrics read(InputStream yaml) {
        Object document =
                new Load(LoadSettings.builder().setLabel("metrics.yaml").build()).loadFromInputStream(yaml);
        List<String> problems = new ArrayList<>();
        List<Metric> metrics = new ArrayList<>();
        for (Object entry : entries(document)) {
            metric(entry, problems, metrics);
        }
        if (!problems.isEmpty() || metrics.isEmpty()) {
            throw new IllegalArgumentException(
                    "metrics.yaml: %d problems%n  %s".formatted(problems.size(), String.join("\n  ", problems)));
        }
        return new Metrics(metrics);
    }

    private static List<?> entries(Object document) {
        return document instanceof Map<?, ?> file && file.get("metrics") instanceof List<?> list ? list : List.of();
    }

    public List<Metric> all() {
        return List.copyOf(byId.values());
    }

    /** @throws IllegalArgumentException if there is none of that id */
    public Metric metric(String id) {
        return known(byId.get(id), id);
    }

    /** The metric of a column such as {@code reports.cohort.retention}. */
    public Metric column(String table, String column) {
        return known(byColumn.get(table + "." + column), table + "." + column);
    }

    private static Metric known(@Nullable Metric metric, String asked) {
        if (metric == null) {
            throw new IllegalArgumentException("Invalid metric: %s (metrics.yaml does not have it)".formatted(asked));
        }
        return metric;
    }

    private static void metric(Object entry, List<String> problems, List<Metric> metrics) {
        if (!(entry instanceof Map<?, ?> fields)) {
            problems.add("%s: not an entry".formatted(entry));
            return;
        }
        try {
            metrics.add(metric(fields));
        } catch (IllegalArgumentException e) {
            problems.add("%s: %s".formatted(fields.get("id"), e.getMessage()));
        }
    }

    private static Metric metric(Map<?, ?> fields) {
        return new Metric(
                text(fields, "id"),
                Unit.valueOf(text(fields, "unit").toUpperCase(Locale.ROOT)),
                Polarity.valueOf(text(fields, "polarity").toUpperCase(Locale.ROOT)),
                text(fields, "column"),
                text(fields, "owner"),
                Integer.parseInt(text(fields, "version")),
                texts(fields, "name"),
                texts(fields, "definition"));
    }

    private static String text(Map<?, ?> fields, String name) {
        Object value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value.toString();
    }

    private static Map<String, String> texts(Map<?, ?> fields, String name) {
        if (!(fields.get(name) instanceof Map<?, ?> texts) || texts.isEmpty()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        Map<String, String> result = new TreeMap<>();
        texts.forEach((language, text) -> result.put(language.toString(), text.toString()));
        return result;
    }
}
