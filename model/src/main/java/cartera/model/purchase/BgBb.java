package cartera.model.purchase;

import cartera.model.fit.Estimate;
import cartera.model.fit.Finding;
import cartera.model.fit.Finding.Kind;
import cartera.model.fit.Fitted;
import cartera.model.fit.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * BG/BB: customers use each of the given occasions with a probability of their own and leave before each with another.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie, J. Shang, Customer-Base Analysis in a Discrete-Time Noncontractual Setting,
 * Marketing Science 29 (2010).
 *
 * @param alpha first parameter of the beta law of the probability of buying; the mean is alpha / (alpha + beta)
 * @param beta second parameter of that law
 * @param gamma first parameter of the beta law of the probability of leaving; the mean is gamma / (gamma + delta)
 * @param delta second parameter of that law
 */
public record BgBb(double alpha, double beta, double gamma, double delta) {

    private static final int FEWEST_REPEAT_BUYERS = 50;

    public BgBb {
        Parameter.requirePositive("alpha", alpha);
        Parameter.requirePositive("beta", beta);
        Parameter.requirePositive("gamma", gamma);
        Parameter.requirePositive("delta", delta);
    }

    /** The most likely parameters; the groups may come in any order. */
    public static Fitted<BgBb> fit(Collection<OccasionGroup> groups) {
        var likelihood = BgBbLikelihood.of(groups);
        var starts = List.of(new double[] {1, 1, 0.5, 2}, new double[] {1, 1, 1, 1}, new double[] {0.5, 2, 0.5, 5});
        var estimate = Estimate.of(likelihood, starts, likelihood.customers());
        var values = estimate.values();
        var model = new BgBb(values.get(0), values.get(1), values.get(2), values.get(3));
        return Fitted.of(
                model,
                model.parameters(),
                List.copyOf(model.parameters().keySet()),
                estimate,
                likelihood.customers(),
                model.findings(estimate, groups));
    }

    private List<Finding> findings(Estimate estimate, Collection<OccasionGroup> groups) {
        var findings = new ArrayList<Finding>();
        long repeatBuyers = groups.stream()
                .filter(group -> group.history().purchases() > 0)
                .mapToLong(OccasionGroup::customers)
                .sum();
        if (repeatBuyers < FEWEST_REPEAT_BUYERS) {
            findings.add(PurchaseFindings.finding(
                    Kind.FEW_REPEAT_BUYERS, "%d repeat buyers; %d are needed", repeatBuyers, FEWEST_REPEAT_BUYERS));
        }
        if (estimate.isOnBound()) {
            findings.add(PurchaseFindings.finding(
                    Kind.ON_BOUND, "a parameter ran to the edge of its range: %s", parameters()));
        }
        if (!estimate.isConverged()) {
            findings.add(PurchaseFindings.notConverged(estimate));
        }
        return findings;
    }

    /** The parameters by name. */
    public Map<String, Double> parameters() {
        var parameters = new LinkedHashMap<String, Double>();
        parameters.put("alpha", alpha);
        parameters.put("beta", beta);
        parameters.put("gamma", gamma);
        parameters.put("delta", delta);
        return parameters;
    }

    /** Log-likelihood of the customers. */
    public double logLikelihood(Collection<OccasionGroup> groups) {
        return BgBbLikelihood.of(groups).at(new double[] {alpha, beta, gamma, delta})[0];
    }

    /** Probability that the customer will still be there at the next occasion. */
    public double probabilityAlive(OccasionHistory history) {
        return probabilityOfHavingStayed(history) * staying(history.occasions());
    }

    /** Purchases to be expected at the next so many {@code occasions}. */
    public double expectedPurchases(OccasionHistory history, int occasions) {
        double present = probabilityOfHavingStayed(history);
        double buying = (alpha + history.purchases()) / (alpha + beta + history.occasions());
        double expected = 0;
        for (int next = 0; next < occasions; next++) {
            present *= staying(history.occasions() + next);
            expected += present * buying;
        }
        return expected;
    }

    /** Probability that the customer was there at the last occasion: one way to the history over all ways. */
    private double probabilityOfHavingStayed(OccasionHistory history) {
        int n = history.occasions();
        int x = history.purchases();
        double stayed = Rising.of(alpha, n).logarithm(x)
                + Rising.of(beta, n).logarithm(n - x)
                - Rising.of(alpha + beta, n).logarithm(n)
                + Rising.of(delta, n).logarithm(n)
                - Rising.of(gamma + delta, n).logarithm(n);
        return Math.exp(stayed - logLikelihood(List.of(new OccasionGroup(history, 1))));
    }

    /** Probability of staying for another occasion after so many. */
    private double staying(int occasions) {
        return (delta + occasions) / (gamma + delta + occasions);
    }
}
