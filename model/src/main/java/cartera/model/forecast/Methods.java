package cartera.model.forecast;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The methods by name. */
public final class Methods {

    private static final Map<String, Method> BY_NAME = byName(List.of(
            Naive.NAIVE,
            new SeasonalNaive(),
            new Naive2(),
            new Ses(),
            TrendSmoothing.HOLT,
            TrendSmoothing.DAMPED,
            Ets.SELECTED,
            Ets.AVERAGED,
            new Theta(),
            new Dotm(),
            Combination.MEAN,
            Combination.MEDIAN,
            new Weighted(),
            new Auto(),
            Croston.CROSTON,
            Croston.SBA,
            new Tsb(),
            BlockSmoothing.ADIDA,
            BlockSmoothing.IMAPA));

    /** The names {@link #of} knows, simplest first. */
    public static final List<String> NAMES = List.copyOf(BY_NAME.keySet());

    private Methods() {}

    /**
     * The method of a name.
     *
     * @throws IllegalArgumentException for an unknown name
     */
    public static Method of(String name) {
        return Optional.ofNullable(BY_NAME.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Invalid method: '%s' (known are %s)".formatted(name, String.join(", ", NAMES))));
    }

    private static Map<String, Method> byName(List<Method> methods) {
        var byName = new LinkedHashMap<String, Method>();
        methods.forEach(method -> byName.put(method.name(), method));
        return byName;
    }
}
