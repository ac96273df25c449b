package cartera.jobs.connector;

import cartera.jobs.connector.ValueSpec.Mode;
import cartera.jobs.connector.ValueSpec.Origin;
import cartera.jobs.home.Nearest;
import cartera.jobs.home.Section;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import net.sf.saxon.s9api.SaxonApiException;
import org.jspecify.annotations.Nullable;

/** Reads how one value of a connector is come by: a word or list in short, a mapping in full. */
final class ValueParser {

    private static final List<String> ORIGINS = List.of("from", "field", "same", "hash", "tail_of", "each", "constant");

    private static final Pattern SIMPLE_PATH = Pattern.compile("[\\p{L}\\p{Nd}@/.]{1,40}");

    private final boolean isTable;
    private final Paths paths = new Paths();

    ValueParser(boolean isTable) {
        this.isTable = isTable;
    }

    /** Lets paths from here on use a variable. */
    void declare(String variable) {
        paths.declare(variable);
    }

    /** The value under a key: where it comes from alone, or a mapping. */
    ValueSpec value(String key, Section parent) {
        if (!parent.isMapping(key)) {
            return plain(from(key, parent), label(key, key, parent));
        }
        Section section = parent.section(key);
        return section == null ? plain(new Origin.Nowhere(), key) : full(key, section);
    }

    private static ValueSpec plain(Origin origin, String label) {
        return new ValueSpec(
                origin,
                label,
                List.of(),
                Set.of(),
                Set.of(),
                Map.of(),
                null,
                Map.of(),
                ValueSpec.Sign.KEEP,
                null,
                null,
                "",
                null,
                Set.of());
    }

    private ValueSpec full(String key, Section section) {
        Origin origin = origin(key, section);
        ValueSpec spec = new ValueSpec(
                origin,
                section.has("from") ? label("from", key, section) : key,
                formats(section),
                leniencies(section),
                normalised(section.texts("missing")),
                words(section.map("values")),
                section.text("otherwise"),
                section.map("by_sign"),
                ValueSpec.Sign.valueOf(section.word("sign", List.of("keep", "absolute", "negate"))
                        .toUpperCase(Locale.ROOT)),
                times(section),
                split(section),
                section.text("strip", ""),
                origin instanceof Origin.Nowhere ? section.text("constant") : section.text("default"),
                modes(section));
        section.allowNoOther();
        return spec;
    }

    /** What a message calls a value: the headers, a path that is easily read, else the name of the column. */
    private String label(String key, String name, Section section) {
        String text = String.join(", ", section.texts(key));
        return isTable || SIMPLE_PATH.matcher(text).matches() ? text : name;
    }

    private Origin origin(String key, Section section) {
        List<String> given = ORIGINS.stream().filter(section::has).toList();
        if (given.size() != 1) {
            section.fault(
                    key,
                    "%s: exactly one of %s says where the value comes from".formatted(key, String.join(", ", ORIGINS)));
            return new Origin.Nowhere();
        }
        return switch (given.get(0)) {
            case "from" -> from("from", section);
            case "field" -> new Origin.Named(section.requiredText("field"));
            case "same" -> same(section);
            case "hash" -> new Origin.Hash(section.textLists("hash"));
            case "tail_of" -> new Origin.Tail(section.requiredText("tail_of"));
            case "each" -> each(section);
            default -> new Origin.Nowhere();
        };
    }

    private static Origin each(Section section) {
        if (!section.flag("each")) {
            section.fault("each", "each: only true can stand here");
        }
        return new Origin.Each();
    }

    private static Origin same(Section section) {
        String[] parts = section.requiredText("same").split("\\.");
        if (parts.length != 2) {
            section.fault("same", "same: entity.column is expected");
            return new Origin.Nowhere();
        }
        return new Origin.Same(parts[0], parts[1]);
    }

    private Origin from(String key, Section section) {
        return isTable
                ? new Origin.Cells(headers(section.texts(key), key, section))
                : new Origin.Path(xpath(key, section));
    }

    List<HeaderMatch> headers(List<String> spellings, String key, Section section) {
        List<HeaderMatch> headers = new ArrayList<>();
        for (String spelling : spellings) {
            try {
                headers.add(HeaderMatch.of(spelling));
            } catch (PatternSyntaxException e) {
                section.fault(key, "%s is no regular expression: %s".formatted(spelling, e.getDescription()));
            }
        }
        return headers;
    }

    /** An XPath that compiles; a fault says why it does not. */
    String xpath(String key, Section section) {
        String xpath = section.requiredText(key);
        try {
            paths.compile(xpath);
        } catch (SaxonApiException e) {
            section.fault(key, "no XPath: %s (%s)".formatted(xpath, e.getMessage()));
        }
        return xpath;
    }

    private static List<DateTimeFormatter> formats(Section section) {
        List<DateTimeFormatter> formats = new ArrayList<>();
        for (String pattern : section.texts("formats")) {
            try {
                formats.add(Moments.format(pattern));
            } catch (IllegalArgumentException e) {
                section.fault("formats", "no date pattern: " + pattern);
            }
        }
        return formats;
    }

    private static Set<Numbers.Leniency> leniencies(Section section) {
        Set<Numbers.Leniency> accepted = EnumSet.noneOf(Numbers.Leniency.class);
        for (String word : section.texts("accept")) {
            Arrays.stream(Numbers.Leniency.values())
                    .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst()
                    .ifPresentOrElse(
                            accepted::add,
                            () -> section.fault(
                                    "accept",
                                    "accept: unknown '%s'%s"
                                            .formatted(word, Nearest.didYouMean(word, leniencyNames()))));
        }
        return accepted;
    }

    private static List<String> leniencyNames() {
        return Arrays.stream(Numbers.Leniency.values())
                .map(known -> known.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Set<String> normalised(List<String> texts) {
        Set<String> normalised = new TreeSet<>();
        texts.forEach(text -> normalised.add(Texts.normalised(text)));
        return normalised;
    }

    private static Map<String, String> words(Map<String, String> values) {
        Map<String, String> words = new LinkedHashMap<>();
        values.forEach((word, meaning) -> words.put(Texts.normalised(word), meaning));
        return words;
    }

    private static @Nullable BigDecimal times(Section section) {
        String text = section.text("times");
        if (text != null && !text.matches("[0-9]+(\\.[0-9]+)?")) {
            section.fault("times", "times: '%s' is no number".formatted(text));
            return null;
        }
        return text == null ? null : new BigDecimal(text);
    }

    private static @Nullable Pattern split(Section section) {
        String text = section.text("split");
        try {
            return text == null ? null : Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            section.fault("split", "split: '%s' is no regular expression".formatted(text));
            return null;
        }
    }

    private static Set<Mode> modes(Section section) {
        Set<Mode> modes = EnumSet.noneOf(Mode.class);
        for (Mode mode : Mode.values()) {
            if (section.flag(mode.name().toLowerCase(Locale.ROOT))) {
                modes.add(mode);
            }
        }
        return modes;
    }
}
