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
        List<String> order = new ArrayList<>();
        if (job.isDated()) {
            order.addAll(List.of("as_of", "known_on"));
        }
        order.addAll(job.grain());
        // what the grain leaves open is still put in one order, so that equal data give equal bytes
        for (Column column : job.columns()) {
            if (!order.contains(column.name())) {
                order.add(column.name());
            }
        }
        return order;
    }

    private void check(Job job, Path file) {
        engine.table(CHECKED, job.tableColumns(), List.of(file));
        List<String> broken = new ArrayList<>();
        for (Check check : job.checks()) {
            long violations = count(check.violations(CHECKED));
            if (violations > 0) {
                broken.add("%s is broken %d time%s".formatted(check.text(), violations, violations == 1 ? "" : "s"));
            }
        }
        if (!broken.isEmpty()) {
            throw new CheckFailure(job.name(), broken);
        }
    }

    private long count(String select) {
        try (Rows rows = engine.query(select)) {
            return Row.required(rows.next().integer("broken"));
        }
    }
}
