package cartera.model.sales;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Forecasts as they would have been made earlier: from each origin with what was known there, nothing of what came after.
 *
 * @param apart periods from one origin to the next
 */
public record SalesRecord(SalesForecaster forecaster, int apart) {

    private static final int ORIGINS = 8;
    private static final int FEWEST_PERIODS = 8;

    /** How many periods each origin knows: up to eight, the newest last, {@code apart} periods before the end. */
    public List<Integer> origins(int past) {
        return IntStream.rangeClosed(1, ORIGINS)
                .map(i -> past - (ORIGINS + 1 - i) * apart)
                .filter(origin -> origin >= FEWEST_PERIODS)
                .boxed()
                .toList();
    }

    /**
     * The forecasts of an origin, as far as facts have come since.
     *
     * @param days working days of past periods and of those to come
     * @param past periods with facts
     */
    public List<SalesForecast> from(int origin, List<SalesSeries> series, int[] days, int past) {
        int steps = Math.min(past - origin, days.length - past);
        List<SalesSeries> known = series.stream().map(one -> one.first(origin)).toList();
        return forecaster.forecast(known, Arrays.copyOf(days, origin + steps));
    }
}
