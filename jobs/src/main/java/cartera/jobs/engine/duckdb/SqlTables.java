package cartera.jobs.engine.duckdb;

import cartera.jobs.engine.EngineException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.duckdb.DuckDBConnection;

/** What a SELECT reads, by DuckDB's own parser ({@code json_serialize_sql}), so that it can't lie. */
public final class SqlTables implements AutoCloseable {

    private final DuckDBConnection connection;

    private SqlTables(DuckDBConnection connection) {
        this.connection = connection;
    }

    public static SqlTables open() {
        try {
            return new SqlTables((DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:"));
        } catch (SQLException e) {
            throw DuckDbEngine.failure(e);
        }
    }

    /** The tables {@code schema.table} that the query names, sorted; a text that is no SELECT is an {@link EngineException}. */
    public Set<String> of(String select) {
        JsonNode tree = tree(select);
        if (tree.path("error").asBoolean()) {
            throw new EngineException(tree.path("error_message").asText(), new SQLException("parse"));
        }
        Set<String> tables = new TreeSet<>();
        collect(tree, tables);
        return tables;
    }

    private JsonNode tree(String select) {
        try (PreparedStatement statement = connection.prepareStatement("select json_serialize_sql(?::varchar)")) {
            statement.setString(1, select);
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

    private static void collect(JsonNode node, Set<String> tables) {
        if (node.path("type").asText().equals("BASE_TABLE")
                && !node.path("schema_name").asText().isEmpty()) {
            tables.add(node.path("schema_name").asText() + "."
                    + node.path("table_name").asText());
        }
        node.forEach(child -> collect(child, tables));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw DuckDbEngine.failure(e);
        }
    }
}
