package cartera.model.spend;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Spend histories to fit on: those of repeat buyers with a positive mean, in one order, so that the fit gives the same
 * bits however the rows came.
 *
 * @param histories by repeat purchases and mean amount
 * @param setAside repeat buyers whose mean is 0 or less
 */
public record SpendSample(List<SpendHistory> histories, long setAside) {

    private static final Comparator<SpendHistory> ORDER =
            Comparator.comparingInt(SpendHistory::repeatPurchases).thenComparingDouble(SpendHistory::meanAmount);

    /** The sample of the customers; those without a repeat purchase are passed over. */
    public static SpendSample of(Collection<SpendHistory> customers) {
        var usable = customers.stream()
                .filter(SpendHistory::isPositive)
                .sorted(ORDER)
                .toList();
        long setAside = customers.stream().filter(SpendHistory::isSpentNothing).count();
        return new SpendSample(usable, setAside);
    }

    /** Mean over customers of their mean amounts; 0 of nobody. */
    public double meanOfMeans() {
        return histories.stream()
                .mapToDouble(SpendHistory::meanAmount)
                .average()
                .orElse(0);
    }

    /**
     * Spearman's rank correlation of repeat purchases and mean amount, ties by mean ranks; 0 where either does not vary.
     * Gamma-Gamma takes it to be 0.
     */
    public double rankCorrelation() {
        return RankCorrelation.of(
                histories.stream().mapToDouble(SpendHistory::repeatPurchases).toArray(),
                histories.stream().mapToDouble(SpendHistory::meanAmount).toArray());
    }
}
