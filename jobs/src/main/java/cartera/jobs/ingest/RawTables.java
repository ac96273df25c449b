package cartera.jobs.ingest;

import cartera.jobs.connector.Contract;
import cartera.jobs.connector.Entity;
import cartera.jobs.lake.Column;
import cartera.jobs.lake.Schema;
import cartera.jobs.lake.Type;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables of raw: one for each entity of the contract, and what every load tells about itself. */
public final class RawTables {

    public static final String FILE = "raw.file";
    public static final String FILE_ENTITY = "raw.file_entity";
    public static final String REJECTED = "raw.rejected";
    public static final String CUSTOM_FIELD = "raw.custom_field";

    private static final Map<String, Schema> OF_LOADS = Map.of(
            FILE,
            Schema.of(
                    new Column("load_id", Type.TEXT, "head of the file's SHA-256"),
                    new Column("source", Type.TEXT, "the source it belongs to"),
                    new Column("name", Type.TEXT, "as it came; a member of an archive as a.zip!b.xml"),
                    new Column("sha256", Type.TEXT, "of its bytes"),
                    new Column("connector", Type.TEXT, "that read it"),
                    new Column("extracted_at", Type.INSTANT, "when the source wrote it, as file or name say"),
                    new Column("loaded_version", Type.INTEGER, "version of the lake that loaded it"),
                    new Column("load_order", Type.INTEGER, "1, 2, .. in natural order of the names of one ingest"),
                    new Column("records", Type.INTEGER, "physical records: the sum of the next five"),
                    new Column("loaded", Type.INTEGER, "records in raw"),
                    new Column("quarantined", Type.INTEGER, "records set aside"),
                    new Column("blank", Type.INTEGER, "blank records"),
                    new Column("header", Type.INTEGER, "header records"),
                    new Column("footer", Type.INTEGER, "declared footer records"),
                    new Column("is_partial", Type.BOOLEAN, "an absent column keeps its earlier value"),
                    new Column("loaded_at", Type.INSTANT, "when it was loaded")),
            FILE_ENTITY,
            Schema.of(
                    new Column("load_id", Type.TEXT, "the load"),
                    new Column("entity", Type.TEXT, "entity of the contract"),
                    new Column("rows", Type.INTEGER, "rows that it brought")),
            REJECTED,
            Schema.of(
                    new Column("load_id", Type.TEXT, "the load"),
                    new Column("file", Type.TEXT, "its name"),
                    new Column("position", Type.TEXT, "line or cell"),
                    new Column("column", Type.TEXT, "header or path at fault; empty for the record as a whole"),
                    new Column("reason", Type.TEXT, "code"),
                    new Column("value", Type.TEXT, "cut to 200 letters, masked if personal")),
            CUSTOM_FIELD,
            Schema.of(
                    new Column("source", Type.TEXT, "the source"),
                    new Column("load_id", Type.TEXT, "the load"),
                    new Column("line", Type.INTEGER, "its record"),
                    new Column("entity", Type.TEXT, "entity of the contract"),
                    new Column("id", Type.TEXT, "the record's id"),
                    new Column("field", Type.TEXT, "name of the field"),
                    new Column("value", Type.TEXT, "as written")));

    private RawTables() {}

    /** The schema of one of the four tables that tell of loads. */
    public static Schema ofLoads(String table) {
        Schema schema = OF_LOADS.get(table);
        if (schema == null) {
            throw new IllegalArgumentException("Invalid table: " + table);
        }
        return schema;
    }

    /** The columns of every table of raw by its name, loaded or not. */
    public static Map<String, List<Column>> columns(Contract contract) {
        Map<String, List<Column>> tables = new TreeMap<>();
        OF_LOADS.forEach((name, schema) -> tables.put(name, schema.columns()));
        for (Entity entity : contract.entities()) {
            tables.put("raw." + entity.name(), entity.rawColumns());
        }
        return tables;
    }
}
