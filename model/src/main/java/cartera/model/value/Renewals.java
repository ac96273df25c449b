package cartera.model.value;

import cartera.model.fit.Estimate;
import cartera.model.fit.Finding;
import cartera.model.fit.Fitted;
import cartera.model.fit.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long customers under contract stay: at the end of each period a customer ends the contract with a probability of
 * its own, which does not change; those of all have a beta law (shifted beta-geometric). Retention rises with age although
 * nobody becomes more loyal: who was going to leave has left.
 *
 * <p>Source: P. S. Fader and B. G. S. Hardie, How to Project Customer Retention, J. Interactive Marketing 21 (2007).
 *
 * <p>Time is in whole contract periods (months, years).
 *
 * @param alpha first parameter of the beta law of the probability of ending; the mean is alpha / (alpha + beta)
 * @param beta second parameter of that law
 */
public record Renewals(double alpha, double beta) {

    /** A curve is not worth fitting on fewer contracts that ended. */
    private static final long FEWEST_ENDED = 50;

    /** Contracts that saw equally many periods. */
    public record Contracts(int periods, long ended, long running) {

        /**
         * @param periods begun so far, 1 or more
         * @param ended at the end of the last of them
         * @param running still, after it was renewed
         */
        public Contracts {
            if (periods < 1 || ended < 0 || running < 0) {
                throw new IllegalArgumentException(
                        "Invalid contracts: %d periods, %d ended, %d running (1 or more, 0 or more, 0 or more)"
                                .formatted(periods, ended, running));
            }
        }
    }

    public Renewals {
        Parameter.requirePositive("alpha", alpha);
        Parameter.requirePositive("beta", beta);
    }

    /** The most likely parameters; unusable where fewer than 50 contracts ended or the search ran to the edge. */
    public static Fitted<Renewals> fit(Collection<Contracts> contracts) {
        long observations =
                contracts.stream().mapToLong(one -> one.ended() + one.running()).sum();
        var estimate = Estimate.of(
                parameters -> logLikelihood(contracts, parameters[0], parameters[1]),
                List.of(new double[] {1, 1}, new double[] {1, 5}, new double[] {0.5, 0.5}),
                observations);
        var model = new Renewals(estimate.values().get(0), estimate.values().get(1));
        return Fitted.of(
                model,
                model.parameters(),
                List.of("alpha", "beta"),
                estimate,
                observations,
                model.findings(contracts, estimate));
    }

    private List<Finding> findings(Collection<Contracts> contracts, Estimate estimate) {
        var findings = new ArrayList<Finding>();
        long ended = contracts.stream().mapToLong(Contracts::ended).sum();
        if (ended < FEWEST_ENDED) {
            findings.add(new Finding(
                    Finding.Kind.FEW_REPEAT_BUYERS,
                    String.format(Locale.ROOT, "%d contracts ended; %d are needed", ended, FEWEST_ENDED)));
        }
        if (estimate.isOnBound()) {
            findings.add(
                    new Finding(Finding.Kind.ON_BOUND, "a parameter ran to the edge of its range: " + parameters()));
        }
        if (!estimate.isConverged()) {
            findings.add(new Finding(Finding.Kind.NOT_CONVERGED, "no maximum found"));
        }
        return findings;
    }

    /** The log-likelihood and its derivatives by alpha and beta. */
    private static double[] logLikelihood(Collection<Contracts> contracts, double alpha, double beta) {
        double[] sums = new double[3];
        for (Contracts one : contracts) {
            double all = (double) one.ended() + one.running();
            for (int period = 1; period < one.periods(); period++) {
                addRenewal(all, alpha, beta, period, sums);
            }
            addRenewal(one.running(), alpha, beta, one.periods(), sums);
            double whole = alpha + beta + one.periods() - 1;
            sums[0] += one.ended() * (Math.log(alpha) - Math.log(whole));
            sums[1] += one.ended() * (1 / alpha - 1 / whole);
            sums[2] -= one.ended() / whole;
        }
        return sums;
    }

    private static void addRenewal(double customers, double alpha, double beta, int period, double[] sums) {
        double stays = beta + period - 1;
        sums[0] += customers * (Math.log(stays) - Math.log(alpha + stays));
        sums[1] -= customers / (alpha + stays);
        sums[2] += customers * (1 / stays - 1 / (alpha + stays));
    }

    /** The parameters by name. */
    public Map<String, Double> parameters() {
        var parameters = new LinkedHashMap<String, Double>();
        parameters.put("alpha", alpha);
        parameters.put("beta", beta);
        return parameters;
    }

    /** Probability that a contract renewed {@code renewals} times so far is renewed the next time, too. */
    public double retention(int renewals) {
        return (beta + renewals) / (alpha + beta + renewals);
    }

    /** Probability that it is renewed the next {@code periods} times. */
    public double survival(int renewals, int periods) {
        double survival = 1;
        for (int period = 0; period < periods; period++) {
            survival *= retention(renewals + period);
        }
        return survival;
    }

    /**
     * Margin of the next {@code periods} in today's money: each is earned if the contract was renewed up to it, and paid at
     * its beginning, the first at the next renewal.
     *
     * @param renewals so far
     * @param periodMargin margin of one period
     * @param periodDiscount share by which money a period ahead is worth less, 0 or more
     */
    public double value(int renewals, int periods, double periodMargin, double periodDiscount) {
        double value = 0;
        double survival = 1;
        double worth = 1;
        for (int period = 0; period < periods; period++) {
            survival *= retention(renewals + period);
            worth /= 1 + periodDiscount;
            value += periodMargin * survival * worth;
        }
        return value;
    }
}
