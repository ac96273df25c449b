package cartera.jobs.bench;

import cartera.model.forecast.Bands;
import cartera.model.forecast.FittedMethod;
import java.util.List;

/**
 * What one method says of the series of a table.
 *
 * @param method as asked for
 * @param answers in the order of the series
 * @param nanos spent on fitting and forecasting, summed over all series
 */
record ForecastRun(String method, List<Answer> answers, long nanos) {

    /**
     * Of one series.
     *
     * @param history what the method was told
     * @param actual what came after it, as far as the table knows
     */
    @SuppressWarnings("ArrayRecordComponent") // of a table's size: no copies
    record Answer(LabelledSeries history, double[] actual, FittedMethod fitted, Bands bands) {

        /** The method that in fact answered. */
        String by() {
            return fitted.method();
        }
    }
}
