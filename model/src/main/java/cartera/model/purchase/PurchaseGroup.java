package cartera.model.purchase;

import java.util.OptionalDouble;

/**
 * Customers with equal histories.
 *
 * @param logGapSum sum over these customers and their gaps of ln(gap in weeks); needed for regular rhythms only
 */
public record PurchaseGroup(PurchaseHistory history, long customers, OptionalDouble logGapSum) {

    public PurchaseGroup {
        if (customers < 1) {
            throw new IllegalArgumentException("Invalid customers: %d (must be 1 or more)".formatted(customers));
        }
        if (logGapSum.isPresent() && !Double.isFinite(logGapSum.getAsDouble())) {
            throw new IllegalArgumentException(
                    "Invalid logGapSum: %s (must be finite)".formatted(logGapSum.getAsDouble()));
        }
    }

    /** Customers whose single gaps are not known. */
    public PurchaseGroup(PurchaseHistory history, long customers) {
        this(history, customers, OptionalDouble.empty());
    }
}
