package cartera.model.forecast;

import cartera.model.forecast.EtsForm.Noise;
import cartera.model.forecast.EtsForm.Trend;
import cartera.model.forecast.SeasonalIndex.Form;

/**
 * Exponential smoothing with a trend: Holt's, which goes on for ever, and Gardner and McKenzie's, which fades.
 *
 * <p>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 8.2. Knows no season.
 *
 * @param fallback answers where there are too few values
 */
record TrendSmoothing(String name, Trend trend, Method fallback) implements Method {

    static final Method HOLT = new TrendSmoothing("holt", Trend.ADDITIVE, new Ses());
    static final Method DAMPED = new TrendSmoothing("damped", Trend.DAMPED, HOLT);

    @Override
    public FittedMethod fit(Series series) {
        var form = new EtsForm(Noise.ADDITIVE, trend, Form.NONE);
        return series.length() < EtsFit.fewestValues(form, 1) || series.isConstant()
                ? fallback.fit(series)
                : RuledMethod.scaled(
                        name, series, scaled -> EtsFit.of(form, scaled).model());
    }
}
