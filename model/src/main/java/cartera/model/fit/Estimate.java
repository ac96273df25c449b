package cartera.model.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Maximum-likelihood estimate of positive parameters.
 *
 * @param values the parameters, in the order of the starts
 * @param standardErrors of the parameters (delta method from the logarithms); empty where not identified
 * @param iterations over all starts tried
 */
public record Estimate(
        List<Double> values,
        List<OptionalDouble> standardErrors,
        double logLikelihood,
        int iterations,
        boolean isConverged,
        boolean isOnBound) {

    /** Parameters stay within 1e-6 .. 1e6: beyond that none of the models changes its answer any more. */
    private static final double LOG_BOUND = Math.log(1e6);

    private static final double FARTHEST_START = 1e4;

    /**
     * Fits from the first start, and from the others too where that ends on a bound or does not converge.
     *
     * @param observations customers the likelihood is summed over
     * @param starts parameters to start from, at least one
     */
    public static Estimate of(Likelihood likelihood, List<double[]> starts, long observations) {
        var loss = new MeanLoss(likelihood, observations);
        var optima = new ArrayList<Optimum>();
        for (double[] start : starts) {
            optima.add(Bfgs.minimise(loss, logarithms(start), LOG_BOUND));
            if (optima.get(0).isConverged() && !optima.get(0).isOnBound()) {
                break;
            }
        }
        var best =
                optima.stream().min(Comparator.comparingDouble(Optimum::value)).orElseThrow();
        int iterations = optima.stream().mapToInt(Optimum::iterations).sum();
        return of(loss, best, iterations);
    }

    private static Estimate of(MeanLoss loss, Optimum best, int iterations) {
        var values = best.point().stream().map(Math::exp).toList();
        var logErrors = Curvature.standardErrors(loss, best, loss.observations());
        var errors = new ArrayList<OptionalDouble>();
        for (int i = 0; i < values.size(); i++) {
            var logError = logErrors.get(i);
            errors.add(logError.isPresent() ? OptionalDouble.of(values.get(i) * logError.getAsDouble()) : logError);
        }
        double logLikelihood = -best.value() * Math.max(1, loss.observations());
        return new Estimate(
                values, List.copyOf(errors), logLikelihood, iterations, best.isConverged(), best.isOnBound());
    }

    /** Parameters found on another sample, to start from: off the bound, where a likelihood may have no slope left. */
    public static double[] start(double... parameters) {
        return Arrays.stream(parameters)
                .map(value -> Math.max(1 / FARTHEST_START, Math.min(FARTHEST_START, value)))
                .toArray();
    }

    private static double[] logarithms(double[] values) {
        double[] logarithms = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            logarithms[i] = Math.log(values[i]);
        }
        return logarithms;
    }
}
