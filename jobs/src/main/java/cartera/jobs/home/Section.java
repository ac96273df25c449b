package cartera.jobs.home;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A mapping of a YAML file that knows its lines. Whoever reads it asks for the keys that it understands; {@link
 * #allowNoOther} then reports every key that nobody asked for. Faults are collected, never thrown.
 */
public final class Section {

    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Faults faults;
    private final int line;

    private Section(Node node, Faults faults) {
        this.faults = faults;
        this.line = lineOf(node);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::put);
        } else {
            faults.add(line, "a mapping 'key: value' is expected here");
        }
    }

    /** Reads a whole file; its syntax errors become faults and the section is empty. */
    public static Section parse(String yaml, Faults faults) {
        LoadSettings settings =
                LoadSettings.builder().setMaxAliasesForCollections(20).build();
        try {
            Optional<Node> root = new Compose(settings).composeString(yaml);
            return new Section(root.orElseGet(Section::nothing), faults);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            faults.add(line, "no valid YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            faults.add(1, "no valid YAML: " + e.getMessage());
        }
        return new Section(nothing(), faults);
    }

    /** A mapping without keys. */
    public static Section empty(Faults faults) {
        return new Section(nothing(), faults);
    }

    private static Node nothing() {
        return new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK);
    }

    private void put(NodeTuple tuple) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (values.put(key, tuple.getValueNode()) != null) {
            faults.add(lineOf(tuple.getKeyNode()), "key '%s' stands twice".formatted(key));
        }
        lines.put(key, lineOf(tuple.getKeyNode()));
    }

    /** Where this mapping starts, counted from 1. */
    public int line() {
        return line;
    }

    /** Where a key stands; the start of the mapping if it is not there. */
    public int lineOf(String key) {
        return lines.getOrDefault(key, line);
    }

    /** Every key of the mapping, in its order. */
    public Set<String> keys() {
        return values.keySet();
    }

    /** Whether a key is there; it counts as asked for. */
    public boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    /** Reports what is wrong with the value of a key. */
    public void fault(String key, String message) {
        faults.add(lineOf(key), message);
    }

    /** One value as text; null if the key is absent. */
    public @Nullable String text(String key) {
        Node node = node(key);
        if (node == null || node instanceof ScalarNode) {
            return node == null ? null : ((ScalarNode) node).getValue();
        }
        fault(key, "%s: one value is expected, not a list or mapping".formatted(key));
        return null;
    }

    public String text(String key, String otherwise) {
        String text = text(key);
        return text == null ? otherwise : text;
    }

    /** A text that must be there; a missing one is a fault and gives an empty text. */
    public String requiredText(String key) {
        String text = text(key);
        if (text == null && !values.containsKey(key)) {
            faults.add(line, "key '%s' is missing".formatted(key));
        }
        return text == null ? "" : text;
    }

    /** True or false, spelled so; absent is false. */
    public boolean flag(String key) {
        String text = text(key);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            fault(key, "%s: '%s' is neither true nor false".formatted(key, text));
        }
        return "true".equals(text);
    }

    /** A whole number; absent is {@code otherwise}. */
    public int number(String key, int otherwise) {
        String text = text(key);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,6}")) {
            fault(key, "%s: '%s' is no whole number".formatted(key, text));
            return otherwise;
        }
        return Integer.parseInt(text);
    }

    /** One of the given words; absent or wrong is the first. */
    public String word(String key, List<String> words) {
        String text = text(key, words.get(0));
        if (!words.contains(text)) {
            fault(key, "%s: unknown '%s'%s".formatted(key, text, Nearest.didYouMean(text, words)));
            return words.get(0);
        }
        return text;
    }

    /** The value as the function reads it; what it refuses is a fault that states the rule, and gives {@code otherwise}. */
    public <T> T value(String key, T otherwise, String rule, Function<String, T> reader) {
        String text = text(key);
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            fault(key, "Invalid %s: %s (%s)".formatted(key, text, rule));
            return otherwise;
        }
    }

    /** A value or a list of values; absent is empty. */
    public List<String> texts(String key) {
        Node node = node(key);
        if (node == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        List<Node> items = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
        for (Node item : items) {
            if (item instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                faults.add(lineOf(item), "%s: a value or a list of values is expected".formatted(key));
            }
        }
        return texts;
    }

    /** A list whose items are values or lists of values; absent is empty. */
    public List<List<String>> textLists(String key) {
        Node node = node(key);
        if (!(node instanceof SequenceNode sequence)) {
            return node == null ? List.of() : List.of(texts(key));
        }
        List<List<String>> lists = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            List<Node> parts = item instanceof SequenceNode inner ? inner.getValue() : List.of(item);
            lists.add(parts.stream()
                    .filter(ScalarNode.class::isInstance)
                    .map(part -> ((ScalarNode) part).getValue())
                    .toList());
        }
        return lists;
    }

    /** A mapping of texts in its order; absent is empty. */
    public Map<String, String> map(String key) {
        Section section = section(key);
        Map<String, String> map = new LinkedHashMap<>();
        if (section != null) {
            section.keys().forEach(k -> map.put(k, section.text(k, "")));
        }
        return map;
    }

    /** The mapping under a key; null if the key is absent. */
    public @Nullable Section section(String key) {
        Node node = node(key);
        return node == null ? null : new Section(node, faults);
    }

    /** A list of mappings; absent is empty. */
    public List<Section> sections(String key) {
        Node node = node(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(item -> new Section(item, faults))
                    .toList();
        }
        fault(key, "%s: a list is expected".formatted(key));
        return List.of();
    }

    /** Whether the value of a key is a mapping. */
    public boolean isMapping(String key) {
        return node(key) instanceof MappingNode;
    }

    /** Reports every key that nobody asked for, with the nearest one that is understood. */
    public void allowNoOther() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                fault(key, "unknown key '%s'%s".formatted(key, Nearest.didYouMean(key, asked)));
            }
        }
    }

    private @Nullable Node node(String key) {
        asked.add(key);
        return values.get(key);
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
