package cartera.model.forecast;

import java.util.function.Function;

/**
 * A rule fitted to a series, kept within what may leave the module: a forecast that is not finite becomes the last value
 * seen; one below zero becomes zero where the series never is; none grows by more than the largest size seen a step, as
 * multiplicative models do after a wild value; and of nothing seen zero is forecast.
 */
record RuledMethod(String method, Series series, boolean isNonNegative, Rule rule) implements FittedMethod {

    static FittedMethod of(String method, Series series, Rule rule) {
        return new RuledMethod(method, series, series.isNonNegative(), rule);
    }

    /** Fits a rule to the series divided by its mean size, so that no unit is too large or too small for squares. */
    static FittedMethod scaled(String method, Series series, Function<Series, Rule> fit) {
        double scale = series.meanSize();
        return of(method, series, new Scaled(fit.apply(series.times(1 / scale)), scale));
    }

    @Override
    public int parameters() {
        return (int) Math.round(rule.parameters());
    }

    @Override
    public double[] forecast(int origin, int steps) {
        var seen = series.first(origin);
        if (origin == 0) {
            return new double[steps];
        }
        double[] forecast = rule.forecast(seen, steps);
        double largest = seen.largestSize();
        for (int step = 0; step < steps; step++) {
            double limit = Math.min(Double.MAX_VALUE, largest * (step + 2));
            double finite = Double.isFinite(forecast[step]) ? forecast[step] : seen.last();
            forecast[step] = Math.max(isNonNegative ? 0 : -limit, Math.min(limit, finite));
        }
        return forecast;
    }
}
