package cartera.model.churn;

import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;

/**
 * The rule that a score must beat: who was silent for {@code days} or more is taken as lost.
 *
 * @param silentShare share of the silent that churned
 * @param activeShare share of the others that churned
 */
public record SilenceRule(long days, double silentShare, double activeShare) {

    /**
     * The rule that fits the outcomes best: that number of days with the highest likelihood, of equals the smallest.
     *
     * @param silentDays whole days since each customer's last purchase, in any order, at least one
     */
    public static SilenceRule best(double[] silentDays, boolean[] churned) {
        var ties = new ArrayList<>(Ranking.of(silentDays, churned).rising());
        long customers = silentDays.length;
        long positives = ties.stream().mapToLong(Ranking.Tie::churned).sum();
        double best = Double.NEGATIVE_INFINITY;
        SilenceRule rule = null;
        long activeCustomers = 0;
        long activeChurned = 0;
        for (var tie : ties) {
            double likelihood = likelihood(activeChurned, activeCustomers)
                    + likelihood(positives - activeChurned, customers - activeCustomers);
            if (rule == null || likelihood > best) {
                best = likelihood;
                rule = new SilenceRule(
                        Math.round(tie.score()),
                        share(positives - activeChurned, customers - activeCustomers),
                        share(activeChurned, activeCustomers));
            }
            activeCustomers += tie.customers();
            activeChurned += tie.churned();
        }
        return Objects.requireNonNull(rule);
    }

    private static double share(long churned, long customers) {
        return (churned + 0.5) / (customers + 1.0);
    }

    private static double likelihood(long churned, long customers) {
        double share = share(churned, customers);
        return churned * Math.log(share) + (customers - churned) * Math.log1p(-share);
    }

    /** The share of the side that the customer is on. */
    public double probability(double silentDays) {
        return silentDays >= days ? silentShare : activeShare;
    }

    Map<String, Double> parameters() {
        return Map.of("days", (double) days, "silent_share", silentShare, "active_share", activeShare);
    }
}
