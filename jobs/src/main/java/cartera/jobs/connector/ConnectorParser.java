package cartera.jobs.connector;

import cartera.jobs.connector.ConnectorSpec.Block;
import cartera.jobs.connector.ConnectorSpec.Carried;
import cartera.jobs.connector.ConnectorSpec.Check;
import cartera.jobs.connector.ConnectorSpec.CustomFields;
import cartera.jobs.connector.ConnectorSpec.Detect;
import cartera.jobs.connector.ConnectorSpec.Layout;
import cartera.jobs.connector.ConnectorSpec.Shape;
import cartera.jobs.connector.ConnectorSpec.Total;
import cartera.jobs.home.Faults;
import cartera.jobs.home.FaultyFile;
import cartera.jobs.home.Nearest;
import cartera.jobs.home.Section;
import cartera.jobs.read.Encoding;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads a connector file and checks it against the contract; tells every fault at once. */
final class ConnectorParser {

    private final String name;
    private final Contract contract;
    private final Faults faults;
    private final ValueParser values;
    private final Carried carried;
    private final Section root;
    private final List<Section> blockSections = new ArrayList<>();

    private ConnectorParser(String name, Section root, Contract contract, Faults faults) {
        this.name = name;
        this.root = root;
        this.contract = contract;
        this.faults = faults;
        this.carried = Carried.valueOf(
                root.word("read", List.of("table", "tree", "sections")).toUpperCase(Locale.ROOT));
        this.values = new ValueParser(carried == Carried.TABLE);
    }

    /**
     * Reads a connector.
     *
     * @param file as the user knows it, for messages
     * @throws FaultyFile with every fault of the file
     */
    static ConnectorSpec parse(String name, String file, String yaml, Contract contract) {
        Faults faults = new Faults(file);
        Section root = Section.parse(yaml, faults);
        faults.throwIfAny();
        ConnectorSpec spec = new ConnectorParser(name, root, contract, faults).parse();
        faults.throwIfAny();
        return spec;
    }

    private ConnectorSpec parse() {
        Map<String, String> variables = variables();
        Map<String, ValueSpec> fields = fields();
        List<Block> blocks = blocks();
        if (blocks.isEmpty()) {
            root.fault("entities", "it fills no entity: key 'entities' is missing or empty");
        }
        ConnectorSpec spec = new ConnectorSpec(
                name,
                root.text("about", ""),
                carried,
                root.text("default_source"),
                isPartial(root) || blocks.stream().anyMatch(Block::isPartial),
                detect(),
                layout(),
                variables,
                fields,
                blocks,
                customFields(blocks),
                root.has("extracted_at") ? values.value("extracted_at", root) : null,
                totals(),
                checks());
        root.allowNoOther();
        new References(spec, root, blockSections, faults).check();
        return spec;
    }

    private static boolean isPartial(Section section) {
        return section.word("update", List.of("whole", "partial")).equals("partial");
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        Section section = root.section("let");
        if (section != null && carried == Carried.TABLE) {
            root.fault("let", "let: only trees have paths");
        } else if (section != null) {
            for (String name : section.keys()) {
                variables.put(name, values.xpath(name, section));
                values.declare(name);
            }
        }
        return variables;
    }

    private Map<String, ValueSpec> fields() {
        Map<String, ValueSpec> fields = new LinkedHashMap<>();
        Section section = root.section("fields");
        if (section != null) {
            section.keys().forEach(field -> fields.put(field, values.value(field, section)));
        }
        return fields;
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (Section section : root.sections("entities")) {
            String entity = section.requiredText("entity");
            contract.find(entity)
                    .map(known -> block(known, section))
                    .ifPresentOrElse(
                            block -> {
                                blocks.add(block);
                                blockSections.add(section);
                            },
                            () -> unknownEntity(entity, section));
        }
        return blocks;
    }

    private void unknownEntity(String entity, Section section) {
        List<String> known = contract.entities().stream().map(Entity::name).toList();
        section.fault("entity", "unknown entity '%s'%s".formatted(entity, Nearest.didYouMean(entity, known)));
    }

    private Block block(Entity entity, Section section) {
        Map<String, ValueSpec> columns = columns(entity, section);
        Block block = new Block(
                entity,
                section.has("each") ? values.value("each", section) : null,
                known("when", entity, section),
                section.word("repeat", List.of("conflict", "last")).equals("last")
                        ? EntityRow.Repeat.LAST
                        : EntityRow.Repeat.CONFLICT,
                section.has("tombstone")
                        ? known("tombstone", entity, section).stream()
                                .findFirst()
                                .orElse(null)
                        : null,
                isPartial(root) || isPartial(section),
                known("same_sign", entity, section),
                columns,
                extra(section));
        section.allowNoOther();
        requireColumns(block, section);
        return block;
    }

    private Map<String, ValueSpec> extra(Section section) {
        Map<String, ValueSpec> extra = new LinkedHashMap<>();
        Section inner = section.section("extra");
        if (inner != null && carried == Carried.TABLE) {
            section.fault("extra", "extra: a table keeps by itself what no column takes");
        } else if (inner != null) {
            inner.keys().forEach(key -> extra.put(key, values.value(key, inner)));
        }
        return extra;
    }

    private Map<String, ValueSpec> columns(Entity entity, Section section) {
        Map<String, ValueSpec> columns = new LinkedHashMap<>();
        Section inner = section.section("columns");
        if (inner == null) {
            section.fault("entity", "entity %s has no key 'columns'".formatted(entity.name()));
            return columns;
        }
        for (String column : inner.keys()) {
            requireKnown(column, column, entity, inner);
            columns.put(column, values.value(column, inner));
        }
        return columns;
    }

    private List<String> known(String key, Entity entity, Section section) {
        List<String> columns = section.texts(key);
        columns.forEach(column -> requireKnown(column, key, entity, section));
        return columns;
    }

    private static void requireKnown(String column, String key, Entity entity, Section section) {
        if (entity.indexOf(column) < 0) {
            List<String> known =
                    entity.fields().stream().map(Entity.Field::name).toList();
            section.fault(
                    key,
                    "entity %s has no column '%s'%s"
                            .formatted(entity.name(), column, Nearest.didYouMean(column, known)));
        }
    }

    private static void requireColumns(Block block, Section section) {
        for (Entity.Field field : block.entity().fields()) {
            boolean isNeeded = field.isRequired()
                    && (!block.isPartial() || block.entity().key().contains(field.name()));
            if (isNeeded && !block.columns().containsKey(field.name())) {
                section.fault(
                        "entity",
                        "entity %s needs column '%s'".formatted(block.entity().name(), field.name()));
            }
        }
    }

    private Detect detect() {
        List<List<HeaderMatch>> headers = new ArrayList<>();
        List<HeaderMatch> without = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        if (carried == Carried.TREE) {
            root.sections("detect").forEach(section -> shapes.add(shape(section)));
        } else if (carried == Carried.TABLE) {
            Section section = root.section("detect");
            if (section != null) {
                section.textLists("headers").forEach(group -> headers.add(values.headers(group, "headers", section)));
                without.addAll(values.headers(section.texts("without"), "without", section));
                section.allowNoOther();
            }
        }
        if (headers.isEmpty() && shapes.isEmpty() && carried != Carried.SECTIONS) {
            root.fault("detect", "key 'detect' says by what a file is recognised: it is missing or empty");
        }
        return new Detect(headers, without, shapes);
    }

    private static Shape shape(Section section) {
        Shape shape = new Shape(
                section.requiredText("root"),
                new TreeSet<>(section.texts("children")),
                section.flag("weak"),
                section.flag("empty"));
        section.allowNoOther();
        return shape;
    }

    private Layout layout() {
        Layout layout = new Layout(
                encoding(),
                delimiters(),
                root.number("title_rows", 0),
                root.flag("ragged"),
                root.flag("repeated_headers"),
                patterns("footers"),
                values.headers(root.texts("system"), "system", root),
                new TreeSet<>(root.texts("records")),
                new TreeSet<>(root.texts("context")),
                new TreeSet<>(root.texts("ignore")));
        if (carried == Carried.TREE && layout.records().isEmpty()) {
            root.fault("records", "key 'records' names the elements that are records: it is missing or empty");
        }
        return layout;
    }

    private @Nullable Charset encoding() {
        String encoding = root.text("encoding");
        try {
            return encoding == null ? null : Encoding.named(encoding);
        } catch (IllegalArgumentException e) {
            root.fault("encoding", e.getMessage() == null ? "" : e.getMessage());
            return null;
        }
    }

    private List<Character> delimiters() {
        List<Character> delimiters = new ArrayList<>();
        for (String delimiter : root.texts("delimiter")) {
            if (delimiter.length() != 1 || delimiter.equals("\"")) {
                root.fault("delimiter", "delimiter: '%s' is not one letter".formatted(Texts.shown(delimiter)));
            } else {
                delimiters.add(delimiter.charAt(0));
            }
        }
        return delimiters.isEmpty() ? List.of(';', ',', '\t') : delimiters;
    }

    private List<Pattern> patterns(String key) {
        List<Pattern> patterns = new ArrayList<>();
        for (String text : root.texts(key)) {
            try {
                patterns.add(Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
            } catch (PatternSyntaxException e) {
                root.fault(key, "%s: '%s' is no regular expression".formatted(key, text));
            }
        }
        return patterns;
    }

    private @Nullable CustomFields customFields(List<Block> blocks) {
        if (!root.has("custom_fields")) {
            return null;
        }
        Set<String> entities = new TreeSet<>();
        blocks.forEach(block -> entities.add(block.entity().name()));
        if (!root.isMapping("custom_fields")) {
            return new CustomFields(root.word("custom_fields", List.copyOf(entities)), null, null, null);
        }
        Section section = root.section("custom_fields");
        if (section == null) {
            return null;
        }
        CustomFields custom = new CustomFields(
                section.word("entity", List.copyOf(entities)),
                values.value("each", section),
                values.value("field", section),
                values.value("value", section));
        section.allowNoOther();
        return custom;
    }

    private List<Total> totals() {
        List<Total> totals = new ArrayList<>();
        for (Section section : root.sections("totals")) {
            String name = section.requiredText("of");
            Entity entity = contract.find(name).orElse(null);
            if (entity == null) {
                unknownEntity(name, section);
            } else {
                String column = section.requiredText("sum");
                requireKnown(column, "sum", entity, section);
                Map<String, List<String>> where = where(section);
                where.keySet().forEach(key -> requireKnown(key, "where", entity, section));
                totals.add(new Total(
                        section.requiredText("about"), entity, column, where, values.xpath("equals", section)));
            }
            section.allowNoOther();
        }
        return totals;
    }

    private static Map<String, List<String>> where(Section section) {
        Map<String, List<String>> where = new LinkedHashMap<>();
        Section conditions = section.section("where");
        if (conditions != null) {
            conditions.keys().forEach(column -> where.put(column, conditions.texts(column)));
        }
        return where;
    }

    private List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (Section section : root.sections("checks")) {
            checks.add(new Check(values.xpath("xpath", section), section.requiredText("notice")));
            section.allowNoOther();
        }
        return checks;
    }
}
