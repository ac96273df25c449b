package cartera.jobs.plan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cartera.jobs.engine.Engine;
import cartera.jobs.engine.duckdb.DuckDbEngine;
import cartera.jobs.engine.duckdb.SqlTables;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job promises in its header is checked before its table may be published. */
class JobRunTest {

    private static final String HEADER = """
            -- about   Numbers.
            -- grain   a
            -- column  a  integer
            -- column  b  text
            -- check   unique(a)
            -- check   not_null(a, b)
            -- check   between(a, 1, 10)
            -- check   in(b, x, it's)
            -- check   where(a <> 7 or b = 'x')

            """;

    @TempDir
    Path folder;

    private void write(String select) {
        try (SqlTables tables = SqlTables.open();
                Engine engine = DuckDbEngine.open(folder)) {
            Job job = JobFile.parse("sql/curated/number.sql", "curated.number", HEADER + select, tables);
            new JobRun(engine).write(job, folder.resolve("number.parquet"));
        }
    }

    @Test
    void rowsThatKeepEveryPromisePass() {
        assertThatCode(() -> write("select * from (values (1, 'x'), (7, 'x'), (2, 'it''s')) as t (a, b)"))
                .doesNotThrowAnyException();
    }

    @Test
    void anEmptyTableKeepsEveryPromise() {
        assertThatCode(() -> write("select 1 as a, 'x' as b where false")).doesNotThrowAnyException();
    }

    @Test
    void everyBrokenPromiseIsToldAtOnceWithItsCount() {
        assertThatThrownBy(() -> write(
                        "select * from (values (1, 'x'), (1, 'x'), (11, 'y'), (7, 'it''s'), (null, null)) as t (a, b)"))
                .isInstanceOf(CheckFailure.class)
                .hasMessage(
                        "Cannot publish curated.number: unique(a) is broken 1 time; not_null(a, b) is broken 1 time;"
                                + " between(a, 1, 10) is broken 1 time; in(b, x, it's) is broken 1 time;"
                                + " where(a <> 7 or b = 'x') is broken 1 time");
    }
}
