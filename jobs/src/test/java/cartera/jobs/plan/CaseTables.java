package cartera.jobs.plan;

import cartera.jobs.connector.Contract;
import cartera.jobs.ingest.RawTables;
import cartera.jobs.lake.Column;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every table that a case may be given: raw, params, what jobs make and what they made before. */
public final class CaseTables {

    private CaseTables() {}

    public static Map<String, List<Column>> all(Jobs jobs) {
        Map<String, List<Column>> tables = new TreeMap<>(RawTables.columns(Contract.load()));
        tables.put("params", Params.COLUMNS);
        tables.putAll(jobs.history());
        jobs.all().forEach(job -> tables.put(job.name(), job.tableColumns()));
        return tables;
    }
}
