package cartera.model.sales;

import cartera.model.forecast.Bands;
import cartera.model.forecast.FittedMethod;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a series says of itself, before it has to add up with others.
 *
 * @param fitted to the series with the same working days throughout, and no promotion
 * @param bands of that series
 */
record Own(FittedMethod fitted, Bands bands, KnownDays days) {

    /** Squared relative error where none was seen: one such counts beside the seen ones. */
    private static final double UNKNOWN = 0.04;

    private static final double LEAST_SCALE = 0.5;

    /** The forecast of a step, with the working days and promotions it will have. */
    double mid(int step) {
        return factor(step) * bands.mid()[step];
    }

    private double factor(int step) {
        return days.factor(fitted.series().length() + step);
    }

    /** Past one-step errors, the last of them. */
    double[] errors(int count) {
        int length = fitted.series().length();
        return IntStream.range(length - count, length)
                .mapToDouble(t -> fitted.series().value(t) - fitted.forecast(t, 1)[0])
                .toArray();
    }

    /** By step: how far earlier sums up to it were off, relative to them, from {@code origins} origins. */
    double[] totalErrors(int steps, int origins) {
        int length = fitted.series().length();
        int first = Math.max(length / 3, length - origins);
        double[] squares = new double[steps];
        int[] counts = new int[steps];
        for (int origin = first; origin < length; origin++) {
            double[] forecast = fitted.forecast(origin, Math.min(steps, length - origin));
            double expected = 0;
            double came = 0;
            for (int step = 0; step < forecast.length; step++) {
                expected += forecast[step];
                came += fitted.series().value(origin + step);
                double error = expected > 0 ? came / expected - 1 : 1;
                squares[step] += Math.min(1, error * error);
                counts[step]++;
            }
        }
        return IntStream.range(0, steps)
                .mapToDouble(step -> Math.sqrt((squares[step] + UNKNOWN) / (counts[step] + 1)))
                .toArray();
    }

    /** The intervals about other forecasts: as wide in relation to them. */
    Bands around(double[] mid) {
        return new Bands(
                mid,
                scaled(bands.low50(), mid),
                scaled(bands.high50(), mid),
                scaled(bands.low80(), mid),
                scaled(bands.high80(), mid),
                scaled(bands.low95(), mid),
                scaled(bands.high95(), mid));
    }

    /** Narrower with a smaller forecast, but not beyond half: what is rarely seen is not known better. */
    private double[] scaled(double[] bound, double[] mid) {
        double[] scaled = new double[mid.length];
        Arrays.setAll(scaled, step -> {
            double own = bands.mid()[step];
            double scale = own > 0 ? Math.max(LEAST_SCALE, mid[step] / own) : factor(step);
            return Math.max(0, mid[step] + scale * (bound[step] - own));
        });
        return scaled;
    }
}
