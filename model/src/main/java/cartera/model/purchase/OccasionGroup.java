package cartera.model.purchase;

/** Customers with equal histories of given occasions. */
public record OccasionGroup(OccasionHistory history, long customers) {

    public OccasionGroup {
        if (customers < 1) {
            throw new IllegalArgumentException("Invalid customers: %d (must be 1 or more)".formatted(customers));
        }
    }
}
