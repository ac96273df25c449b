package cartera.model.forecast;

import java.util.stream.IntStream;

/**
 * A method on the series without what the calendar did to it, the calendar of the periods ahead being put back; the plain
 * method where that did not forecast clearly better.
 *
 * <p>The size of each effect is learnt from changes, over a season where the series has three of them, else from one period to
 * the next, so that neither level nor season is taken for an effect: an effect multiplies the values of a positive series and
 * adds to those of any other. Both ways are held against each other on rolling origins, one step ahead.
 *
 * <p>Source: R. J. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., sections 3.1 (calendar
 * adjustments) and 7.4 (predictors known ahead).
 *
 * @param effects the first period is that of the series
 */
public record CalendarMethod(Method inner, KnownEffects effects) implements Method {

    /** Standard errors by which the calendar must help: one-sided 95 %. */
    private static final double CLEARLY = 1.645;

    /** Fewer changes than this for each effect learn nothing. */
    private static final int CHANGES_PER_EFFECT = 8;

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public FittedMethod fit(Series series) {
        FittedMethod plain = inner.fit(series);
        int lag = series.length() >= 3 * series.season() ? series.season() : 1;
        if (series.length() - lag < CHANGES_PER_EFFECT * effects.columns().size() || series.isConstant()) {
            return plain;
        }
        FittedMethod adjusted = adjusted(series, lag);
        return Backtest.advantage(adjusted, plain, 1) > CLEARLY ? adjusted : plain;
    }

    private FittedMethod adjusted(Series series, int lag) {
        boolean isMultiplied = series.isPositive();
        double size = series.meanSize();
        double[][] known = effects.centred(series.length(), series.length());
        double[] values = IntStream.range(0, series.length())
                .mapToDouble(t -> isMultiplied ? Math.log(series.value(t)) : series.value(t) / size)
                .toArray();
        double[] sizes = Changes.of(values, known, lag).sizes();
        double[] without = IntStream.range(0, series.length())
                .mapToDouble(t -> isMultiplied
                        ? series.value(t) * Math.exp(-Changes.dot(sizes, known[t]))
                        : series.value(t) - size * Changes.dot(sizes, known[t]))
                .toArray();
        FittedMethod fitted = inner.fit(Series.owning(without, series.season()));
        Rule back = (seen, steps) -> {
            double[] forecast = fitted.forecast(seen.length(), steps);
            double[][] ahead = effects.centred(series.length(), seen.length() + steps);
            for (int step = 0; step < steps; step++) {
                double effect = Changes.dot(sizes, ahead[seen.length() + step]);
                forecast[step] = isMultiplied ? forecast[step] * Math.exp(effect) : forecast[step] + size * effect;
            }
            return forecast;
        };
        return RuledMethod.of(fitted.method() + "+calendar", series, new Rule() {
            @Override
            public double[] forecast(Series seen, int steps) {
                return back.forecast(seen, steps);
            }

            @Override
            public double parameters() {
                return fitted.parameters() + sizes.length;
            }
        });
    }

    /** Least squares of changes of the values on changes of the effects, as sums of products. */
    private record Changes(double[][] products, double[] sums) {

        /** Share of a diagonal that keeps an effect that never changes from being divided by zero. */
        private static final double RIDGE = 1e-9;

        static Changes of(double[] values, double[][] known, int lag) {
            int effects = known[0].length;
            double[][] products = new double[effects][effects];
            double[] sums = new double[effects];
            for (int t = lag; t < values.length; t++) {
                for (int i = 0; i < effects; i++) {
                    double change = known[t][i] - known[t - lag][i];
                    sums[i] += change * (values[t] - values[t - lag]);
                    for (int j = 0; j < effects; j++) {
                        products[i][j] += change * (known[t][j] - known[t - lag][j]);
                    }
                }
            }
            return new Changes(products, sums);
        }

        /** The effects' sizes by Gauss-Seidel sweeps: the matrix is positive definite and has a handful of rows. */
        double[] sizes() {
            double[] sizes = new double[sums.length];
            for (int sweep = 0; sweep < 200; sweep++) {
                for (int i = 0; i < sizes.length; i++) {
                    double own = products[i][i] * (1 + RIDGE) + RIDGE;
                    sizes[i] += (sums[i] - dot(products[i], sizes)) / own;
                }
            }
            return sizes;
        }

        static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * b[i];
            }
            return sum;
        }
    }
}
