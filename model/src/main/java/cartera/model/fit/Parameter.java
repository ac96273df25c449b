package cartera.model.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** One parameter of a fitted model; the standard error is empty where the data do not identify it. */
public record Parameter(String name, double value, OptionalDouble standardError) {

    /** The normal law lies within so many standard deviations with probability 0.95. */
    private static final double NORMAL_95 = 1.959964;

    /** The parameters of a model, those that were estimated with their standard errors. */
    public static List<Parameter> of(Map<String, Double> values, List<String> estimated, Estimate estimate) {
        var parameters = new ArrayList<Parameter>();
        values.forEach((name, value) -> parameters.add(new Parameter(name, value, error(name, estimated, estimate))));
        return List.copyOf(parameters);
    }

    private static OptionalDouble error(String name, List<String> estimated, Estimate estimate) {
        int place = estimated.indexOf(name);
        return place < 0 ? OptionalDouble.empty() : estimate.standardErrors().get(place);
    }

    /** Where a parameter may lie. */
    public record Interval(double low, double high) {

        public boolean contains(double value) {
            return low <= value && value <= high;
        }
    }

    /**
     * The 95 % interval, symmetric in the logarithm, in which the likelihood is closer to a parabola than in the parameter
     * itself; empty where the data do not identify it. On a thousand simulated samples of 1,500 customers it held the
     * true value in 93.5 to 96.6 % for every parameter of every model but r and b of MBG/NBD: 92.5 and 92.1 %, from 3,000
     * customers on 93.4 and 94.2 %.
     */
    public Optional<Interval> interval() {
        if (standardError.isEmpty()) {
            return Optional.empty();
        }
        double factor = Math.exp(NORMAL_95 * standardError.getAsDouble() / value);
        return Optional.of(new Interval(value / factor, value * factor));
    }

    /** The value of a parameter in a table of them. */
    public static double in(Map<String, Double> values, String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Invalid parameters: no %s among %s".formatted(name, values.keySet()));
        }
        return value;
    }

    /** Refuses a value that is not a positive finite number. */
    public static void requirePositive(String name, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("Invalid %s: %s (must be positive and finite)".formatted(name, value));
        }
    }
}
