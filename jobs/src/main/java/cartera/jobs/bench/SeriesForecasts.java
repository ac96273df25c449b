package cartera.jobs.bench;

import cartera.jobs.engine.Row;
import cartera.model.forecast.Bands;
import cartera.model.forecast.FittedMethod;
import cartera.model.forecast.Method;
import cartera.model.forecast.PooledScores;
import cartera.model.forecast.Series;
import cartera.model.forecast.SeriesForecast;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One method over many series, on all cores. What a series tells of past errors is large: it is kept for a sample, from which
 * the set learns, and is otherwise gone once the series has its intervals.
 */
final class SeriesForecasts {

    private static final int SAMPLE = 2_000;
    /** Of the processor: what others do on the machine does not count. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final Method method;
    private final List<LabelledSeries> series;
    private final LongAdder nanos = new LongAdder();

    private SeriesForecasts(Method method, List<LabelledSeries> series) {
        this.method = method;
        this.series = series;
    }

    /**
     * Forecasts the series.
     *
     * @param actual what came after each
     * @param errors how many past one-step errors to keep of each
     */
    static ForecastRun of(Method method, List<LabelledSeries> series, List<double[]> actual, int errors) {
        return new SeriesForecasts(method, series).run(actual, errors);
    }

    private ForecastRun run(List<double[]> actual, int errors) {
        Map<Integer, PooledScores> pools = pools();
        nanos.reset();
        List<ForecastRun.Answer> answers = IntStream.range(0, series.size())
                .parallel()
                .mapToObj(i -> {
                    long start = CLOCK.getCurrentThreadCpuTime();
                    FittedMethod fitted = fit(series.get(i));
                    SeriesForecast own = SeriesForecast.of(fitted, series.get(i).horizon());
                    Bands bands = Row.required(pools.get(own.season())).bands(own);
                    nanos.add(CLOCK.getCurrentThreadCpuTime() - start);
                    return new ForecastRun.Answer(
                            series.get(i), actual.get(i), fitted.method(), bands, pastErrors(fitted, errors));
                })
                .toList();
        return new ForecastRun(method.name(), answers, nanos.sum());
    }

    private FittedMethod fit(LabelledSeries one) {
        return method.fit(one.series());
    }

    /** What the series of each season say of their errors; every so many of them where there are many. */
    private Map<Integer, PooledScores> pools() {
        Map<Integer, List<LabelledSeries>> bySeason = series.stream()
                .collect(Collectors.groupingBy(one -> one.series().season(), TreeMap::new, Collectors.toList()));
        Map<Integer, PooledScores> pools = new TreeMap<>();
        bySeason.forEach((season, some) -> pools.put(season, PooledScores.of(sample(some))));
        return pools;
    }

    private List<SeriesForecast> sample(List<LabelledSeries> some) {
        int apart = (some.size() + SAMPLE - 1) / SAMPLE;
        return IntStream.range(0, (some.size() + apart - 1) / apart)
                .parallel()
                .mapToObj(i -> some.get(i * apart))
                .map(one -> SeriesForecast.of(one.series(), method, one.horizon()))
                .toList();
    }

    private static double[] pastErrors(FittedMethod fitted, int errors) {
        Series past = fitted.series();
        return IntStream.range(past.length() - errors, past.length())
                .mapToDouble(t -> past.value(t) - fitted.forecast(t, 1)[0])
                .toArray();
    }
}
