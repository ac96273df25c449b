package cartera.jobs.connector;

import cartera.jobs.home.Faults;
import cartera.jobs.home.Nearest;
import cartera.jobs.home.Section;
import cartera.jobs.lake.Column;
import cartera.jobs.lake.Type;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The contract of raw: every entity that a connector may fill, column by column. */
public final class Contract {

    private static final String RESOURCE = "/cartera/entities.yaml";

    private final Map<String, Entity> entities;

    private Contract(Map<String, Entity> entities) {
        this.entities = Collections.unmodifiableMap(entities);
    }

    /** The contract that this program came with. */
    public static Contract load() {
        try (InputStream in = Objects.requireNonNull(Contract.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return parse("entities.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Contract parse(String file, String yaml) {
        Faults faults = new Faults(file);
        Section root = Section.parse(yaml, faults);
        Map<String, Entity> entities = new LinkedHashMap<>();
        for (String name : root.keys()) {
            Section section = root.section(name);
            if (section != null) {
                entities.put(name, entity(name, section));
            }
        }
        faults.throwIfAny();
        return new Contract(entities);
    }

    /** In the order of the file. */
    public Collection<Entity> entities() {
        return entities.values();
    }

    public Optional<Entity> find(String name) {
        return Optional.ofNullable(entities.get(name));
    }

    /** The entity of a name that is known to exist. */
    public Entity entity(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Invalid entity: %s%s".formatted(name, Nearest.didYouMean(name, entities.keySet()))));
    }

    private static Entity entity(String name, Section section) {
        List<Entity.Field> fields = new ArrayList<>();
        Section columns = section.section("columns");
        if (columns == null) {
            section.fault("columns", "entity %s has no columns".formatted(name));
        } else {
            columns.keys().forEach(column -> fields.add(field(column, columns)));
        }
        Entity entity = new Entity(
                name,
                section.text("about", ""),
                section.texts("key"),
                section.texts("in_order"),
                section.text("version"),
                fields);
        section.allowNoOther();
        requireColumns("key", entity.key(), entity, section);
        requireColumns("in_order", entity.inOrder(), entity, section);
        return entity;
    }

    private static void requireColumns(String key, List<String> columns, Entity entity, Section section) {
        for (String column : columns) {
            if (entity.indexOf(column) < 0) {
                section.fault(key, "entity %s has no column '%s'".formatted(entity.name(), column));
            }
        }
    }

    private static Entity.Field field(String name, Section columns) {
        Section section = Objects.requireNonNull(columns.section(name));
        String type = section.requiredText("type");
        Entity.Field field = new Entity.Field(
                new Column(name, type(type, section), section.text("about", "")),
                type.equals("id"),
                section.flag("required"),
                section.flag("personal"),
                section.flag("past"),
                section.texts("values"));
        section.allowNoOther();
        return field;
    }

    private static Type type(String spelling, Section section) {
        try {
            return spelling.equals("id") ? Type.TEXT : Type.parse(spelling);
        } catch (IllegalArgumentException e) {
            section.fault("type", e.getMessage() + " or id");
            return Type.TEXT;
        }
    }
}
