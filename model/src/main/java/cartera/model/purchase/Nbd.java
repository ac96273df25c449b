package cartera.model.purchase;

import cartera.model.fit.Estimate;
import cartera.model.fit.Finding;
import cartera.model.fit.Fitted;
import cartera.model.fit.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * NBD: customers buy at steady rates of their own and never leave. The model that takes over where nobody can be seen
 * to leave.
 *
 * <p>Source: A. S. C. Ehrenberg, Applied Statistics 8 (1959); gaps of Erlang-k: C. Chatfield and G. J. Goodhardt,
 * Management Science 19 (1973).
 *
 * @param k steps of a gap: 1 for purchases at random, more for a regular rhythm
 * @param r shape of the law of rates between customers
 * @param alpha its scale in weeks; the mean rate is r / (k alpha) purchases a week
 */
public record Nbd(int k, double r, double alpha) implements PurchaseModel {

    public Nbd {
        new Rhythm(k, r, alpha); // holds the ranges of all three
    }

    static Nbd of(Map<String, Double> parameters) {
        int k = (int) Math.round(parameters.getOrDefault("k", 1.0));
        return new Nbd(k, Parameter.in(parameters, "r"), Parameter.in(parameters, "alpha"));
    }

    /** The most likely parameters. With k above 1 the sample must know the gaps. */
    public static Fitted<PurchaseModel> fit(PurchaseSample sample, int k) {
        return fit(
                sample, k, List.of(PurchaseMoments.of(sample, k).start(), new double[] {1, 10}, new double[] {0.2, 5}));
    }

    /** The same, searched from this law alone. */
    Fitted<PurchaseModel> refitted(PurchaseSample sample) {
        return fit(sample, k, List.of(Estimate.start(r, alpha)));
    }

    private static Fitted<PurchaseModel> fit(PurchaseSample sample, int k, List<double[]> starts) {
        var likelihood = new PurchaseLikelihood(sample, Optional.empty(), k);
        var estimate = Estimate.of(likelihood, starts, sample.customers());
        var model = new Nbd(k, estimate.values().get(0), estimate.values().get(1));
        return Fitted.of(
                model,
                model.parameters(),
                List.of("r", "alpha"),
                estimate,
                sample.customers(),
                findings(model, estimate, sample));
    }

    private static List<Finding> findings(Nbd model, Estimate estimate, PurchaseSample sample) {
        var findings = new ArrayList<>(PurchaseFindings.ofData(sample));
        findings.addAll(PurchaseFindings.ofRates(model, estimate));
        return findings;
    }

    @Override
    public String name() {
        return k == 1 ? "nbd" : "cnbd_k";
    }

    @Override
    public Map<String, Double> parameters() {
        var parameters = new LinkedHashMap<String, Double>();
        if (k > 1) {
            parameters.put("k", (double) k);
        }
        parameters.put("r", r);
        parameters.put("alpha", alpha);
        return parameters;
    }

    @Override
    public double logLikelihood(PurchaseSample sample) {
        return new PurchaseLikelihood(sample, Optional.empty(), k).at(new double[] {r, alpha})[0];
    }

    @Override
    public boolean isJudgeOfLeaving() {
        return false;
    }

    /** 1: nobody leaves in this model. */
    @Override
    public double probabilityAlive(PurchaseHistory history) {
        return 1;
    }

    @Override
    public double probabilityOfNoPurchase(PurchaseHistory history, double weeks) {
        return rhythm().silence(history, weeks);
    }

    @Override
    public double expectedPurchases(PurchaseHistory history, double weeks) {
        if (k == 1) {
            return weeks * (r + history.repeatPurchases()) / (alpha + history.ageWeeks());
        }
        double[] opportunities = rhythm().opportunities(history, weeks);
        double expected = 0;
        for (int n = 1; n < opportunities.length; n++) {
            expected += n * opportunities[n];
        }
        return expected;
    }

    @Override
    public double[] purchaseDistribution(PurchaseHistory history, double weeks) {
        return rhythm().opportunities(history, weeks);
    }

    private Rhythm rhythm() {
        return new Rhythm(k, r, alpha);
    }
}
