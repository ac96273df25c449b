package cartera.jobs.plan;

import cartera.jobs.engine.Engine;
import cartera.jobs.engine.EngineProvider;
import cartera.jobs.engine.Row;
import cartera.jobs.lake.Column;
import cartera.jobs.lake.Edition;
import cartera.jobs.lake.Lake;
import cartera.jobs.lake.LakeWriter;
import cartera.jobs.lake.RunInfo;
import cartera.jobs.lake.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A run over a home: curated made fresh from raw, then scores and report tables for one pair of dates, all in one commit.
 *
 * @param raw the columns of every table of raw
 * @param settings parameters of the company, see {@link Params}
 */
public record Run(
        Lake lake,
        Jobs jobs,
        Map<String, List<Column>> raw,
        Map<String, Object> settings,
        EngineProvider engines,
        Progress progress) {

    /**
     * What a run did.
     *
     * @param id of the run
     * @param isNew false if the lake had all of it already, and nothing was committed
     */
    public record Outcome(String id, Edition edition, List<Runner.Made> made, boolean isNew, Snapshot snapshot) {}

    /** The dates that a person may give; null is the default. */
    public record Dates(@Nullable LocalDate asOf, @Nullable LocalDate knownOn, LocalDate today) {}

    /**
     * Runs the named jobs and all they need; no name means all jobs.
     *
     * @throws NothingLoaded if raw is empty
     */
    public Outcome run(List<String> names, Dates dates) {
        try (LakeWriter writer = lake.write("cartera run")) {
            if (writer.base().inputs().isEmpty()) {
                throw new NothingLoaded();
            }
            try (Engine engine = engines.open(temporary())) {
                return new Session(engine, writer).run(names, dates);
            }
        }
    }

    /** Makes the curated tables fresh in a version that an ingest is writing. */
    public List<Runner.Made> refresh(LakeWriter writer) {
        try (Engine engine = engines.open(temporary())) {
            return new Session(engine, writer).curated(List.of(), null);
        }
    }

    private Path temporary() {
        try {
            return Files.createDirectories(lake.home().resolve("tmp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Session {

        private static final Edition ANY = new Edition(LocalDate.EPOCH, LocalDate.EPOCH);

        private final LakeWriter writer;
        private final Runner runner;

        Session(Engine engine, LakeWriter writer) {
            this.writer = writer;
            this.runner = new Runner(engine, known(), writer, progress);
        }

        private Map<String, List<Column>> known() {
            Map<String, List<Column>> known = new TreeMap<>(raw);
            known.putAll(jobs.history());
            return known;
        }

        Outcome run(List<String> names, Dates dates) {
            List<Runner.Made> made = new ArrayList<>(curated(names, dates.knownOn()));
            Params params = dated(dates);
            String id = RunId.of(writer.base(), jobs, params);
            made.addAll(runner.run(wanted(names, true), params.with("run_id", id)));
            boolean isNew = made.stream().anyMatch(Runner.Made::isNew);
            Snapshot snapshot = isNew ? writer.commit(info(id, params)) : writer.base();
            return new Outcome(id, params.edition(), made, isNew, snapshot);
        }

        List<Runner.Made> curated(List<String> names, @Nullable LocalDate knownOn) {
            LocalDate known = knownOn(knownOn);
            // as_of is no business of curated; a date has to stand there
            return runner.run(
                    wanted(names, false),
                    new Params(settings).with("known_on", known).with("as_of", known));
        }

        private List<Job> wanted(List<String> names, boolean areDated) {
            List<Job> all = names.isEmpty() ? jobs.all() : jobs.upTo(names);
            return all.stream().filter(job -> job.isDated() == areDated).toList();
        }

        private LocalDate knownOn(@Nullable LocalDate given) {
            LocalDate newest = Row.required(runner.ask(
                            "select max(local_date(loaded_at, '%s')) as day from raw.file"
                                    .formatted(settings.get("zone")),
                            ANY,
                            "raw.file")
                    .get(0)
                    .date("day"));
            if (given != null && given.isBefore(newest)) {
                throw new InvalidDate(
                        "Invalid --known-on: %s (files were loaded on %s; an earlier day is not supported)"
                                .formatted(given, newest));
            }
            return given == null ? newest : given;
        }

        private Params dated(Dates dates) {
            LocalDate asOf = dates.asOf() == null ? defaultAsOf(dates.today()) : dates.asOf();
            return new Params(settings)
                    .with("known_on", knownOn(dates.knownOn()))
                    .with("as_of", asOf);
        }

        /** The last Sunday before today, or the one that ends the week of the newest sale, or of the newest deal. */
        private LocalDate defaultAsOf(LocalDate today) {
            LocalDate lastSunday = today.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
            Row newest = runner.ask(
                            "select coalesce((select max(sold_on) from curated.sale),"
                                    + " (select max(cast(created_at as date)) from curated.deal)) as day",
                            ANY,
                            "curated.sale",
                            "curated.deal")
                    .get(0);
            LocalDate day = newest.date("day");
            LocalDate weekEnd = day == null ? lastSunday : day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            return weekEnd.isBefore(lastSunday) ? weekEnd : lastSunday;
        }

        private RunInfo info(String id, Params params) {
            TreeMap<String, String> facts = new TreeMap<>();
            facts.put("command", "run");
            facts.put("as_of", params.edition().asOf().toString());
            facts.put("known_on", params.edition().knownOn().toString());
            return new RunInfo(id, Program.VERSION, facts);
        }
    }
}
