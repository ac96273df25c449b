package cartera.jobs.bench;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.Rows;
import cartera.jobs.lake.Column;
import cartera.jobs.lake.Type;
import cartera.model.forecast.Bands;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Forecasts as rows, one a series, step and method; made one by one, for there may be millions. */
final class ForecastRows implements Rows {

    private static final List<Column> COLUMNS = declared();
    private static final Row.Header HEADER = Row.Header.of(COLUMNS);
    private static final String AUTO = "auto";

    private final Iterator<Row> rows;

    ForecastRows(List<ForecastRun> runs) {
        this.rows = runs.stream().flatMap(ForecastRows::rows).iterator();
    }

    private static List<Column> declared() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("key", Type.TEXT), new Column("step", Type.INTEGER), new Column("method", Type.TEXT)));
        Stream.of("mid", "low_50", "high_50", "low_80", "high_80", "low_95", "high_95")
                .forEach(name -> columns.add(new Column(name, Type.DOUBLE)));
        return List.copyOf(columns);
    }

    private static Stream<Row> rows(ForecastRun run) {
        return run.answers().stream()
                .flatMap(answer -> IntStream.range(0, answer.bands().steps()).mapToObj(step -> row(run, answer, step)));
    }

    /** The choice names what it chose. */
    private static Row row(ForecastRun run, ForecastRun.Answer answer, int step) {
        Bands bands = answer.bands();
        return HEADER.row(
                answer.history().key(),
                step + 1L,
                run.method().equals(AUTO) ? answer.by() : run.method(),
                bands.mid()[step],
                bands.low50()[step],
                bands.high50()[step],
                bands.low80()[step],
                bands.high80()[step],
                bands.low95()[step],
                bands.high95()[step]);
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Row next() {
        return rows.next();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
