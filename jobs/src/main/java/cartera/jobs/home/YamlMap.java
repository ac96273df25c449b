package cartera.jobs.home;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A mapping of a YAML file that knows its lines: what is wrong is noted with its line in the {@link Faults} of the file,
 * and reading goes on, so that the user sees everything at once. Values are text until asked for otherwise; {@code yes}
 * is no boolean. No tags, no duplicate keys, few aliases.
 */
public final class YamlMap {

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(50)
            .build();

    private final Faults faults;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private YamlMap(Faults faults, int line) {
        this.faults = faults;
        this.line = line;
    }

    /** The mapping that a file holds; an empty file is an empty mapping. */
    public static YamlMap parse(String text, Faults faults) {
        try {
            return new Compose(SETTINGS)
                    .composeString(text)
                    .map(node -> of(node, faults))
                    .orElseGet(() -> new YamlMap(faults, 1));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            faults.add(line, "Invalid YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            faults.add(1, "Invalid YAML: " + e.getMessage());
        }
        return new YamlMap(faults, 1);
    }

    private static YamlMap of(Node node, Faults faults) {
        YamlMap map = new YamlMap(faults, line(node));
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(map::put);
        } else if (!isNull(node)) {
            faults.add(line(node), "Invalid value: %s (keys with values are expected here)".formatted(shown(node)));
        }
        return map;
    }

    private void put(NodeTuple tuple) {
        String key = shown(tuple.getKeyNode());
        if (values.put(key, tuple.getValueNode()) != null) {
            faults.add(line(tuple.getKeyNode()), "Invalid key: %s (it stands twice)".formatted(key));
        }
        lines.put(key, line(tuple.getKeyNode()));
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static String shown(Node node) {
        return node instanceof ScalarNode scalar
                ? scalar.getValue()
                : node instanceof SequenceNode ? "a list" : "a mapping";
    }

    public Faults faults() {
        return faults;
    }

    public int line() {
        return line;
    }

    /** The line of a key, or of the mapping where the key is absent. */
    public int line(String key) {
        return lines.getOrDefault(key, line);
    }

    /** The keys in the order of the file. */
    public Set<String> keys() {
        return values.keySet();
    }

    public boolean has(String key) {
        Node node = values.get(key);
        return node != null && !isNull(node);
    }

    /** Notes every key that is not among the known ones, with the nearest of them. */
    public void allow(String... known) {
        for (String key : values.keySet()) {
            if (!Arrays.asList(known).contains(key)) {
                faults.add(
                        line(key),
                        "Invalid key: %s (%s)".formatted(key, Nearest.suggestion(key, Arrays.asList(known))));
            }
        }
    }

    /** Notes a fault of a key's value. */
    public void fault(String key, String message) {
        faults.add(line(key), message);
    }

    public @Nullable String text(String key) {
        Node node = values.get(key);
        if (node == null || isNull(node)) {
            return null;
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        fault(key, "Invalid %s: %s (one value is expected)".formatted(key, shown(node)));
        return null;
    }

    public String text(String key, String otherwise) {
        String text = text(key);
        return text == null ? otherwise : text;
    }

    /** The value as the function reads it; what it refuses with an IllegalArgumentException is noted with the rule. */
    public <T> T value(String key, T otherwise, String rule, Function<String, T> reader) {
        String text = text(key);
        if (text == null) {
            return otherwise;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            fault(key, "Invalid %s: %s (%s)".formatted(key, text, rule));
            return otherwise;
        }
    }

    /** One of some words. */
    public String oneOf(String key, String otherwise, List<String> words) {
        return value(key, otherwise, String.join(", ", words), text -> {
            if (!words.contains(text)) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }

    /** true or false, nothing else. */
    public boolean flag(String key, boolean otherwise) {
        return value(key, otherwise, "true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        });
    }

    /** The mapping under a key; empty where the key is absent. */
    public YamlMap map(String key) {
        Node node = values.get(key);
        return node == null ? new YamlMap(faults, line) : of(node, faults);
    }

    public boolean isList(String key) {
        return values.get(key) instanceof SequenceNode;
    }

    public boolean isMap(String key) {
        return values.get(key) instanceof MappingNode;
    }

    /** The texts under a key: a list of them, or one alone. */
    public List<String> texts(String key) {
        Node node = values.get(key);
        if (!(node instanceof SequenceNode sequence)) {
            String text = text(key);
            return text == null ? List.of() : List.of(text);
        }
        List<String> texts = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            if (item instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                faults.add(line(item), "Invalid %s: %s (texts are expected)".formatted(key, shown(item)));
            }
        }
        return texts;
    }

    /** The mappings under a key: a list of them, or one alone. */
    public List<YamlMap> maps(String key) {
        Node node = values.get(key);
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(item -> of(item, faults)).toList();
        }
        return node == null || isNull(node) ? List.of() : List.of(of(node, faults));
    }
}
