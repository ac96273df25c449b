package cartera.jobs.bench;

import cartera.jobs.engine.Row;
import cartera.jobs.home.Nearest;
import cartera.model.forecast.Bands;
import cartera.model.forecast.Series;
import cartera.model.reconcile.Edge;
import cartera.model.reconcile.Hierarchy;
import cartera.model.reconcile.Reconciliation;
import cartera.model.reconcile.Rounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Series that add up: those of a table, and the sums that the table lacks. */
final class SeriesTree {

    /** Errors further back say little of today's. */
    private static final int MOST_ERRORS = 100;

    private static final int DIGITS = 15;
    private static final int MOST_DECIMALS = 6;

    private final Hierarchy hierarchy;
    private final Reconciliation way;
    private final List<LabelledSeries> series;
    private final List<String> notes = new ArrayList<>();

    /**
     * Puts the series of a table onto the nodes; a series that the hierarchy does not name stands for itself.
     *
     * @throws UnusableTable if the table lacks a series that is no sum, or its series differ in season or horizon
     */
    SeriesTree(HierarchyTable table, List<LabelledSeries> given) {
        this.way = table.way();
        Map<String, LabelledSeries> byKey = new TreeMap<>();
        given.forEach(one -> byKey.put(one.key(), one));
        try {
            hierarchy = Hierarchy.of(Stream.concat(
                            table.edges().stream(), byKey.keySet().stream().map(key -> new Edge(key, null)))
                    .toList());
        } catch (IllegalArgumentException e) {
            throw new UnusableTable(String.valueOf(e.getMessage()));
        }
        requireLeaves(byKey);
        requireOneFrequency(given);
        long last = given.stream().mapToLong(LabelledSeries::last).max().orElseThrow();
        series = nodes(byKey, last);
    }

    /** The series of all nodes, sums first. */
    List<LabelledSeries> series() {
        return series;
    }

    List<String> notes() {
        return notes;
    }

    private void requireLeaves(Map<String, LabelledSeries> byKey) {
        List<String> missing = IntStream.range(hierarchy.aggregates(), hierarchy.size())
                .mapToObj(hierarchy.nodes()::get)
                .filter(key -> !byKey.containsKey(key))
                .toList();
        if (!missing.isEmpty()) {
            throw new UnusableTable(
                    "the hierarchy has %d keys that are no sum and no series of the table, such as '%s'%s"
                            .formatted(
                                    missing.size(),
                                    Headers.shown(missing.get(0)),
                                    Nearest.of(missing.get(0), byKey.keySet())
                                            .map("; did you mean '%s'?"::formatted)
                                            .orElse("")));
        }
    }

    private static void requireOneFrequency(List<LabelledSeries> given) {
        long different = given.stream()
                .map(one -> List.of(one.series().season(), one.horizon()))
                .distinct()
                .count();
        if (different > 1) {
            throw new UnusableTable("series of one hierarchy must have one season and one horizon; it has %d pairs"
                    .formatted(different));
        }
    }

    private List<LabelledSeries> nodes(Map<String, LabelledSeries> byKey, long last) {
        long late = byKey.values().stream()
                .filter(one -> one.series().length() > 0 && one.last() < last)
                .count();
        if (late > 0) {
            notes.add("Series of the hierarchy that end before the others, continued with zeros: %d".formatted(late));
        }
        int longest = byKey.values().stream()
                .mapToInt(one -> Math.toIntExact(one.series().length() + late(one, last)))
                .max()
                .orElseThrow();
        double[][] rows = new double[hierarchy.size()][];
        for (int node = hierarchy.aggregates(); node < rows.length; node++) {
            rows[node] = aligned(Row.required(byKey.get(hierarchy.nodes().get(node))), last, longest);
        }
        double[][] sums = hierarchy.summed(rows);
        LabelledSeries one = byKey.values().iterator().next();
        return IntStream.range(0, hierarchy.size())
                .mapToObj(node -> {
                    String key = hierarchy.nodes().get(node);
                    LabelledSeries known = byKey.get(key);
                    return known == null
                            ? new LabelledSeries(
                                    key, "", Series.of(sums[node], one.series().season()), one.horizon(), last)
                            : continued(known, last);
                })
                .toList();
    }

    private static long late(LabelledSeries one, long last) {
        return one.series().length() == 0 ? 0 : last - one.last();
    }

    private static LabelledSeries continued(LabelledSeries one, long last) {
        int length = Math.toIntExact(one.series().length() + late(one, last));
        return new LabelledSeries(
                one.key(),
                one.group(),
                Series.of(
                        Arrays.copyOf(one.series().values(), length),
                        one.series().season()),
                one.horizon(),
                last);
    }

    private static double[] aligned(LabelledSeries one, long last, int length) {
        double[] values = continued(one, last).series().values();
        double[] aligned = new double[length];
        System.arraycopy(values, 0, aligned, length - values.length, values.length);
        return aligned;
    }

    /** The forecasts of all nodes moved so that they add up, in the last digit, too; intervals move along. */
    ForecastRun reconciled(ForecastRun run) {
        List<ForecastRun.Answer> answers = run.answers();
        double[][] base = answers.stream().map(answer -> answer.bands().mid()).toArray(double[][]::new);
        double[][] errors = answers.stream().map(ForecastRun.Answer::errors).toArray(double[][]::new);
        Reconciliation possible = way.isLearntFromErrors() && errors[0].length < 2 ? Reconciliation.WLS_STRUCT : way;
        double[][] sums = possible.reconciled(hierarchy, base, errors);
        boolean isNonNegative =
                answers.stream().allMatch(answer -> answer.history().series().isNonNegative());
        double[][] exact = rounded(isNonNegative ? hierarchy.nonNegative(sums) : sums);
        return new ForecastRun(
                run.method(),
                IntStream.range(0, answers.size())
                        .mapToObj(node -> moved(answers.get(node), exact[node], isNonNegative))
                        .toList(),
                run.nanos());
    }

    /** How many past errors all of some histories have. */
    int errors(List<LabelledSeries> histories) {
        int shortest =
                histories.stream().mapToInt(one -> one.series().length()).min().orElse(0);
        int season = histories.get(0).series().season();
        return way.isLearntFromErrors() ? Math.min(MOST_ERRORS, shortest - Math.min(season, shortest / 2)) : 0;
    }

    private double[][] rounded(double[][] rows) {
        double largest = Arrays.stream(rows)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
        int digits = Math.max(1, (int) Math.ceil(Math.log10(largest + 1)));
        int decimals = Math.max(0, Math.min(MOST_DECIMALS, DIGITS - digits));
        double unit = Math.pow(10, decimals);
        Rounding rounding = new Rounding(hierarchy);
        double[][] rounded = new double[rows.length][rows.length == 0 ? 0 : rows[0].length];
        for (int step = 0; step < rounded[0].length; step++) {
            int column = step;
            long[] units = rounding.units(
                    Arrays.stream(rows).mapToDouble(row -> row[column]).toArray(), decimals);
            for (int node = 0; node < rows.length; node++) {
                rounded[node][step] = units[node] / unit;
            }
        }
        return rounded;
    }

    private static ForecastRun.Answer moved(ForecastRun.Answer answer, double[] mid, boolean isNonNegative) {
        Bands bands = answer.bands();
        double floor = isNonNegative ? 0 : Double.NEGATIVE_INFINITY;
        return new ForecastRun.Answer(
                answer.history(),
                answer.actual(),
                answer.by(),
                new Bands(
                        mid,
                        moved(bands.low50(), bands.mid(), mid, floor),
                        moved(bands.high50(), bands.mid(), mid, floor),
                        moved(bands.low80(), bands.mid(), mid, floor),
                        moved(bands.high80(), bands.mid(), mid, floor),
                        moved(bands.low95(), bands.mid(), mid, floor),
                        moved(bands.high95(), bands.mid(), mid, floor)),
                answer.errors());
    }

    private static double[] moved(double[] bound, double[] from, double[] to, double floor) {
        double[] moved = new double[bound.length];
        Arrays.setAll(moved, step -> Math.max(floor, bound[step] + to[step] - from[step]));
        return moved;
    }
}
