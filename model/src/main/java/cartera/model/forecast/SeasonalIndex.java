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
 * @param parameters values found from the data; less than a season where the pattern is drawn towards none
 */
record SeasonalIndex(Form form, double[] index, double parameters) {

    /** How the season joins the rest. */
    enum Form {
        NONE(0),
        ADDITIVE(0),
        MULTIPLICATIVE(1);

        private final double neutral;

        Form(double neutral) {
            this.neutral = neutral;
        }

        /** The index that changes nothing. */
        double neutral() {
            return neutral;
        }
    }

    /** A ratio below this would blow up the values it divides. */
    private static final double SMALLEST_RATIO = 0.01;

    static final SeasonalIndex NONE = new SeasonalIndex(Form.NONE, new double[] {0}, 0);

    /** Ratios where the series is positive and none of them is near zero, differences elsewhere. */
    static SeasonalIndex of(Series series) {
        if (series.isPositive()) {
            var ratios = of(series, Form.MULTIPLICATIVE);
            if (Arrays.stream(ratios.index).allMatch(ratio -> ratio >= SMALLEST_RATIO)) {
                return ratios;
            }
        }
        return of(series, Form.ADDITIVE);
    }

    /** The pattern in one form; none for a series of less than two seasons. */
    static SeasonalIndex of(Series series, Form form) {
        return form == Form.NONE || series.season() == 1 || series.length() < 2 * series.season()
                ? NONE
                : Detrended.of(series, form).index();
    }

    /**
     * The pattern drawn towards none by as much as it may be noise; none for a series of two seasons or less.
     *
     * <p>Source: D. M. Miller and D. Williams, Int. J. Forecasting 19 (2003), after James and Stein: the weight is the share
     * of the spread between the places that the spread within them does not explain. It takes the place of a test, which
     * keeps all of a pattern or nothing.
     */
    static SeasonalIndex shrunken(Series series) {
        var index = of(series);
        return index.form == Form.NONE
                ? NONE
                : index.times(Detrended.of(series, index.form).reliability());
    }

    private SeasonalIndex times(double weight) {
        double[] drawn = new double[index.length];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = form.neutral + weight * (index[i] - form.neutral);
        }
        return new SeasonalIndex(form, drawn, weight * parameters);
    }

    /** A rule for the series without its season, as a rule for the series. */
    Rule around(Rule rule) {
        return this == NONE ? rule : new Seasonal(this, rule);
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

    private double at(int t) {
        return index[t % index.length];
    }
}
