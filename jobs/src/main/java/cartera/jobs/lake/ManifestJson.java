package cartera.jobs.lake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A manifest as JSON text. Its last member {@code sha256} covers all bytes before it, so the text proves itself: one
 * that was cut or changed anywhere is refused.
 */
final class ManifestJson {

    /** Raised when an older program could no longer read what is written. */
    private static final int FORMAT = 1;

    private static final String HASH_MEMBER = "\"sha256\" : \"";
    private static final String END = "\"\n}\n";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter PRETTY = JSON.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private ManifestJson() {}

    /** The text of a manifest, in UTF-8; what its {@code sha256} says is left aside and computed. */
    static byte[] write(Manifest manifest) {
        String text = pretty(tree(manifest));
        String body = text.substring(0, text.length() - "\n}".length()) + ",\n  ";
        byte[] bytes = body.getBytes(UTF_8);
        return (body + HASH_MEMBER + Sha256.of(bytes, bytes.length) + END).getBytes(UTF_8);
    }

    private static String pretty(ObjectNode tree) {
        try {
            return PRETTY.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always written", e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws CorruptLake if the text is not what its own hash says; {@code name} tells which manifest it is
     */
    static Manifest read(String name, byte[] bytes) {
        String sha256 = provenHash(name, bytes);
        try {
            JsonNode tree = JSON.readTree(bytes);
            checkFormat(name, tree.path("format").asInt());
            return manifest(tree, sha256);
        } catch (IOException | RuntimeException e) {
            throw e instanceof LakeException known ? known : new CorruptLake("%s: %s".formatted(name, e.getMessage()));
        }
    }

    private static String provenHash(String name, byte[] bytes) {
        String text = new String(bytes, UTF_8);
        int member = text.lastIndexOf(HASH_MEMBER);
        if (member < 0 || !text.endsWith(END)) {
            throw new CorruptLake(name + ": it is cut or no manifest");
        }
        String said = text.substring(member + HASH_MEMBER.length(), Math.max(text.length() - END.length(), member));
        int covered = text.substring(0, member).getBytes(UTF_8).length;
        if (!said.equals(Sha256.of(bytes, covered))) {
            throw new CorruptLake(name + ": its text is not what its own SHA-256 says");
        }
        return said;
    }

    private static void checkFormat(String name, int format) {
        if (format > FORMAT) {
            throw new LakeException("Cannot read %s: it was written by a newer Cartera (format %d, known up to %d)\n"
                            .formatted(name, format, FORMAT)
                    + "install the newer one");
        }
    }

    private static ObjectNode tree(Manifest manifest) {
        ObjectNode tree = JSON.createObjectNode();
        tree.put("format", FORMAT);
        tree.put("version", manifest.version());
        tree.put("parent_sha256", manifest.parentSha256());
        tree.put("run", manifest.run().id());
        tree.put("program", manifest.run().program());
        ObjectNode facts = tree.putObject("facts");
        manifest.run().facts().forEach(facts::put);
        ObjectNode tables = tree.putObject("tables");
        manifest.tables().forEach((name, table) -> tables.set(name, table(table)));
        ArrayNode inputs = tree.putArray("inputs");
        manifest.inputs().forEach(input -> inputs.add(input(input)));
        return tree;
    }

    private static ObjectNode table(Table table) {
        ObjectNode tree = JSON.createObjectNode();
        ArrayNode columns = tree.putArray("columns");
        for (Column column : table.schema().columns()) {
            columns.addObject()
                    .put("name", column.name())
                    .put("type", column.type().toString())
                    .put("about", column.about());
        }
        ArrayNode files = tree.putArray("files");
        table.files().forEach(file -> files.add(file(file)));
        return tree;
    }

    private static ObjectNode file(DataFile file) {
        ObjectNode tree = JSON.createObjectNode()
                .put("path", file.path())
                .put("size", file.size())
                .put("sha256", file.sha256())
                .put("rows", file.rows())
                .put("recipe", file.recipe())
                .put("run", file.run());
        Edition edition = file.edition();
        if (edition != null) {
            tree.put("as_of", edition.asOf().toString());
            tree.put("known_on", edition.knownOn().toString());
        }
        return tree;
    }

    private static ObjectNode input(Input input) {
        return JSON.createObjectNode()
                .put("sha256", input.sha256())
                .put("archived", input.archived())
                .put("size", input.size())
                .put("name", input.name())
                .put("source", input.source())
                .put("connector", input.connector())
                .put("version", input.version())
                .put("records", input.records())
                .put("loaded", input.loaded())
                .put("quarantined", input.quarantined())
                .put("blank", input.blank())
                .put("header", input.header())
                .put("footer", input.footer());
    }

    private static Manifest manifest(JsonNode tree, String sha256) {
        SortedMap<String, String> facts = new TreeMap<>();
        tree.required("facts")
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asText()));
        SortedMap<String, Table> tables = new TreeMap<>();
        tree.required("tables")
                .properties()
                .forEach(table -> tables.put(table.getKey(), table(table.getKey(), table.getValue())));
        List<Input> inputs = new ArrayList<>();
        tree.required("inputs").forEach(input -> inputs.add(input(input)));
        RunInfo run = new RunInfo(text(tree, "run"), text(tree, "program"), facts);
        return new Manifest(tree.required("version").asInt(), text(tree, "parent_sha256"), run, tables, inputs, sha256);
    }

    private static Table table(String name, JsonNode tree) {
        List<Column> columns = new ArrayList<>();
        tree.required("columns")
                .forEach(column -> columns.add(
                        new Column(text(column, "name"), Type.parse(text(column, "type")), text(column, "about"))));
        List<DataFile> files = new ArrayList<>();
        tree.required("files").forEach(file -> files.add(file(file)));
        return new Table(name, new Schema(columns), files);
    }

    private static DataFile file(JsonNode tree) {
        return new DataFile(
                text(tree, "path"),
                number(tree, "size"),
                text(tree, "sha256"),
                number(tree, "rows"),
                edition(tree),
                text(tree, "recipe"),
                text(tree, "run"));
    }

    private static @Nullable Edition edition(JsonNode tree) {
        return tree.has("as_of")
                ? new Edition(LocalDate.parse(text(tree, "as_of")), LocalDate.parse(text(tree, "known_on")))
                : null;
    }

    private static Input input(JsonNode tree) {
        return new Input(
                text(tree, "sha256"),
                text(tree, "archived"),
                number(tree, "size"),
                text(tree, "name"),
                text(tree, "source"),
                text(tree, "connector"),
                Math.toIntExact(number(tree, "version")),
                number(tree, "records"),
                number(tree, "loaded"),
                number(tree, "quarantined"),
                number(tree, "blank"),
                number(tree, "header"),
                number(tree, "footer"));
    }

    private static String text(JsonNode tree, String member) {
        return tree.required(member).asText();
    }

    private static long number(JsonNode tree, String member) {
        return tree.required(member).asLong();
    }
}
