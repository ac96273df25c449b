package cartera.model.spend;

import cartera.model.fit.Law;
import cartera.model.fit.Parameter;
import java.util.Map;

/** A law of the amount of a purchase day with known parameters. */
public sealed interface SpendModel permits GammaGamma, ShrunkenMean {

    /** Name for tables; {@link #of} reads it. */
    String name();

    /** The parameters by name. */
    Map<String, Double> parameters();

    /** Name and parameters in one line for a table; {@link #parse} reads it. */
    default String text() {
        return new Law(name(), parameters()).text();
    }

    /** The amount to be expected of each purchase day to come; 0 for a repeat buyer whose returns used up all. */
    double expectedAmount(SpendHistory history);

    /** Probability that the next {@code purchases} (1 or more) together come to {@code amount} or less. */
    double probabilityOfTotalAtMost(SpendHistory history, int purchases, double amount);

    /**
     * The model of a {@link #text}.
     *
     * @throws IllegalArgumentException where it is none
     */
    static SpendModel parse(String text) {
        Law law = Law.parse(text);
        return of(law.name(), law.parameters());
    }

    /**
     * The model of a name and parameters as {@link #name} and {@link #parameters} gave them.
     *
     * @throws IllegalArgumentException for an unknown name, a missing parameter or one out of range
     */
    static SpendModel of(String name, Map<String, Double> parameters) {
        return switch (name) {
            case "gamma_gamma" ->
                new GammaGamma(
                        Parameter.in(parameters, "p"),
                        Parameter.in(parameters, "q"),
                        Parameter.in(parameters, "gamma"));
            case "shrunken_mean", "own_mean", "global_mean" ->
                new ShrunkenMean(Parameter.in(parameters, "mean"), Parameter.in(parameters, "prior_purchases"));
            default ->
                throw new IllegalArgumentException(
                        "Invalid model: '%s' (known are gamma_gamma, shrunken_mean, own_mean, global_mean)"
                                .formatted(name));
        };
    }
}
