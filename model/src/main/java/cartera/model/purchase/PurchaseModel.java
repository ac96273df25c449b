package cartera.model.purchase;

import cartera.model.fit.Law;
import java.util.Map;

/**
 * A law of purchase days with known parameters: what a customer's history says about the future.
 *
 * <p>Of a customer who is not yet one, ask with {@link PurchaseHistory#NEW}.
 */
public sealed interface PurchaseModel extends PurchaseForecast permits Nbd, BetaGeometric, ParetoNbd {

    /** Name for tables, such as {@code mbg_nbd}; {@link #of} reads it. */
    String name();

    /** The name with the number of steps, where it has one: {@code mbg_cnbd_2}. */
    default String label() {
        Double steps = parameters().get("k");
        return steps == null ? name() : name().replaceFirst("_k$", "_" + Math.round(steps));
    }

    /** The parameters by name, in the order of the literature. */
    Map<String, Double> parameters();

    /** Name and parameters in one line for a table; {@link #parse} reads it. */
    default String text() {
        return new Law(name(), parameters()).text();
    }

    /** Log-likelihood of the sample; the constant term ln x! is left out, as is usual. */
    double logLikelihood(PurchaseSample sample);

    /** Probability that the customer has not left for good. */
    double probabilityAlive(PurchaseHistory history);

    /**
     * Whether {@link #probabilityAlive} tells who has left: a law without dropout takes everybody to be alive for certain,
     * BG/NBD whoever bought once, and such a certainty is nothing to show.
     */
    boolean isJudgeOfLeaving();

    /**
     * The model of a {@link #text}.
     *
     * @throws IllegalArgumentException where it is none
     */
    static PurchaseModel parse(String text) {
        Law law = Law.parse(text);
        return of(law.name(), law.parameters());
    }

    /**
     * The model of a name and parameters as {@link #name} and {@link #parameters} gave them.
     *
     * @throws IllegalArgumentException for an unknown name, a missing parameter or one out of range
     */
    static PurchaseModel of(String name, Map<String, Double> parameters) {
        return switch (name) {
            case "nbd", "cnbd_k" -> Nbd.of(parameters);
            case "bg_nbd", "bg_cnbd_k" -> BetaGeometric.of(Dropout.AFTER_REPEAT_PURCHASE, parameters);
            case "mbg_nbd", "mbg_cnbd_k" -> BetaGeometric.of(Dropout.AFTER_ANY_PURCHASE, parameters);
            case "pareto_nbd" -> ParetoNbd.of(parameters);
            default ->
                throw new IllegalArgumentException(
                        "Invalid model: '%s' (known are nbd, cnbd_k, bg_nbd, bg_cnbd_k, mbg_nbd, mbg_cnbd_k, pareto_nbd)"
                                .formatted(name));
        };
    }
}
