package cartera.jobs.plan;

import cartera.jobs.engine.Engine;
import cartera.jobs.engine.Row;
import cartera.jobs.engine.Rows;
import cartera.jobs.engine.ScoreStep;
import cartera.jobs.engine.TableStep;
import cartera.jobs.lake.Column;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs one job on an engine that already has the tables it reads: query, Java step, file, checks. */
public final class JobRun {

    private static final String STEP_OUTPUT = "step_output";
    private static final String CHECKED = "checked";

    private final Engine engine;

    public JobRun(Engine engine) {
        this.engine = engine;
    }

    /**
     * Writes the job's table to a file and checks it; returns its rows. A broken check is a {@link CheckFailure}, and
     * the file is not to be published.
     */
    public long write(Job job, Path file) {
        long rows = engine.write(framed(job, query(job)), job.tableColumns(), order(job), file);
        check(job, file);
        return rows;
    }

    private String query(Job job) {
        String step = job.step();
        if (step == null) {
            return job.sql();
        }
        Object instance = instance(job, step);
        if (instance instanceof TableStep table) {
            try (Rows rows = engine.query(job.sql())) {
                engine.table(STEP_OUTPUT, job.columns(), table.apply(rows));
            }
        } else {
            engine.score(STEP_OUTPUT, job.columns(), job.sql(), (ScoreStep) instance);
        }
        return "select * from " + STEP_OUTPUT;
    }

    private static Object instance(Job job, String step) {
        try {
            return Class.forName(step).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "Invalid step of job %s: %s (a public class with a constructor without arguments)"
                            .formatted(job.name(), step),
                    e);
        }
    }

    private static String framed(Job job, String query) {
        return job.isDated()
                ? "select p.as_of, p.known_on, t.*, p.run_id from (\n%s\n) as t cross join params as p".formatted(query)
                : query;
    }

    private static List<String> order(Job job) {
        List<String> order = new ArrayList<>(job.grain());
        boolean isUnique = job.checks().stream().anyMatch(check -> check.isUnique(job.grain()));
        if (!isUnique) {
            // what the grain leaves open is still put in one order, so that equal data give equal bytes
            job.columns().stream()
                    .map(Column::name)
                    .filter(name -> !order.contains(name))
                    .forEach(order::add);
        }
        return order;
    }

    private void check(Job job, Path file) {
        if (job.checks().isEmpty()) {
            return;
        }
        engine.table(CHECKED, job.tableColumns(), List.of(file));
        List<String> broken = new ArrayList<>();
        try (Rows rows = engine.query(counts(job.checks()))) {
            Row counts = rows.next();
            for (int i = 0; i < job.checks().size(); i++) {
                long times = Row.required(counts.integer(column(i)));
                if (times > 0) {
                    broken.add("%s is broken %d time%s"
                            .formatted(job.checks().get(i).text(), times, times == 1 ? "" : "s"));
                }
            }
        }
        if (!broken.isEmpty()) {
            throw new CheckFailure(job.name(), broken);
        }
    }

    /** All checks of a job in one query: one scan for those of rows, a grouping for each key. */
    private static String counts(List<Check> checks) {
        List<String> ofRows = new ArrayList<>(List.of("count(*) as checked_rows"));
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            Check check = checks.get(i);
            if (check.isOfRows()) {
                ofRows.add("count(case when %s then 1 end) as %s".formatted(check.broken(), column(i)));
            } else {
                keys.add(" cross join (%s) as key_%d".formatted(check.repeated(CHECKED, column(i)), i));
            }
        }
        return "select * from (select %s from %s) as of_rows%s"
                .formatted(String.join(", ", ofRows), CHECKED, String.join("", keys));
    }

    private static String column(int check) {
        return "broken_" + check;
    }
}
