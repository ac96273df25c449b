package cartera.model.sales;

import cartera.model.forecast.Bands;
import java.util.Arrays;

/**
 * Forecast of one series of a company's sales.
 *
 * @param method that was found best: the seasonal naive one where it wins
 * @param bands by step; {@code mid} in whole hundredths, which add up exactly over a level
 * @param naive the value of the same period a season before
 * @param totalErrors by step: how far sums from the first step to this one were off, relative to them (root mean square)
 */
@SuppressWarnings("ArrayRecordComponent")
public record SalesForecast(
        String level, String key, String method, Bands bands, double[] naive, double[] totalErrors) {

    /** Expected sum of the steps up to one, counted from 0. */
    public double total(int step) {
        return Arrays.stream(bands.mid()).limit(step + 1L).sum();
    }

    /**
     * A bound of that sum; periods go wrong together, so that bounds of periods do not add up to it.
     *
     * @param deviations from the expected sum, such as -1.2816 for the lower bound of 80 %
     */
    public double total(int step, double deviations) {
        return Math.max(0, total(step) * (1 + deviations * totalErrors[step]));
    }
}
