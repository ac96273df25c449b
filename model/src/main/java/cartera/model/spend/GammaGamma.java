package cartera.model.spend;

import cartera.model.fit.Estimate;
import cartera.model.fit.Finding;
import cartera.model.fit.Finding.Kind;
import cartera.model.fit.Fitted;
import cartera.model.fit.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Gamma-Gamma: amounts of a customer's purchases have a gamma law, whose scale differs between customers by another.
 *
 * <p>Source: P. S. Fader and B. G. S. Hardie, The Gamma-Gamma Model of Monetary Value, note 025 (2013); eq. (1a) is the
 * likelihood, (5) the expected amount. Takes it that spend does not depend on frequency.
 *
 * @param p shape of a customer's amounts
 * @param q shape of the law between customers; the mean of a new customer exists above 1, the spread above 2
 * @param gamma scale of that law, in money
 */
public record GammaGamma(double p, double q, double gamma) implements SpendModel {

    private static final int FEWEST_REPEAT_BUYERS = 50;
    private static final double STRONG_CORRELATION = 0.3;

    public GammaGamma {
        Parameter.requirePositive("p", p);
        Parameter.requirePositive("q", q);
        Parameter.requirePositive("gamma", gamma);
    }

    /** The most likely parameters. */
    public static Fitted<SpendModel> fit(SpendSample sample) {
        var likelihood = GammaGammaLikelihood.of(sample);
        var starts = List.of(new double[] {2, 3, 1}, new double[] {6, 4, 0.5}, new double[] {1, 1.5, 0.5});
        long customers = sample.histories().size();
        var scaled = Estimate.of(likelihood, starts, customers);
        var estimate = likelihood.inMoney(scaled);
        var model = new GammaGamma(
                estimate.values().get(0),
                estimate.values().get(1),
                estimate.values().get(2));
        return Fitted.of(
                model,
                model.parameters(),
                List.of("p", "q", "gamma"),
                estimate,
                customers,
                model.findings(sample, estimate));
    }

    private List<Finding> findings(SpendSample sample, Estimate estimate) {
        var findings = new ArrayList<Finding>();
        int repeatBuyers = sample.histories().size();
        double correlation = sample.rankCorrelation();
        if (repeatBuyers < FEWEST_REPEAT_BUYERS) {
            findings.add(finding(
                    Kind.FEW_REPEAT_BUYERS, "%d repeat buyers; %d are needed", repeatBuyers, FEWEST_REPEAT_BUYERS));
        }
        if (!estimate.isConverged()) {
            findings.add(finding(Kind.NOT_CONVERGED, "no maximum found in %d iterations", estimate.iterations()));
        }
        if (estimate.isOnBound()) {
            findings.add(finding(Kind.ON_BOUND, "a parameter ran to the edge of its range: p %.4g, q %.4g", p, q));
        }
        if (q <= 1) {
            findings.add(finding(Kind.INFINITE_MEAN, "mean spend is infinite: q %.4g, must be above 1", q));
        } else if (q <= 2) {
            findings.add(finding(Kind.INFINITE_SPREAD, "spread of mean spend is infinite: q %.4g, finite above 2", q));
        }
        if (Math.abs(correlation) > STRONG_CORRELATION) {
            findings.add(finding(
                    Kind.SPEND_DEPENDS_ON_FREQUENCY,
                    "spend depends on frequency: rank correlation %.2f, up to %.1f is fine",
                    correlation,
                    STRONG_CORRELATION));
        }
        return findings;
    }

    private static Finding finding(Kind kind, String note, Object... values) {
        return new Finding(kind, String.format(Locale.ROOT, note, values));
    }

    @Override
    public String name() {
        return "gamma_gamma";
    }

    @Override
    public Map<String, Double> parameters() {
        var parameters = new LinkedHashMap<String, Double>();
        parameters.put("p", p);
        parameters.put("q", q);
        parameters.put("gamma", gamma);
        return parameters;
    }

    /** Log-likelihood of the sample. */
    public double logLikelihood(SpendSample sample) {
        return GammaGammaLikelihood.of(sample).inMoney(p, q, gamma);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException where the expectation is infinite: without repeat purchases at q of 1 or less
     */
    @Override
    public double expectedAmount(SpendHistory history) {
        if (history.isSpentNothing()) {
            return 0;
        }
        double excess = shape(history) - 1;
        if (excess <= 0) {
            throw new IllegalStateException(
                    "Cannot compute expectedAmount: q %s makes the mean infinite (must be above 1)".formatted(q));
        }
        return p * scale(history) / excess;
    }

    /** The sum of n amounts is beta prime: gamma of shape p n whose scale is gamma-distributed given the history. */
    @Override
    public double probabilityOfTotalAtMost(SpendHistory history, int purchases, double amount) {
        if (history.isSpentNothing()) {
            return 1;
        }
        return amount <= 0
                ? 0
                : RegularizedBeta.value(amount / (amount + scale(history)), p * purchases, shape(history));
    }

    private double shape(SpendHistory history) {
        return p * history.repeatPurchases() + q;
    }

    private double scale(SpendHistory history) {
        return gamma + history.repeatPurchases() * history.meanAmount();
    }
}
