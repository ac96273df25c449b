package cartera.jobs.plan;

import cartera.jobs.home.ProgramFiles;
import cartera.jobs.lake.Column;
import cartera.jobs.lake.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every table that a case may be given: raw, params, and what jobs make. */
public final class CaseTables {

    private CaseTables() {}

    public static Map<String, List<Column>> all(Jobs jobs) throws IOException {
        Map<String, List<Column>> tables = new TreeMap<>(raw());
        tables.put("params", Params.COLUMNS);
        jobs.all().forEach(job -> tables.put(job.name(), job.tableColumns()));
        return tables;
    }

    private static Map<String, List<Column>> raw() throws IOException {
        Map<String, List<Column>> tables = new TreeMap<>();
        tables.put(
                "raw.file",
                columns("load_id text, source text, name text, sha256 text, connector text, extracted_at instant,"
                        + " loaded_version integer, load_order integer, records integer, loaded integer,"
                        + " quarantined integer, blank integer, header integer, footer integer, is_partial boolean,"
                        + " loaded_at instant"));
        tables.put("raw.file_entity", columns("load_id text, entity text, rows integer"));
        tables.put(
                "raw.rejected",
                columns("load_id text, file text, position text, column text, reason text, value text"));
        tables.put(
                "raw.custom_field",
                columns("source text, load_id text, line integer, entity text, id text, field text, value text"));
        Path entities = ProgramFiles.path("entities.yaml");
        Object contract = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(entities));
        ((Map<?, ?>) contract).forEach((entity, spec) -> tables.put("raw." + entity, entity((Map<?, ?>) spec)));
        return tables;
    }

    private static List<Column> entity(Map<?, ?> spec) {
        List<Column> columns = new ArrayList<>(columns("source text, load_id text, line integer"));
        Objects.requireNonNull((Map<?, ?>) spec.get("columns")).forEach((name, column) -> {
            String type = String.valueOf(((Map<?, ?>) column).get("type"));
            columns.add(new Column(String.valueOf(name), Type.parse(type.equals("id") ? "text" : type)));
        });
        columns.add(new Column("extra", Type.TEXT));
        return columns;
    }

    private static List<Column> columns(String spec) {
        List<Column> columns = new ArrayList<>();
        for (String column : spec.split(",\\s*")) {
            String[] words = column.split(" ");
            columns.add(new Column(words[0], Type.parse(words[1])));
        }
        return columns;
    }
}
