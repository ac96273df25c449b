package cartera.jobs.engine.duckdb;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Decides on the parsed statement whether a person's query may run: one SELECT over our own tables, no function that
 * reaches files, settings or the session. Works on the tree of {@code json_serialize_sql}.
 */
final class QueryGuard {

    private static final Set<String> TABLE_FUNCTIONS = Set.of("range", "generate_series", "unnest");

    private static final Set<String> FUNCTIONS_DENIED = Set.of(
            "getenv",
            "current_setting",
            "query",
            "query_table",
            "getvariable",
            "write_log",
            "nextval",
            "currval",
            "setseed",
            "error",
            "parse_duckdb_log_message",
            "current_query",
            "add_parquet_key");

    private final Predicate<String> isOurs;
    private final Set<String> tables = new TreeSet<>();

    QueryGuard(Predicate<String> isOurs) {
        this.isOurs = isOurs;
    }

    /** The tables that the statement reads; what it may not do is a {@link QueryDenied}. */
    Set<String> tables(JsonNode tree) {
        if (tree.path("statements").size() != 1) {
            throw new QueryDenied("exactly one statement is allowed");
        }
        walk(tree.path("statements").get(0), Set.of());
        return tables;
    }

    private void walk(JsonNode node, Set<String> ctes) {
        Set<String> scope = ctes;
        JsonNode named = node.path("cte_map").path("map");
        if (named.isArray() && !named.isEmpty()) {
            scope = new TreeSet<>(ctes);
            for (JsonNode cte : named) {
                // a name counts for what follows it: the body of the CTE itself does not see it
                walk(cte.path("value"), scope);
                scope.add(lower(cte.path("key")));
            }
        }
        check(node, scope);
        for (var field : node.properties()) {
            if (!field.getKey().equals("cte_map")) {
                walk(field.getValue(), scope);
            }
        }
        if (node.isArray()) {
            for (JsonNode child : node) {
                walk(child, scope);
            }
        }
    }

    private void check(JsonNode node, Set<String> ctes) {
        switch (node.path("type").asText()) {
            case "BASE_TABLE" -> table(node, ctes);
            case "TABLE_FUNCTION" -> tableFunction(lower(node.path("function").path("function_name")));
            case "SHOW_REF" ->
                throw new QueryDenied("SHOW, DESCRIBE and SUMMARIZE are not allowed; see cartera tables");
            case "RECURSIVE_CTE_NODE" -> throw new QueryDenied("a recursive query is not allowed");
            default -> {
                if (FUNCTIONS_DENIED.contains(lower(node.path("function_name")))) {
                    throw new QueryDenied("function %s is not allowed".formatted(lower(node.path("function_name"))));
                }
            }
        }
    }

    private void table(JsonNode node, Set<String> ctes) {
        String catalog = lower(node.path("catalog_name"));
        String schema = lower(node.path("schema_name"));
        String table = lower(node.path("table_name"));
        if (catalog.isEmpty() && schema.isEmpty() && ctes.contains(table)) {
            return;
        }
        String name = schema + "." + table;
        if (!catalog.isEmpty() || schema.isEmpty() || !isOurs.test(name)) {
            throw new QueryDenied("no table %s; cartera tables lists them".formatted(schema.isEmpty() ? table : name));
        }
        tables.add(name);
    }

    private static void tableFunction(String name) {
        if (!TABLE_FUNCTIONS.contains(name)) {
            throw new QueryDenied("table function %s is not allowed".formatted(name));
        }
    }

    private static String lower(JsonNode text) {
        return text.asText().toLowerCase(Locale.ROOT);
    }
}
