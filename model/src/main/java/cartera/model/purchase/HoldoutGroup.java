package cartera.model.purchase;

/**
 * Customers with equal histories at a cut-off date and equally many purchase days in the weeks after it.
 *
 * @param history what was known at the cut-off
 * @param laterPurchases purchase days after it, up to the end of the hold-out
 */
public record HoldoutGroup(PurchaseHistory history, int laterPurchases, long customers) {

    public HoldoutGroup {
        if (laterPurchases < 0) {
            throw new IllegalArgumentException(
                    "Invalid laterPurchases: %d (must be 0 or more)".formatted(laterPurchases));
        }
        if (customers < 1) {
            throw new IllegalArgumentException("Invalid customers: %d (must be 1 or more)".formatted(customers));
        }
    }
}
