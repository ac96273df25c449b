package cartera.jobs.bench;

import cartera.model.forecast.Bands;
import cartera.model.forecast.FittedMethod;
import cartera.model.forecast.Method;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** One method over many series. */
final class SeriesForecasts {

    private SeriesForecasts() {}

    static ForecastRun of(Method method, List<LabelledSeries> series, List<double[]> actual) {
        LongAdder nanos = new LongAdder();
        List<ForecastRun.Answer> answers = IntStream.range(0, series.size())
                .parallel()
                .mapToObj(i -> {
                    long start = System.nanoTime();
                    FittedMethod fitted = method.fit(series.get(i).series());
                    double[] mid = fitted.forecast(series.get(i).horizon());
                    nanos.add(System.nanoTime() - start);
                    return new ForecastRun.Answer(
                            series.get(i), actual.get(i), fitted, new Bands(mid, mid, mid, mid, mid, mid, mid));
                })
                .toList();
        return new ForecastRun(method.name(), answers, nanos.sum());
    }
}
