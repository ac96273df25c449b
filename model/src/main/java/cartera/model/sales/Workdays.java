package cartera.model.sales;

import cartera.model.forecast.FittedMethod;
import cartera.model.forecast.Method;
import cartera.model.forecast.Series;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How much trade a period allows by its number of working days, as a factor about 1: always the same; or, in periods of few, as
 * such ones were seen to be beside their neighbours, and otherwise the same or in proportion; whichever made the company's past
 * forecasts better. Who is shut over New Year and who sells most then differ only in what was seen.
 */
final class Workdays {

    /** Periods of a kind that one of no effect is worth. */
    private static final double PRIOR = 0.25;

    private static final int NEIGHBOURS = 4;
    private static final double MOST = 3;
    /** Less than this share of the usual working days are few. */
    private static final double FEW = 0.5;

    /** A period with less than this share of the usual says little of the others, and is passed over. */
    private static final double PASSED_OVER = 0.5;

    private final double[] factors;
    private final double[] judged;

    private Workdays(double[] factors, double[] judged) {
        this.factors = factors;
        this.judged = judged;
    }

    /**
     * The factors that served the company best in its last season.
     *
     * @param days working days of the past periods and of those to come
     */
    static Workdays of(double[] values, int[] days, int season, Method method) {
        Workdays best = constant(days.length);
        double least = best.error(values, season, method);
        for (Workdays other : List.of(holidays(values, days), proportional(values, days))) {
            double error = other.error(values, season, method);
            if (error < least) {
                least = error;
                best = other;
            }
        }
        return best;
    }

    private static Workdays constant(int periods) {
        double[] ones = new double[periods];
        Arrays.fill(ones, 1);
        return new Workdays(ones, ones);
    }

    /**
     * Only periods of few working days differ. They are judged by what was seen in the others of so many days, never in the
     * judged one itself.
     */
    private static Workdays holidays(double[] values, int[] days) {
        double[] ratios = IntStream.range(0, values.length)
                .mapToDouble(t -> ratio(values, days, t))
                .toArray();
        double few = few(days, values.length);
        double[] factors = new double[days.length];
        Arrays.setAll(factors, t -> days[t] < few ? factor(ratios, days, days[t], -1) : 1);
        double[] judged = new double[days.length];
        Arrays.setAll(judged, t -> days[t] < few ? factor(ratios, days, days[t], t) : 1);
        return new Workdays(factors, judged);
    }

    private static Workdays proportional(double[] values, int[] days) {
        double mean = Arrays.stream(days).limit(values.length).average().orElse(0);
        Workdays holidays = holidays(values, days);
        double[] factors = new double[days.length];
        Arrays.setAll(factors, t -> days[t] < FEW * mean ? holidays.factors[t] : days[t] / Math.max(mean, 1));
        double[] judged = new double[days.length];
        Arrays.setAll(judged, t -> days[t] < FEW * mean ? holidays.judged[t] : days[t] / Math.max(mean, 1));
        return new Workdays(factors, judged);
    }

    /** Below how many working days a period has few. */
    static double few(int[] days, int past) {
        return FEW * Arrays.stream(days).limit(past).average().orElse(0);
    }

    /** A value beside the usual one of the periods around it. */
    private static double ratio(double[] values, int[] days, int t) {
        double[] around = IntStream.rangeClosed(t - NEIGHBOURS, t + NEIGHBOURS)
                .filter(i -> i >= 0 && i < values.length && days[i] != days[t])
                .mapToDouble(i -> values[i])
                .sorted()
                .toArray();
        double usual = around.length == 0 ? 0 : around[around.length / 2];
        return usual > 0 ? Math.min(MOST, Math.max(0, values[t] / usual)) : 1;
    }

    private static double factor(double[] ratios, int[] days, int count, int but) {
        double[] like = IntStream.range(0, ratios.length)
                .filter(t -> days[t] == count && t != but)
                .mapToDouble(t -> ratios[t])
                .toArray();
        return (Arrays.stream(like).sum() + PRIOR) / (like.length + PRIOR);
    }

    private double error(double[] values, int season, Method method) {
        FittedMethod fitted = method.fit(Series.of(without(values), season));
        int first = Math.max(values.length / 2, values.length - season);
        return IntStream.range(first, values.length)
                .mapToDouble(t -> Math.abs(values[t] - judged[t] * fitted.forecast(t, 1)[0]))
                .sum();
    }

    /** The past as it would have been with the usual working days throughout. */
    double[] without(double[] values) {
        double[] adjusted = new double[values.length];
        Arrays.setAll(adjusted, t -> factors[t] > PASSED_OVER ? values[t] / factors[t] : Double.NaN);
        for (int t = 0; t < adjusted.length; t++) {
            if (Double.isNaN(adjusted[t])) {
                adjusted[t] = between(adjusted, t);
            }
        }
        return adjusted;
    }

    private static double between(double[] values, int t) {
        int next = t;
        while (next < values.length && Double.isNaN(values[next])) {
            next++;
        }
        double before = t > 0 ? values[t - 1] : Double.NaN;
        double after = next < values.length ? values[next] : Double.NaN;
        return DoubleStream.of(before, after)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(0);
    }

    /** The factor of a period, past or to come. */
    double factor(int period) {
        return factors[period];
    }
}
