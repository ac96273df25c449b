package cartera.model.purchase;

/**
 * What customers' histories say about their purchases to come: one law, or several weighed together.
 *
 * <p>Answers are finite for every history and every horizon of 0 weeks or more.
 */
public sealed interface PurchaseForecast permits PurchaseModel, Blend {

    /** Probability that no purchase falls in the next {@code weeks}. */
    double probabilityOfNoPurchase(PurchaseHistory history, double weeks);

    /** Purchase days to be expected in the next {@code weeks}. */
    double expectedPurchases(PurchaseHistory history, double weeks);

    /**
     * Probability of 0, 1, 2, .. purchase days in the next {@code weeks}: element n is for n; what is missing to a sum of
     * 1 is below 1e-15.
     */
    double[] purchaseDistribution(PurchaseHistory history, double weeks);
}
