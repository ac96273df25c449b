package cartera.model.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** One parameter of a fitted model; the standard error is empty where the data do not identify it. */
public record Parameter(String name, double value, OptionalDouble standardError) {

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
