package cartera.jobs.plan;

import cartera.jobs.engine.Engine;
import cartera.jobs.engine.Row;
import cartera.jobs.engine.SqlFunctions;
import cartera.jobs.lake.Column;
import cartera.jobs.lake.DataFile;
import cartera.jobs.lake.Edition;
import cartera.jobs.lake.LakeWriter;
import cartera.jobs.lake.Schema;
import cartera.jobs.lake.Snapshot;
import cartera.jobs.lake.Table;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes the stale tables among some jobs fresh, in a version of the lake that is being written. A table is stale if its
 * recipe changed: the job's text, the functions, the parameters it names or the files it reads.
 */
public final class Runner {

    /** What a job did: its rows, and whether they had to be made. */
    public record Made(Job job, long rows, boolean isNew) {}

    private final Engine engine;
    private final Map<String, List<Column>> known;
    private final LakeWriter writer;
    private final Progress progress;
    private final Set<String> registered = new HashSet<>();

    /**
     * A runner for one version.
     *
     * @param known the columns of every table of raw and history, loaded or not
     */
    public Runner(Engine engine, Map<String, List<Column>> known, LakeWriter writer, Progress progress) {
        this.engine = engine;
        this.known = known;
        this.writer = writer;
        this.progress = progress;
    }

    /** Runs the jobs in their order with these parameters; a broken check is a {@link CheckFailure}. */
    public List<Made> run(List<Job> jobs, Params params) {
        engine.table("params", Params.COLUMNS, List.of(params.row()));
        Edition edition = params.edition();
        List<Made> made = new ArrayList<>();
        for (Job job : jobs) {
            progress.step(job.name(), made.size() + 1, jobs.size());
            made.add(make(job, params, edition));
        }
        return made;
    }

    /** Makes a published table readable on the engine, for questions between two runs. */
    public void register(String table, Edition edition) {
        if (registered.add(table)) {
            Optional<Table> published = published(table, edition);
            List<Column> columns = published
                    .map(found -> found.schema().columns())
                    .or(() -> Optional.ofNullable(known.get(table)))
                    .orElseThrow(() -> new IllegalArgumentException("no job makes the table " + table));
            engine.table(
                    table,
                    known.getOrDefault(table, columns),
                    published.map(writer.pending()::files).orElse(List.of()));
        }
    }

    /** Of history the days before: a run reads no later one, so that repeating it gives the same. */
    private Optional<Table> published(String table, Edition edition) {
        if (table.startsWith(Snapshot.HISTORY)) {
            return writer.pending().table(table).map(t -> t.before(edition.asOf()));
        }
        return writer.pending().editions(table).map(t -> isDated(table) ? t.at(edition) : t);
    }

    private static boolean isDated(String table) {
        return table.startsWith("scores.") || table.startsWith("reports.");
    }

    private Made make(Job job, Params params, Edition edition) {
        String recipe = recipe(job, params, edition);
        Optional<Table> before = published(job.name(), edition).filter(table -> isFresh(table, recipe));
        if (before.isPresent()) {
            return new Made(job, before.get().rows(), false);
        }
        job.reads().forEach(table -> register(table, edition));
        Path file = writer.stage(job.name());
        long rows = new JobRun(engine).write(job, file);
        publish(job, recipe, edition, file);
        registered.remove(job.name());
        return new Made(job, rows, true);
    }

    private static boolean isFresh(Table table, String recipe) {
        return !table.files().isEmpty()
                && table.files().stream().map(DataFile::recipe).allMatch(recipe::equals);
    }

    private void publish(Job job, String recipe, Edition edition, Path file) {
        Schema schema = new Schema(job.tableColumns());
        if (job.isDated()) {
            writer.replace(job.name(), schema, recipe, edition, List.of(file));
        } else {
            writer.replace(job.name(), schema, recipe, List.of(file));
        }
    }

    private String recipe(Job job, Params params, Edition edition) {
        StringBuilder text = new StringBuilder(job.sql()).append(SqlFunctions.text("duckdb"));
        if (job.step() != null) {
            text.append(Program.VERSION);
        }
        params.values().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(value -> job.isDated() && isOfEveryDatedTable(value.getKey()) || names(job, value.getKey()))
                .forEach(value -> text.append('\n').append(value));
        for (String table : job.reads()) {
            text.append('\n').append(table);
            published(table, edition)
                    .ifPresent(
                            found -> found.files().forEach(f -> text.append(' ').append(f.sha256())));
        }
        return sha256(text.toString());
    }

    private static boolean isOfEveryDatedTable(String parameter) {
        return Set.of("as_of", "known_on", "run_id").contains(parameter);
    }

    private static boolean names(Job job, String parameter) {
        return Pattern.compile("\\b" + parameter + "\\b").matcher(job.sql()).find();
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows of a question over registered tables, read at once. */
    public List<Row> ask(String select, Edition edition, String... tables) {
        for (String table : tables) {
            register(table, edition);
        }
        List<Row> answer = new ArrayList<>();
        try (var rows = engine.query(select)) {
            rows.forEachRemaining(answer::add);
        }
        return answer;
    }
}
