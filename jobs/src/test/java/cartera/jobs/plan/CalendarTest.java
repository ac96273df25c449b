package cartera.jobs.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.jobs.engine.Engine;
import cartera.jobs.engine.Row;
import cartera.jobs.engine.Rows;
import cartera.jobs.engine.duckdb.DuckDbEngine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job curated.calendar: too many rows for a case folder. */
class CalendarTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path temporary;

    @SuppressWarnings("NullAway.Init")
    private static Job job;

    @BeforeAll
    static void made() {
        job = Row.required(Jobs.load(temporary).job("curated.calendar"));
        try (Engine engine = DuckDbEngine.open(temporary)) {
            new JobRun(engine).write(job, file());
        }
    }

    private static Path file() {
        return temporary.resolve("calendar.parquet");
    }

    @Test
    void workingDaysAreThoseOfTheProductionCalendars() throws IOException {
        assertThat(calendar("select cast(year(day_on) as varchar) || ',' || count(*) as line from day"
                        + " where is_working_day and year(day_on) <= 2026 group by year(day_on) order by year(day_on)"))
                .isEqualTo(reference());
    }

    @Test
    void everyDayIsThereOnceAndWeeksAreIso() {
        assertThat(calendar("select min(day_on) || ' ' || max(day_on) || ' ' || count(*) as line from day"))
                .containsExactly("2010-01-01 2035-12-31 9496");
        assertThat(
                        calendar(
                                "select iso_year || '-W' || iso_week as line from day where day_on in"
                                        + " (date '2016-01-03', date '2020-12-31', date '2024-12-30', date '2026-11-22') order by day_on"))
                .containsExactly("2015-W53", "2020-W53", "2025-W1", "2026-W47");
    }

    @Test
    void aHolidayOnAWeekendMovesUnlessADecreeMovesItElsewhere() {
        assertThat(calendar("select day_on || ' ' || is_working_day || ' ' || coalesce(holiday, '') as line from day"
                        + " where day_on in (date '2025-02-24', date '2025-05-08', date '2025-11-01', date '2026-03-09',"
                        + " date '2027-02-24', date '2027-05-03') order by day_on"))
                .containsExactly(
                        "2025-02-24 true ",
                        "2025-05-08 false moved",
                        "2025-11-01 true working",
                        "2026-03-09 false moved",
                        "2027-02-24 true ",
                        "2027-05-03 false moved");
    }

    private static List<String> calendar(String select) {
        try (Engine engine = DuckDbEngine.open(temporary)) {
            engine.table("day", job.tableColumns(), List.of(file()));
            return lines(engine, select);
        }
    }

    private static List<String> lines(Engine engine, String select) {
        List<String> lines = new ArrayList<>();
        try (Rows rows = engine.query(select)) {
            rows.forEachRemaining(row -> lines.add(Row.required(row.text("line"))));
        }
        return lines;
    }

    private static List<String> reference() throws IOException {
        try (InputStream file = Row.required(CalendarTest.class.getResourceAsStream("/calendar/working-days.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.matches("\\d.*"))
                    .toList();
        }
    }
}
