package cartera.model.fit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A law with known parameters as tables hold it, in one line: {@code gamma_gamma p=6.25 q=3.74 gamma=15.4}.
 *
 * @param name without spaces
 * @param parameters by name, in the order of the text
 */
public record Law(String name, Map<String, Double> parameters) {

    public Law {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** The line; {@link #parse} reads it, to the last bit of each number. */
    public String text() {
        return name
                + parameters.entrySet().stream()
                        .map(parameter -> " " + parameter.getKey() + "=" + parameter.getValue())
                        .collect(Collectors.joining());
    }

    /**
     * The law of a {@link #text}.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static Law parse(String text) {
        String[] words = text.split(" ", -1);
        var parameters = new LinkedHashMap<String, Double>();
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("Invalid law: '%s' (a name, then parameter=number)".formatted(text));
            }
            parameters.put(words[i].substring(0, equals), Double.valueOf(words[i].substring(equals + 1)));
        }
        return new Law(words[0], parameters);
    }
}
