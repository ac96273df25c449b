package cartera.model.forecast;

import cartera.model.forecast.SeasonalIndex.Form;

/**
 * An exponential smoothing model with its parameters and the states before the first value.
 *
 * <p>Source: R. J. Hyndman, A. B. Koehler, J. K. Ord, R. D. Snyder, Forecasting with Exponential Smoothing (2008), tables
 * 2.2 and 2.3. In terms of the plain residual the states move alike for additive and multiplicative errors.
 *
 * @param damping share of the slope that is left after each step, 1 without damping
 * @param slope 0 without a trend
 * @param season by place in the season; one place without one
 */
record EtsModel(
        EtsForm form,
        double alpha,
        double beta,
        double gamma,
        double damping,
        double level,
        double slope,
        double[] season)
        implements Rule {

    @Override
    public double[] forecast(Series seen, int steps) {
        double[] now = season.clone();
        double atLevel = level;
        double atSlope = slope;
        for (int t = 0; t < seen.length(); t++) {
            int place = t % now.length;
            double base = atLevel + damping * atSlope;
            double residual = seen.value(t) - mean(base, now[place]);
            double change = isMultiplicative() ? residual / now[place] : residual;
            now[place] += gamma * (isMultiplicative() ? residual / base : residual);
            atLevel = base + alpha * change;
            atSlope = damping * atSlope + beta * change;
        }
        double[] forecast = new double[steps];
        for (int step = 0; step < steps; step++) {
            atSlope *= damping;
            atLevel += atSlope;
            forecast[step] = mean(atLevel, now[(seen.length() + step) % now.length]);
        }
        return forecast;
    }

    @Override
    public double parameters() {
        return form.parameters() + form.states(season.length);
    }

    private boolean isMultiplicative() {
        return form.season() == Form.MULTIPLICATIVE;
    }

    private double mean(double base, double index) {
        return switch (form.season()) {
            case NONE -> base;
            case ADDITIVE -> base + index;
            case MULTIPLICATIVE -> base * index;
        };
    }
}
