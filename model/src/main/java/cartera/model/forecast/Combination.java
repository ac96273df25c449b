package cartera.model.forecast;

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

    static final Method MEDIAN =
            new Combination("median", List.of(Ets.SELECTED, new Theta(), new Dotm()), Combination::median);

    @Override
    public FittedMethod fit(Series series) {
        var fitted = members.stream().map(member -> member.fit(series)).toList();
        var answering = fitted.stream().map(FittedMethod::method).distinct().toList();
        return RuledMethod.of(
                answering.size() == 1 ? answering.get(0) : name,
                series,
                (seen, steps) -> forecast(fitted, seen, steps));
    }

    private double[] forecast(List<FittedMethod> fitted, Series seen, int steps) {
        var forecasts = fitted.stream()
                .map(member -> member.forecast(seen.length(), steps))
                .toList();
        double[] centres = new double[steps];
        double[] step = new double[fitted.size()];
        for (int i = 0; i < steps; i++) {
            for (int member = 0; member < step.length; member++) {
                step[member] = forecasts.get(member)[i];
            }
            centres[i] = centre.applyAsDouble(step);
        }
        return centres;
    }

    private static double mean(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        return mean;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
    }
}
