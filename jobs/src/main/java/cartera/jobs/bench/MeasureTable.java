package cartera.jobs.bench;

import cartera.jobs.lake.Type;
import cartera.model.forecast.Measures;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How good methods were on the periods held out: a row a method and group, then one of all groups. */
final class MeasureTable {

    private static final String ALL = "all";
    private static final double NANOS_PER_MILLI = 1e6;

    private MeasureTable() {}

    static BenchTable of(List<ForecastRun> runs) {
        BenchTable table = new BenchTable()
                .columns(Type.TEXT, "method", "group")
                .columns(Type.INTEGER, "series")
                .columns(Type.DOUBLE, "smape", "mase", "rmsse", "bias", "coverage_80", "coverage_95", "msis")
                .columns(Type.DOUBLE, "ms_per_series");
        runs.forEach(run -> add(run, table));
        return table;
    }

    private static void add(ForecastRun run, BenchTable table) {
        Map<String, List<ForecastRun.Answer>> groups = run.answers().stream()
                .collect(Collectors.groupingBy(answer -> answer.history().group(), TreeMap::new, Collectors.toList()));
        if (groups.size() > 1 || !groups.containsKey("")) {
            groups.forEach((group, answers) -> line(run, group, answers, table));
        }
        line(run, ALL, run.answers(), table);
    }

    private static void line(ForecastRun run, String group, List<ForecastRun.Answer> answers, BenchTable table) {
        Measures mean =
                Measures.mean(answers.stream().map(MeasureTable::measures).toList());
        table.line()
                .set("method", run.method())
                .set("group", group)
                .set("series", (long) answers.size())
                .set("smape", known(mean.smape()))
                .set("mase", known(mean.mase()))
                .set("rmsse", known(mean.rmsse()))
                .set("bias", known(mean.bias()))
                .set("coverage_80", known(mean.coverage80()))
                .set("coverage_95", known(mean.coverage95()))
                .set("msis", known(mean.msis()))
                .set(
                        "ms_per_series",
                        run.nanos() / NANOS_PER_MILLI / run.answers().size());
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static Measures measures(ForecastRun.Answer answer) {
        return Measures.of(
                answer.history().series().values(),
                answer.history().series().season(),
                answer.actual(),
                answer.bands());
    }
}
