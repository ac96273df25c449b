package cartera.model.purchase;

import cartera.model.fit.Estimate;
import cartera.model.fit.Fitted;
import cartera.model.fit.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pareto/NBD: customers buy at rates of their own and leave at any moment, with a rate of their own.
 *
 * <p>Source: D. C. Schmittlein, D. G. Morrison, R. Colombo, Management Science 33 (1987); expected purchases as in
 * P. S. Fader and B. G. S. Hardie, A Note on Deriving the Pareto/NBD Model (2005), eq. (27) and (41).
 *
 * @param r shape of the law of purchase rates between customers
 * @param alpha its scale in weeks
 * @param s shape of the law of leaving rates
 * @param beta its scale in weeks
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements PurchaseModel {

    /** For the lifetime left, in the law of counts. */
    private static final GaussLegendre RULE = GaussLegendre.of(32);

    public ParetoNbd {
        Parameter.requirePositive("r", r);
        Parameter.requirePositive("alpha", alpha);
        Parameter.requirePositive("s", s);
        Parameter.requirePositive("beta", beta);
    }

    static ParetoNbd of(Map<String, Double> parameters) {
        return new ParetoNbd(
                Parameter.in(parameters, "r"),
                Parameter.in(parameters, "alpha"),
                Parameter.in(parameters, "s"),
                Parameter.in(parameters, "beta"));
    }

    /** The most likely parameters. */
    public static Fitted<PurchaseModel> fit(PurchaseSample sample) {
        return fit(sample, Nbd.fit(sample, 1));
    }

    /** The same, with the fit of the model without dropout, which gives the start and the measure. */
    static Fitted<PurchaseModel> fit(PurchaseSample sample, Fitted<PurchaseModel> noDropout) {
        return fit(sample, noDropout, starts((Nbd) noDropout.model(), sample));
    }

    /** The same, searched from this law alone. */
    Fitted<PurchaseModel> refitted(PurchaseSample sample, Fitted<PurchaseModel> noDropout) {
        return fit(sample, noDropout, List.of(Estimate.start(r, alpha, s, beta)));
    }

    private static Fitted<PurchaseModel> fit(
            PurchaseSample sample, Fitted<PurchaseModel> noDropout, List<double[]> starts) {
        var estimate = Estimate.of(new ParetoLikelihood(sample), starts, sample.customers());
        var values = estimate.values();
        var model = new ParetoNbd(values.get(0), values.get(1), values.get(2), values.get(3));
        return Fitted.of(
                model,
                model.parameters(),
                List.of("r", "alpha", "s", "beta"),
                estimate,
                sample.customers(),
                PurchaseFindings.ofDropout(model, estimate, sample, noDropout.logLikelihood()));
    }

    private static List<double[]> starts(Nbd steady, PurchaseSample sample) {
        double age = Math.max(1, sample.observedWeeks() / Math.max(1, sample.customers()));
        return List.of(
                new double[] {steady.r(), steady.alpha(), 1, age},
                new double[] {1, steady.alpha(), 1, 1},
                new double[] {steady.r(), steady.alpha(), 0.3, age});
    }

    @Override
    public String name() {
        return "pareto_nbd";
    }

    @Override
    public Map<String, Double> parameters() {
        var parameters = new LinkedHashMap<String, Double>();
        parameters.put("r", r);
        parameters.put("alpha", alpha);
        parameters.put("s", s);
        parameters.put("beta", beta);
        return parameters;
    }

    @Override
    public double logLikelihood(PurchaseSample sample) {
        return new ParetoLikelihood(sample).at(new double[] {r, alpha, s, beta})[0];
    }

    @Override
    public boolean isJudgeOfLeaving() {
        return true;
    }

    @Override
    public double probabilityAlive(PurchaseHistory history) {
        return 1 / (1 + Math.exp(logOddsOfHavingLeft(history)));
    }

    private double logOddsOfHavingLeft(PurchaseHistory history) {
        double age = history.ageWeeks();
        var integral = new ParetoIntegral();
        integral.integrate(shape(history), alpha, s, beta, history.spanWeeks(), age);
        return Math.log(s) + integral.logarithm() + shape(history) * Math.log(alpha + age) + s * Math.log(beta + age);
    }

    /** The ratio of the likelihoods of the history as it is and with the silence drawn out. */
    @Override
    public double probabilityOfNoPurchase(PurchaseHistory history, double weeks) {
        var later = new PurchaseHistory(history.repeatPurchases(), history.spanWeeks(), history.ageWeeks() + weeks);
        double buys = shape(history) * Math.log1p(weeks / (alpha + history.ageWeeks()));
        double leaves = s * Math.log1p(weeks / (beta + history.ageWeeks()));
        double left = Softplus.of(logOddsOfHavingLeft(later)) - Softplus.of(logOddsOfHavingLeft(history));
        return Math.min(1, Math.exp(left - buys - leaves));
    }

    @Override
    public double expectedPurchases(PurchaseHistory history, double weeks) {
        double scale = beta + history.ageWeeks();
        double time = Math.log1p(weeks / scale);
        double excess = (s - 1) * time;
        double lifetime = scale * time * (excess == 0 ? 1 : -Math.expm1(-excess) / excess);
        return probabilityAlive(history) * shape(history) / (alpha + history.ageWeeks()) * lifetime;
    }

    /** The lifetime left has a Pareto law; it is integrated over its logarithm by Gauss-Legendre. */
    @Override
    public double[] purchaseDistribution(PurchaseHistory history, double weeks) {
        double alive = probabilityAlive(history);
        double scale = beta + history.ageWeeks();
        double width = Math.log1p(weeks / scale);
        double[] distribution = {1 - alive};
        distribution = add(distribution, alive * Math.exp(-s * width), counts(history, weeks));
        double leaving = -Math.expm1(-s * width) / RULE.sum(node -> Math.exp(-s * width * node));
        for (int i = 0; i < RULE.size(); i++) {
            double time = width * RULE.node(i);
            double weight = leaving * RULE.weight(i) * Math.exp(-s * time);
            distribution = add(distribution, alive * weight, counts(history, scale * Math.expm1(time)));
        }
        return distribution;
    }

    /** Adds the weighted {@code counts} to a table that grows as needed. */
    private static double[] add(double[] table, double weight, double[] counts) {
        double[] sum = counts.length > table.length ? Arrays.copyOf(table, counts.length) : table;
        for (int n = 0; n < counts.length; n++) {
            sum[n] += weight * counts[n];
        }
        return sum;
    }

    /** Probability of 0, 1, 2, .. purchases in {@code weeks} by somebody who stays alive throughout. */
    private double[] counts(PurchaseHistory history, double weeks) {
        return NegativeBinomial.probabilities(shape(history), weeks / (alpha + history.ageWeeks() + weeks));
    }

    private double shape(PurchaseHistory history) {
        return r + history.repeatPurchases();
    }
}
