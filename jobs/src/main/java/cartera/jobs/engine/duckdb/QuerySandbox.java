package cartera.jobs.engine.duckdb;

import cartera.jobs.engine.Rows;
import cartera.jobs.lake.Column;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Runs a person's SELECT over published tables: the parsed statement is checked against our tables and a short list of
 * functions, only the files of the tables it names may be opened, the configuration is locked, and time is limited.
 */
public final class QuerySandbox implements AutoCloseable {

    /** A published table. */
    public record Published(List<Column> columns, List<Path> files) {}

    private static final int MAXIMUM_LETTERS = 20_000;

    private final DuckDbEngine engine;

    private QuerySandbox(DuckDbEngine engine) {
        this.engine = engine;
    }

    /** A sandbox that may spill into the folder. */
    public static QuerySandbox open(Path temporary) {
        return new QuerySandbox(DuckDbEngine.open(temporary));
    }

    /**
     * The rows of a query.
     *
     * @param isTable whether there is a table of that name
     * @param published the table of a name; asked once for each table that the query names
     * @param timeLimitSeconds after which the query is stopped
     */
    public Rows query(
            String sql, Predicate<String> isTable, Function<String, Published> published, int timeLimitSeconds) {
        Set<String> tables = tables(sql, isTable);
        List<Path> files = tables.stream()
                .flatMap(table -> register(table, published.apply(table)).stream())
                .toList();
        lock(files);
        Deadline deadline = new Deadline(System.nanoTime(), timeLimitSeconds);
        try {
            PreparedStatement statement = engine.connection().prepareStatement(sql);
            statement.setQueryTimeout(timeLimitSeconds);
            return new LimitedRows(new DuckDbRows(statement), deadline);
        } catch (SQLException e) {
            throw deadline.explain(DuckDbEngine.failure(e));
        }
    }

    private Set<String> tables(String sql, Predicate<String> isTable) {
        if (sql.length() > MAXIMUM_LETTERS || sql.indexOf('\0') >= 0) {
            throw new QueryDenied("it is longer than %,d letters or holds a NUL".formatted(MAXIMUM_LETTERS));
        }
        JsonNode tree = tree(sql);
        if (tree.path("error").asBoolean()) {
            throw new QueryDenied(parseError(sql, tree));
        }
        return new QueryGuard(isTable).tables(tree);
    }

    private static String parseError(String sql, JsonNode tree) {
        String message = tree.path("error_message").asText();
        if (!tree.has("position")) {
            return message;
        }
        int position = Math.min(tree.path("position").asInt(), sql.length());
        int lineStart = sql.lastIndexOf('\n', Math.max(0, position - 1)) + 1;
        long line = sql.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
        String shown = sql.substring(lineStart).lines().findFirst().orElse("");
        return "%s%n  line %d: %s%n  %s^"
                .formatted(
                        message,
                        line,
                        shown,
                        " ".repeat("line %d: ".formatted(line).length() + position - lineStart))
                .replace("\r\n", "\n");
    }

    private JsonNode tree(String sql) {
        try (PreparedStatement statement =
                engine.connection().prepareStatement("select json_serialize_sql(?::varchar)")) {
            statement.setString(1, sql);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return JsonMapper.builder().build().readTree(result.getString(1));
            }
        } catch (SQLException e) {
            throw DuckDbEngine.failure(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("DuckDB gave no JSON", e);
        }
    }

    private List<Path> register(String name, Published table) {
        engine.table(name, table.columns(), table.files());
        return table.files();
    }

    private void lock(List<Path> files) {
        String allowed = files.stream()
                .map(file -> DuckDbEngine.textLiteral(file.toString()))
                .collect(Collectors.joining(", "));
        engine.execute("set allowed_paths = [%s]".formatted(allowed));
        engine.execute("set enable_external_access = false");
        engine.execute("set lock_configuration = true");
    }

    @Override
    public void close() {
        engine.close();
    }
}
