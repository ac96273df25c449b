package cartera.model.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several methods, each with the weight that its earlier forecasts earned: the inverse of their mean squared error over rolling
 * origins.
 *
 * <p>Source: J. M. Bates and C. W. J. Granger, The combination of forecasts, Operational Research Quarterly 20 (1969), weights
 * without covariances. Weights of one series are uncertain, so this is not the default.
 */
record Weighted() implements Method {

    private static final List<Method> MEMBERS = List.of(Ets.AVERAGED, new Dotm(), new Theta(), new SeasonalNaive());

    /** Without a season, the number of steps the members are judged by. */
    private static final int STEPS = 6;

    @Override
    public String name() {
        return "weighted";
    }

    @Override
    public FittedMethod fit(Series series) {
        List<FittedMethod> fitted =
                MEMBERS.stream().map(member -> member.fit(series)).toList();
        if (fitted.stream().map(FittedMethod::method).distinct().count() == 1) {
            return fitted.get(0);
        }
        int steps = series.season() > 1 ? series.season() : STEPS;
        double[] weights = weights(fitted.stream()
                .mapToDouble(member -> Backtest.meanSquare(member, steps))
                .toArray());
        return new Combination.Combined(
                name(),
                series,
                fitted,
                values -> IntStream.range(0, values.length)
                        .mapToDouble(i -> weights[i] * values[i])
                        .sum());
    }

    /** A member without errors, or of a series that tells of none, takes its share among its like. */
    private static double[] weights(double[] errors) {
        double least = Arrays.stream(errors).min().orElse(0);
        double[] inverse = Arrays.stream(errors)
                .map(error -> error == least ? 1 : least / error)
                .toArray();
        double sum = Arrays.stream(inverse).sum();
        return Arrays.stream(inverse).map(weight -> weight / sum).toArray();
    }
}
