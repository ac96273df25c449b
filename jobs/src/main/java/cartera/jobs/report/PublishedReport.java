package cartera.jobs.report;

import cartera.jobs.lake.Edition;
import cartera.jobs.lake.Schema;
import cartera.jobs.lake.Snapshot;
import cartera.jobs.lake.TableReader;
import cartera.reports.Column;
import cartera.reports.Table;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The report tables of one pair of dates, and how well the models behind them did, as the {@code reports} module reads them.
 *
 * @param runId the run that made them
 * @param dataAt when the newest file behind them was loaded
 */
public record PublishedReport(Edition edition, String runId, Instant dataAt, List<Table> tables) {

    private static final String LAYER = "reports.";

    /** How well the models did: told beside what they say. */
    private static final Set<String> EVALUATIONS = Set.of("scores.churn_evaluation", "scores.churn_calibration");

    /** The newest report tables of a version; none if no run has made any. */
    public static Optional<PublishedReport> newest(Snapshot snapshot) {
        return snapshot.table("reports.fact")
                .flatMap(table -> table.editions().stream().max(Comparator.naturalOrder()))
                .map(edition -> read(snapshot, edition));
    }

    private static PublishedReport read(Snapshot snapshot, Edition edition) {
        List<Table> tables = snapshot.names().stream()
                .filter(name -> name.startsWith(LAYER) || EVALUATIONS.contains(name))
                .map(name -> table(snapshot, name, edition))
                .toList();
        return new PublishedReport(
                edition, text(named(tables, "fact"), "run_id"), newestLoad(named(tables, "input_file")), tables);
    }

    private static Table table(Snapshot snapshot, String name, Edition edition) {
        cartera.jobs.lake.Table published =
                snapshot.editions(name).orElseThrow().at(edition);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Path file : snapshot.files(published)) {
            TableReader.all(file).forEach(row -> rows.add(Arrays.asList(row)));
        }
        return new Table(name, columns(published.schema()), rows);
    }

    private static List<Column> columns(Schema schema) {
        return schema.columns().stream()
                .map(column -> new Column(
                        column.name(), Column.Kind.valueOf(column.type().kind().name())))
                .toList();
    }

    private static Table named(List<Table> tables, String name) {
        return tables.stream()
                .filter(table -> table.name().equals(LAYER + name))
                .findFirst()
                .orElseGet(() -> Table.empty(LAYER + name));
    }

    private static String text(Table table, String column) {
        return String.valueOf(table.rows().get(0).text(column));
    }

    private static Instant newestLoad(Table files) {
        return files.rows().stream()
                .map(row -> row.instant("loaded_at"))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
