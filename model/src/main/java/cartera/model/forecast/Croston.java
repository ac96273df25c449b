package cartera.model.forecast;

import java.util.Arrays;

/**
 * Croston's method: the size of demands and the gap between them are smoothed apart, the forecast is their ratio.
 *
 * <p>Sources: J. D. Croston, Forecasting and stock control for intermittent demands, Operational Research Quarterly 23 (1972);
 * A. A. Syntetos and J. E. Boylan, The accuracy of intermittent demand estimates, Int. J. Forecasting 21 (2005), for the factor
 * that takes out the bias of the ratio. Neither forgets: a product that stopped selling keeps its forecast.
 *
 * @param factor of the ratio: 1, or 1 - {@code SMOOTHING} / 2
 */
record Croston(String name, double factor) implements Method {

    static final double SMOOTHING = .1;
    static final Method CROSTON = new Croston("croston", 1);
    static final Method SBA = new Croston("sba", 1 - SMOOTHING / 2);

    @Override
    public FittedMethod fit(Series series) {
        return RuledMethod.of(name, series, (seen, steps) -> flat(factor * rate(seen), steps));
    }

    private static double rate(Series seen) {
        double size = 0;
        double gap = 0;
        int since = 1;
        for (int t = Demand.of(seen).start(); t < seen.length(); t++) {
            double demand = seen.value(t);
            if (demand == 0) {
                since++;
                continue;
            }
            size += gap == 0 ? demand : SMOOTHING * (demand - size);
            gap += gap == 0 ? since : SMOOTHING * (since - gap);
            since = 1;
        }
        return gap == 0 ? 0 : size / gap;
    }

    static double[] flat(double level, int steps) {
        double[] forecast = new double[steps];
        Arrays.fill(forecast, level);
        return forecast;
    }
}
