package cartera.model.purchase;

/**
 * A customer who can buy at given occasions only, once at each: a yearly donation, a monthly box.
 *
 * @param purchases occasions used (x), the first purchase left out
 * @param lastPurchase number of the last occasion used (t_x), 0 for none
 * @param occasions how many there were since the first purchase (n)
 */
public record OccasionHistory(int purchases, int lastPurchase, int occasions) {

    public OccasionHistory {
        if (!(0 <= purchases && purchases <= lastPurchase && lastPurchase <= occasions)
                || purchases > 0 != lastPurchase > 0) {
            throw new IllegalArgumentException("Invalid history: %d purchases, the last at occasion %d of %d"
                    .formatted(purchases, lastPurchase, occasions));
        }
    }
}
