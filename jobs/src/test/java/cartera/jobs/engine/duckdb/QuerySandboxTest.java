package cartera.jobs.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cartera.jobs.engine.EngineException;
import cartera.jobs.engine.Rows;
import cartera.jobs.lake.Column;
import cartera.jobs.lake.Schema;
import cartera.jobs.lake.TableWriter;
import cartera.jobs.lake.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuerySandboxTest {

    private static final Schema PARTY =
            Schema.of(new Column("party_id", Type.TEXT), new Column("amount", Type.decimal(18, 2)));

    @TempDir
    Path folder;

    private Path party = Path.of("");

    @BeforeEach
    void publish() {
        party = folder.resolve("party [1].parquet");
        try (TableWriter writer = TableWriter.open(party, PARTY)) {
            writer.write("p:1", new java.math.BigDecimal("10.50"));
            writer.write("p:2", null);
        }
    }

    private long rows(String sql) {
        return rows(sql, 10);
    }

    private long rows(String sql, int seconds) {
        try (QuerySandbox sandbox = QuerySandbox.open(folder);
                Rows rows = sandbox.query(
                        sql,
                        Set.of("curated.party")::contains,
                        name -> new QuerySandbox.Published(PARTY.columns(), List.of(party)),
                        seconds)) {
            long count = 0;
            for (; rows.hasNext(); count++) {
                rows.next();
            }
            return count;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select party_id, sum(amount) from curated.party group by 1 order by 2 desc limit 10",
                "with big as (select * from curated.party) select * from big as a join big as b using (party_id)",
                "select * from (with t as (select 1 as x) select * from t) as s, range(2)",
                "select * from curated.party; "
            })
    void aSelectOverOurTablesRuns(String sql) {
        assertThat(rows(sql)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select content from read_text('/etc/passwd')",
                "select * from '/etc/passwd'",
                "copy (select * from curated.party) to 'leak.csv'",
                "select 1; drop table curated.party",
                "select * from duckdb_settings()",
                "select * from duckdb_columns, (with duckdb_columns as (select 1) select * from duckdb_columns) as t",
                "select * from information_schema.tables",
                "select * from memory.curated.party",
                "select getenv('HOME')",
                "select current_setting('temp_directory')",
                "select * from query('select 1')",
                "select * from enable_logging(storage = 'file', storage_path = 'denied')",
                "with recursive r as (select 1 as x union all select x + 1 from r) select * from r",
                "with t as (select * from t) select * from t",
                "describe curated.party",
                "set threads = 8",
                "attach ':memory:' as other",
                "select * from curated.nothing"
            })
    void whatReachesBeyondOurTablesIsDenied(String sql) {
        assertThatThrownBy(() -> rows(sql))
                .isInstanceOf(QueryDenied.class)
                .hasMessageStartingWith("Cannot run the query: ");
        assertThat(folder.resolve("leak.csv")).doesNotExist();
    }

    @Test
    void aTypingErrorIsShownWithItsPosition() {
        assertThatThrownBy(() -> rows("selec * form x"))
                .isInstanceOf(QueryDenied.class)
                .hasMessage("""
                        Cannot run the query: syntax error at or near "selec"
                          line 1: selec * form x
                                  ^""");
    }

    @Test
    void aQueryThatRunsTooLongIsStopped() {
        assertThatThrownBy(() ->
                        rows("select count(*) from range(10000000) a, range(10000000) b where a.range*b.range%7=3", 1))
                .isInstanceOf(EngineException.class)
                .hasMessage("Cannot run the query: stopped after 1 s");
    }

    @Test
    void aNulOrAVeryLongTextIsDenied() {
        assertThatThrownBy(() -> rows("select '\0'")).isInstanceOf(QueryDenied.class);
        assertThatThrownBy(() -> rows("select " + "1+".repeat(20_000) + "1")).isInstanceOf(QueryDenied.class);
    }

    @Test
    void anotherQueryRunsAfterADeniedOne() {
        assertThatThrownBy(() -> rows("select * from glob('*')")).isInstanceOf(QueryDenied.class);
        assertThat(rows("select * from curated.party")).isEqualTo(2);
        assertThat(Files.exists(party)).isTrue();
    }
}
