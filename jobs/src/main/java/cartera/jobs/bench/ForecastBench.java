package cartera.jobs.bench;

import cartera.jobs.engine.Rows;
import cartera.model.forecast.Methods;
import cartera.model.forecast.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What methods say of the series of a table: of the periods after it, or of its last ones, which are then held out. Series
 * are forecast on all cores; what comes out does not depend on how many there are.
 */
public final class ForecastBench {

    /** What is forecast. */
    public enum Target {
        /** The periods after the table. */
        FUTURE,
        /** The last periods of the table; the methods see only what is before. */
        HOLDOUT
    }

    private final List<ForecastRun> runs;
    private final List<String> notes = new ArrayList<>();

    /**
     * Forecasts.
     *
     * @param methods names, see {@link Methods#NAMES}
     * @param hierarchy which series add up to which; empty if they need not
     * @throws UnusableTable if there is nothing to hold out, or the table does not fit the hierarchy
     */
    public ForecastBench(SeriesTable table, List<String> methods, Target target, HierarchyTable hierarchy) {
        this.runs = hierarchy.edges().isEmpty()
                ? runs(methods, tasks(table.series(), target), 0)
                : reconciled(methods, new SeriesTree(hierarchy, table.series()), target);
        runs.forEach(this::note);
        UnusualPeriods.of(table.series()).note().ifPresent(notes::add);
    }

    private List<ForecastRun> reconciled(List<String> methods, SeriesTree tree, Target target) {
        notes.addAll(tree.notes());
        List<Task> tasks = tasks(tree.series(), target);
        if (tasks.size() < tree.series().size()) {
            throw new UnusableTable(
                    "a hierarchy is held out as a whole, and %d of its series are not longer than the horizon"
                            .formatted(tree.series().size() - tasks.size()));
        }
        int errors = tree.errors(tasks.stream().map(Task::history).toList());
        return runs(methods, tasks, errors).stream().map(tree::reconciled).toList();
    }

    private List<Task> tasks(List<LabelledSeries> series, Target target) {
        return target == Target.FUTURE ? future(series) : holdout(series);
    }

    private static List<ForecastRun> runs(List<String> methods, List<Task> tasks, int errors) {
        List<LabelledSeries> histories = tasks.stream().map(Task::history).toList();
        List<double[]> actual = tasks.stream().map(Task::actual).toList();
        return methods.stream()
                .map(name -> SeriesForecasts.of(Methods.of(name), histories, actual, errors))
                .toList();
    }

    /** What a method is told of a series, and what it is not. */
    private record Task(LabelledSeries history, double[] actual) {}

    private static List<Task> future(List<LabelledSeries> series) {
        return series.stream().map(one -> new Task(one, new double[0])).toList();
    }

    private List<Task> holdout(List<LabelledSeries> series) {
        List<Task> tasks = series.stream()
                .filter(one -> one.series().length() > one.horizon())
                .map(ForecastBench::heldOut)
                .toList();
        if (tasks.isEmpty()) {
            throw new UnusableTable("no series is longer than its horizon: nothing can be held out");
        }
        if (tasks.size() < series.size()) {
            notes.add("Left out of the evaluation, for they are not longer than their horizon: %d series"
                    .formatted(series.size() - tasks.size()));
        }
        return tasks;
    }

    private static Task heldOut(LabelledSeries one) {
        int origin = one.series().length() - one.horizon();
        Series history = one.series().first(origin);
        double[] values = one.series().values();
        return new Task(
                new LabelledSeries(one.key(), one.group(), history, one.horizon(), one.last() - one.horizon()),
                Arrays.copyOfRange(values, origin, values.length));
    }

    /** Whether methods answered for series that are beyond the one asked for. */
    private void note(ForecastRun run) {
        Map<String, Long> others = run.answers().stream()
                .map(ForecastRun.Answer::by)
                .filter(by -> !by.equals(run.method()))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        if (!others.isEmpty()) {
            notes.add("%s: %s"
                    .formatted(
                            run.method(),
                            others.entrySet().stream()
                                    .map(other -> "%d series by %s".formatted(other.getValue(), other.getKey()))
                                    .collect(Collectors.joining(", "))));
        }
    }

    /** {@code key, step, method, mid, low_50, high_50, low_80, high_80, low_95, high_95}. */
    public Rows forecasts() {
        return new ForecastRows(runs);
    }

    /** The measures by method and group; of a hold-out only. */
    public BenchTable measures() {
        return MeasureTable.of(runs);
    }

    /** What a reader of the tables has to know. */
    public List<String> notes() {
        return List.copyOf(notes);
    }
}
