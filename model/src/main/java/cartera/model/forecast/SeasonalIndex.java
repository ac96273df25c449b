package cartera.model.forecast;

import java.util.Arrays;

/**
 * The seasonal pattern of a series by classical decomposition: the mean ratio to (or difference from) the centred moving
 * average, by place in the season.
 *
 * <p>Source: M. G. Kendall and A. Stuart, The Advanced Theory of Statistics, vol. 3, as in Hyndman and Athanasopoulos,
 * Forecasting: Principles and Practice, 3rd ed., section 3.4. Ratios have mean 1, differences mean 0.
 *
 * @param index by place in the season, the first value of the series being at place 0
 */
record SeasonalIndex(Form form, double[] index) {

    /** How the season joins the rest. */
    enum Form {
        NONE,
        ADDITIVE,
        MULTIPLICATIVE
    }

    /** A ratio below this would blow up the values it divides. */
    private static final double SMALLEST_RATIO = 0.01;

    static final SeasonalIndex NONE = new SeasonalIndex(Form.NONE, new double[] {0});

    /** Ratios where the series is positive and none of them is near zero, differences elsewhere; needs two seasons. */
    static SeasonalIndex of(Series series) {
        if (series.isPositive()) {
            var ratios = of(series, Form.MULTIPLICATIVE);
            if (Arrays.stream(ratios.index).min().orElse(0) >= SMALLEST_RATIO) {
                return ratios;
            }
        }
        return of(series, Form.ADDITIVE);
    }

    /** The pattern in one form; none for a series of less than two seasons. */
    static SeasonalIndex of(Series series, Form form) {
        int season = series.season();
        if (form == Form.NONE || season == 1 || series.length() < 2 * season) {
            return NONE;
        }
        double[] sums = new double[season];
        int[] counts = new int[season];
        for (int t = season / 2; t < series.length() - season / 2; t++) {
            double level = centredMean(series, t);
            sums[t % season] += form == Form.MULTIPLICATIVE ? series.value(t) / level : series.value(t) - level;
            counts[t % season]++;
        }
        return new SeasonalIndex(form, normalised(sums, counts, form));
    }

    /** The moving average over one season around {@code t}; of an even season the two ends count half. */
    private static double centredMean(Series series, int t) {
        int season = series.season();
        double sum = 0;
        for (int i = t - season / 2; i <= t + season / 2; i++) {
            sum += series.value(i);
        }
        if (season % 2 == 0) {
            sum -= (series.value(t - season / 2) + series.value(t + season / 2)) / 2;
        }
        return sum / season;
    }

    private static double[] normalised(double[] sums, int[] counts, Form form) {
        double mean = 0;
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= counts[i];
            mean += sums[i] / sums.length;
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = form == Form.MULTIPLICATIVE ? sums[i] / mean : sums[i] - mean;
        }
        return sums;
    }

    double at(int t) {
        return index[t % index.length];
    }

    /** The series without its season. */
    Series adjusted(Series series) {
        double[] values = series.values();
        for (int t = 0; t < values.length; t++) {
            values[t] = form == Form.MULTIPLICATIVE ? values[t] / at(t) : values[t] - at(t);
        }
        return Series.owning(values, series.season());
    }

    /** Puts the season back into the forecasts of the steps from {@code origin} on. */
    double[] reseasonalised(double[] forecast, int origin) {
        for (int step = 0; step < forecast.length; step++) {
            double index = at(origin + step);
            forecast[step] = form == Form.MULTIPLICATIVE ? forecast[step] * index : forecast[step] + index;
        }
        return forecast;
    }
}
