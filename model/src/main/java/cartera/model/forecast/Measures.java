package cartera.model.forecast;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * How good a forecast was: of one series, or the mean over several, each series counting once.
 *
 * <p>A measure that does not exist is NaN and takes no part in a mean: scaled errors of a history that never changes, coverage
 * of a forecast without intervals.
 *
 * <p>Sources: S. Makridakis and M. Hibon, The M3-Competition, International Journal of Forecasting 16 (2000), with absolute
 * values in the denominator of sMAPE; R. J. Hyndman and A. B. Koehler, Another look at measures of forecast accuracy, 22
 * (2006), for MASE; S. Makridakis et al., The M5 accuracy competition, 38 (2022), for RMSSE; T. Gneiting and A. E. Raftery,
 * Strictly proper scoring rules, JASA 102 (2007), equation 43, for the interval score that MSIS scales.
 *
 * @param series number of series
 * @param smape mean of 200 |a - f| / (|a| + |f|), per cent; a pair of zeros counts 0
 * @param mase mean |a - f|, in units of the history's mean absolute seasonal change
 * @param rmsse root of the mean squared error, in units of the root mean squared change from one period to the next
 * @param bias mean of f - a in the unit of the series: above zero where forecasts were too high
 * @param coverage80 share (0 to 1) of values inside the 80 % interval, bounds included
 * @param coverage95 the same for 95 %
 * @param msis mean score of the 95 % interval, in units of the MASE scale: width, and 40 times what lies outside
 */
public record Measures(
        int series,
        double smape,
        double mase,
        double rmsse,
        double bias,
        double coverage80,
        double coverage95,
        double msis) {

    private static final double MISS_PENALTY = 2 / .05;

    /** Measures of one series' forecast without intervals. */
    public static Measures of(double[] history, int season, double[] actual, double[] forecast) {
        return new Measures(
                1,
                smape(actual, forecast),
                mase(history, season, actual, forecast),
                rmsse(history, actual, forecast),
                bias(actual, forecast),
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }

    /**
     * Measures of one series' forecast.
     *
     * @param history values the forecast was made from, for the scales
     * @param actual what came: one value a step of the forecast, or fewer
     */
    public static Measures of(double[] history, int season, double[] actual, Bands bands) {
        Measures mid = of(history, season, actual, bands.mid());
        return new Measures(
                1,
                mid.smape,
                mid.mase,
                mid.rmsse,
                mid.bias,
                coverage(actual, bands.low80(), bands.high80()),
                coverage(actual, bands.low95(), bands.high95()),
                msis(history, season, actual, bands.low95(), bands.high95()));
    }

    /** Means over series: every measure over those that have it. */
    public static Measures mean(List<Measures> measures) {
        return new Measures(
                measures.stream().mapToInt(Measures::series).sum(),
                mean(measures, Measures::smape),
                mean(measures, Measures::mase),
                mean(measures, Measures::rmsse),
                mean(measures, Measures::bias),
                mean(measures, Measures::coverage80),
                mean(measures, Measures::coverage95),
                mean(measures, Measures::msis));
    }

    private static double mean(List<Measures> measures, ToDoubleFunction<Measures> measure) {
        double sum = 0;
        long series = 0;
        for (Measures one : measures) {
            double value = measure.applyAsDouble(one);
            if (!Double.isNaN(value)) {
                sum += value * one.series;
                series += one.series;
            }
        }
        return sum / series;
    }

    /** Symmetric mean absolute percentage error. */
    public static double smape(double[] actual, double[] forecast) {
        return mean(actual, t -> {
            double size = Math.abs(actual[t]) + Math.abs(forecast[t]);
            return size == 0 ? 0 : 200 * Math.abs(actual[t] - forecast[t]) / size;
        });
    }

    /** Mean absolute scaled error; NaN where the history never changes. */
    public static double mase(double[] history, int season, double[] actual, double[] forecast) {
        return scaled(mean(actual, t -> Math.abs(actual[t] - forecast[t])), absoluteScale(history, season));
    }

    /** Root mean squared scaled error; NaN where the history never changes. */
    public static double rmsse(double[] history, double[] actual, double[] forecast) {
        return Math.sqrt(scaled(mean(actual, t -> square(actual[t] - forecast[t])), squareScale(history)));
    }

    /** Mean of forecast less actual. */
    public static double bias(double[] actual, double[] forecast) {
        return mean(actual, t -> forecast[t] - actual[t]);
    }

    /** Share of values inside their interval, bounds included. */
    public static double coverage(double[] actual, double[] low, double[] high) {
        return mean(actual, t -> low[t] <= actual[t] && actual[t] <= high[t] ? 1 : 0);
    }

    /** Mean scaled interval score of 95 % intervals; NaN where the history never changes. */
    public static double msis(double[] history, int season, double[] actual, double[] low, double[] high) {
        double score = mean(
                actual,
                t -> high[t]
                        - low[t]
                        + MISS_PENALTY * Math.max(0, low[t] - actual[t])
                        + MISS_PENALTY * Math.max(0, actual[t] - high[t]));
        return scaled(score, absoluteScale(history, season));
    }

    /** Mean absolute change over a season, the scale of MASE and MSIS; over one period where the history is no longer than a season. */
    public static double absoluteScale(double[] history, int season) {
        int lag = history.length > season ? season : 1;
        return change(history, lag, Math::abs);
    }

    /** Mean squared change from one period to the next, the scale of RMSSE. */
    public static double squareScale(double[] history) {
        return change(history, 1, Measures::square);
    }

    private static double change(double[] history, int lag, DoubleUnaryOperator size) {
        double sum = 0;
        for (int t = lag; t < history.length; t++) {
            sum += size.applyAsDouble(history[t] - history[t - lag]);
        }
        return history.length > lag ? sum / (history.length - lag) : 0;
    }

    private static double scaled(double error, double scale) {
        return scale > 0 ? error / scale : Double.NaN;
    }

    private static double mean(double[] actual, IntToDoubleFunction term) {
        double sum = 0;
        for (int t = 0; t < actual.length; t++) {
            sum += term.applyAsDouble(t);
        }
        return sum / actual.length;
    }

    private static double square(double x) {
        return x * x;
    }
}
