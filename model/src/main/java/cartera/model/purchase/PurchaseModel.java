package cartera.model.purchase;

import java.util.Map;

/**
 * A law of purchase days with known parameters: what a customer's history says about the future.
 *
 * <p>Of a customer who is not yet one, ask with {@link PurchaseHistory#NEW}. Answers are finite for every history and
 * every horizon of 0 weeks or more.
 */
public sealed interface PurchaseModel permits Nbd, BetaGeometric, ParetoNbd {

    /** Name for tables, such as {@code mbg_nbd}; {@link #of} reads it. */
    String name();

    /** The parameters by name, in the order of the literature. */
    Map<String, Double> parameters();

    /** Log-likelihood of the sample; the constant term ln x! is left out, as is usual. */
    double logLikelihood(PurchaseSample sample);

    /** Probability that the customer has not left for good. */
    double probabilityAlive(PurchaseHistory history);

    /** Probability that no purchase falls in the next {@code weeks}. */
    double probabilityOfNoPurchase(PurchaseHistory history, double weeks);

    /** Purchase days to be expected in the next {@code weeks}. */
    double expectedPurchases(PurchaseHistory history, double weeks);

    /**
     * Probability of 0, 1, 2, .. purchase days in the next {@code weeks}: element n is for n; what is missing to a sum of
     * 1 is below 1e-15.
     */
    double[] purchaseDistribution(PurchaseHistory history, double weeks);

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
