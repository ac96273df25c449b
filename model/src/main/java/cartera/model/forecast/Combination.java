package cartera.model.forecast;

import cartera.model.fit.Quantile;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Several methods at once, each step being the centre of their forecasts.
 *
 * <p>Source: J. M. Bates and C. W. J. Granger, Oper. Res. Q. 20 (1969); equal weights, because weights learnt from one short
 * series cost more than they bring (J. Smith and K. F. Wallis, Oxf. Bull. Econ. Stat. 71, 2009).
 */
record Combination(String name, List<Method> members, ToDoubleFunction<double[]> centre) implements Method {

    /** The default: exponential smoothing and the theta model err in different ways. */
    static final Method MEAN = new Combination("mean", List.of(Ets.AVERAGED, new Dotm()), Combination::mean);

    static final Method MEDIAN = new Combination(
            "median", List.of(Ets.SELECTED, new Theta(), new Dotm()), values -> Quantile.median(Arrays.stream(values)));

    /** Where all members gave way to the same simpler method, that is the one that answers. */
    @Override
    public FittedMethod fit(Series series) {
        var fitted = members.stream().map(member -> member.fit(series)).toList();
        var answering = fitted.stream().map(FittedMethod::method).distinct().toList();
        return answering.size() == 1 ? fitted.get(0) : new Combined(name, series, fitted, centre);
    }

    record Combined(String method, Series series, List<FittedMethod> members, ToDoubleFunction<double[]> centre)
            implements FittedMethod {

        @Override
        public double[] forecast(int origin, int steps) {
            var forecasts = members.stream()
                    .map(member -> member.forecast(origin, steps))
                    .toList();
            double[] centres = new double[steps];
            for (int i = 0; i < steps; i++) {
                int step = i;
                centres[i] = centre.applyAsDouble(forecasts.stream()
                        .mapToDouble(forecast -> forecast[step])
                        .toArray());
            }
            return centres;
        }

        @Override
        public int parameters() {
            return (int) Math.round(
                    mean(members.stream().mapToDouble(FittedMethod::parameters).toArray()));
        }
    }

    private static double mean(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        return mean;
    }
}
