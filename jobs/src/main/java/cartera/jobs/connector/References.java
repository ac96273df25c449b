package cartera.jobs.connector;

import cartera.jobs.connector.ConnectorSpec.Block;
import cartera.jobs.connector.ValueSpec.Origin;
import cartera.jobs.home.Faults;
import cartera.jobs.home.Nearest;
import cartera.jobs.home.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks that what the values of a connector name is there: fields, earlier entities, allowed words. */
final class References {

    private final ConnectorSpec spec;
    private final Section root;
    private final List<Section> sections;
    private final Faults faults;

    /** @param sections those of the blocks, in their order */
    References(ConnectorSpec spec, Section root, List<Section> sections, Faults faults) {
        this.spec = spec;
        this.root = root;
        this.sections = sections;
        this.faults = faults;
    }

    void check() {
        spec.fields().forEach(this::requireCarried);
        List<Block> earlier = new ArrayList<>();
        for (int i = 0; i < spec.blocks().size(); i++) {
            Block block = spec.blocks().get(i);
            Section section = sections.get(i);
            Section columns = section.section("columns");
            if (columns != null) {
                block.columns().forEach((column, value) -> check(column, value, block, columns, earlier));
            }
            if (block.each() != null) {
                checkOrigin("each", block.each().origin(), section, earlier);
            }
            earlier.add(block);
        }
    }

    /** A field that led to another one could lead back to itself. */
    private void requireCarried(String field, ValueSpec value) {
        Section fields = root.section("fields");
        if (fields != null && !(value.origin() instanceof Origin.Cells) && !(value.origin() instanceof Origin.Path)) {
            faults.add(fields.lineOf(field), "field %s: only 'from' can say where it comes from".formatted(field));
        }
    }

    private void check(String column, ValueSpec value, Block block, Section columns, List<Block> earlier) {
        checkOrigin(column, value.origin(), columns, earlier);
        int index = block.entity().indexOf(column);
        List<String> allowed =
                index < 0 ? List.of() : block.entity().fields().get(index).values();
        if (!allowed.isEmpty()) {
            checkWords(column, value.values(), allowed, columns);
            checkWords(column, value.bySign(), allowed, columns);
        }
    }

    private void checkWords(String column, Map<String, String> words, List<String> allowed, Section columns) {
        for (String word : words.values()) {
            if (!allowed.contains(word)) {
                faults.add(
                        columns.lineOf(column),
                        "column %s cannot be '%s'%s".formatted(column, word, Nearest.didYouMean(word, allowed)));
            }
        }
    }

    private void checkOrigin(String column, Origin origin, Section columns, List<Block> earlier) {
        if (origin instanceof Origin.Named named) {
            requireField(column, named.field(), columns);
        } else if (origin instanceof Origin.Tail tail) {
            requireField(column, tail.field(), columns);
        } else if (origin instanceof Origin.Hash hash) {
            hash.fields().forEach(any -> any.forEach(field -> requireField(column, field, columns)));
        } else if (origin instanceof Origin.Same same
                && earlier.stream()
                        .noneMatch(block -> block.entity().name().equals(same.entity())
                                && block.columns().containsKey(same.column()))) {
            faults.add(columns.lineOf(column), "no entity above fills %s.%s".formatted(same.entity(), same.column()));
        }
    }

    private void requireField(String column, String field, Section columns) {
        if (!spec.fields().containsKey(field)) {
            faults.add(
                    columns.lineOf(column),
                    "there is no field '%s'%s"
                            .formatted(
                                    field,
                                    Nearest.didYouMean(field, spec.fields().keySet())));
        }
    }
}
