package cartera.model.purchase;

import cartera.model.fit.Estimate;
import cartera.model.fit.Finding;
import cartera.model.fit.Fitted;
import cartera.model.fit.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * BG/NBD, MBG/NBD and their kin for regular rhythms, (M)BG/CNBD-k: customers buy at rates of their own and leave after
 * a purchase with a probability of their own.
 *
 * <p>Sources: P. S. Fader, B. G. S. Hardie, K. L. Lee, Marketing Science 24 (2005), BG/NBD; E. P. Batislam, M. Denizel,
 * A. Filiztekin, Int. J. Research in Marketing 24 (2007), MBG/NBD; M. Platzer and T. Reutterer, Marketing Science 35
 * (2016), gaps of Erlang-k. Given that a customer is alive, the future follows BG/NBD again with updated parameters;
 * forecasts are summed from its distribution rather than from the hypergeometric closed form, to the same digits and
 * for every k.
 *
 * @param k steps of a gap: 1 for purchases at random, more for a regular rhythm
 * @param r shape of the law of rates between customers
 * @param alpha its scale in weeks
 * @param a first parameter of the beta law of the probability of leaving; the mean is a / (a + b)
 * @param b second parameter of that law
 */
public record BetaGeometric(Dropout dropout, int k, double r, double alpha, double a, double b)
        implements PurchaseModel {

    public BetaGeometric {
        new Rhythm(k, r, alpha); // holds the ranges of all three
        Parameter.requirePositive("a", a);
        Parameter.requirePositive("b", b);
    }

    static BetaGeometric of(Dropout dropout, Map<String, Double> parameters) {
        return new BetaGeometric(
                dropout,
                (int) Math.round(parameters.getOrDefault("k", 1.0)),
                Parameter.in(parameters, "r"),
                Parameter.in(parameters, "alpha"),
                Parameter.in(parameters, "a"),
                Parameter.in(parameters, "b"));
    }

    /** The most likely parameters. With k above 1 the sample must know the gaps. */
    public static Fitted<PurchaseModel> fit(PurchaseSample sample, Dropout dropout, int k) {
        return fit(sample, dropout, Nbd.fit(sample, k));
    }

    /** The same, with the fit of the model that knows no dropout, which gives k, the start and the measure. */
    static Fitted<PurchaseModel> fit(PurchaseSample sample, Dropout dropout, Fitted<PurchaseModel> noDropout) {
        return fit(sample, dropout, noDropout, starts((Nbd) noDropout.model()));
    }

    /** The same, searched from this law alone. */
    Fitted<PurchaseModel> refitted(PurchaseSample sample, Fitted<PurchaseModel> noDropout) {
        return fit(sample, dropout, noDropout, List.of(Estimate.start(r, alpha, a, b)));
    }

    private static Fitted<PurchaseModel> fit(
            PurchaseSample sample, Dropout dropout, Fitted<PurchaseModel> noDropout, List<double[]> starts) {
        int k = ((Nbd) noDropout.model()).k();
        var likelihood = new PurchaseLikelihood(sample, Optional.of(dropout), k);
        var estimate = Estimate.of(likelihood, starts, sample.customers());
        var values = estimate.values();
        var model = new BetaGeometric(dropout, k, values.get(0), values.get(1), values.get(2), values.get(3));
        List<Finding> findings = PurchaseFindings.ofDropout(model, estimate, sample, noDropout.logLikelihood());
        return Fitted.of(
                model, model.parameters(), List.of("r", "alpha", "a", "b"), estimate, sample.customers(), findings);
    }

    private static List<double[]> starts(Nbd steady) {
        return List.of(
                new double[] {steady.r(), steady.alpha(), 1, 2},
                new double[] {1, steady.alpha(), 1, 1},
                new double[] {steady.r(), steady.alpha(), 0.1, 2});
    }

    @Override
    public String name() {
        return dropout.modelName(k);
    }

    @Override
    public Map<String, Double> parameters() {
        var parameters = new LinkedHashMap<>(new Nbd(k, r, alpha).parameters());
        parameters.put("a", a);
        parameters.put("b", b);
        return parameters;
    }

    @Override
    public double logLikelihood(PurchaseSample sample) {
        return new PurchaseLikelihood(sample, Optional.of(dropout), k).at(new double[] {r, alpha, a, b})[0];
    }

    @Override
    public boolean isJudgeOfLeaving() {
        return dropout == Dropout.AFTER_ANY_PURCHASE;
    }

    @Override
    public double probabilityAlive(PurchaseHistory history) {
        int chances = dropout.chances(history.repeatPurchases());
        if (chances == 0) {
            return 1;
        }
        double shape = rhythm().shape(history);
        double longer = Math.log((alpha + history.ageWeeks()) / (alpha + history.spanWeeks()));
        double silence = new Silence(k, shape, history.silentWeeks() / (alpha + history.ageWeeks())).logarithm();
        return 1 / (1 + Math.exp(Math.log(a / (b + chances - 1)) + shape * longer - silence));
    }

    /** Exact: who is alive cannot leave before the next purchase. */
    @Override
    public double probabilityOfNoPurchase(PurchaseHistory history, double weeks) {
        return 1 - probabilityAlive(history) * (1 - rhythm().silence(history, weeks));
    }

    @Override
    public double expectedPurchases(PurchaseHistory history, double weeks) {
        double[] opportunities = rhythm().opportunities(history, weeks);
        double expected = 0;
        double stays = 1;
        double made = 0;
        for (int n = 1; n < opportunities.length; n++) {
            made += stays;
            stays *= staying(history, n);
            expected += opportunities[n] * made;
        }
        return probabilityAlive(history) * expected;
    }

    @Override
    public double[] purchaseDistribution(PurchaseHistory history, double weeks) {
        double alive = probabilityAlive(history);
        double[] opportunities = rhythm().opportunities(history, weeks);
        double[] atLeast = opportunities.clone();
        for (int n = atLeast.length - 2; n >= 0; n--) {
            atLeast[n] += atLeast[n + 1];
        }
        double[] distribution = new double[opportunities.length];
        distribution[0] = 1 - alive + alive * opportunities[0];
        double before = 1;
        for (int n = 1; n < distribution.length; n++) {
            double stays = before * staying(history, n);
            distribution[n] = alive * (stays * opportunities[n] + (before - stays) * atLeast[n]);
            before = stays;
        }
        return distribution;
    }

    /** Probability of staying after the {@code n}th purchase to come, given the ones before. */
    private double staying(PurchaseHistory history, int n) {
        double stayed = b + dropout.chances(history.repeatPurchases()) + n - 1;
        return stayed / (a + stayed);
    }

    private Rhythm rhythm() {
        return new Rhythm(k, r, alpha);
    }
}
