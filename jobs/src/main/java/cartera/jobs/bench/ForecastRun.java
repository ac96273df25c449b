package cartera.jobs.bench;

import cartera.model.forecast.Bands;
import java.util.List;

/**
 * What one method says of the series of a table.
 *
 * @param method as asked for
 * @param answers in the order of the series
 * @param nanos of processor time spent on fitting and forecasting, summed over all series
 */
record ForecastRun(String method, List<Answer> answers, long nanos) {

    /**
     * Of one series.
     *
     * @param history what the method was told
     * @param actual what came after it, as far as the table knows
     * @param by the method that in fact answered
     * @param errors past one-step errors, the last of them; none where nothing has to add up
     */
    @SuppressWarnings("ArrayRecordComponent") // of a table's size: no copies
    record Answer(LabelledSeries history, double[] actual, String by, Bands bands, double[] errors) {}
}
