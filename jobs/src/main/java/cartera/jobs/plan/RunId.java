package cartera.jobs.plan;

import cartera.jobs.lake.Edition;
import cartera.jobs.lake.Snapshot;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** The id of a run: its week and a hash of all that its tables depend on, so that the same run has the same id anywhere. */
public final class RunId {

    private RunId() {}

    /** Such as {@code 2026-W47-3f9c21ab}. */
    public static String of(Snapshot inputs, Jobs jobs, Params params) {
        Edition edition = params.edition();
        StringBuilder text = new StringBuilder(Program.VERSION);
        inputs.inputs().stream()
                .map(input -> input.source() + " " + input.connector() + " " + input.sha256())
                .sorted()
                .forEach(input -> text.append('\n').append(input));
        jobs.all().forEach(job -> text.append('\n').append(job.sql()));
        params.values().entrySet().stream()
                .filter(value -> !value.getKey().equals("run_id"))
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(value -> text.append('\n').append(value));
        return week(edition.asOf()) + "-" + Runner.sha256(text.toString()).substring(0, 8);
    }

    /** The ISO week of a day, {@code 2026-W47}. */
    public static String week(LocalDate day) {
        return String.format(
                Locale.ROOT,
                "%d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
