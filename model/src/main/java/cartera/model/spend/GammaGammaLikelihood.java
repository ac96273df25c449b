package cartera.model.spend;

import cartera.model.fit.BlockSum;
import cartera.model.fit.Estimate;
import cartera.model.fit.Likelihood;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Log-likelihood of Gamma-Gamma with its gradient. Amounts are divided by their mean, so that the search is the same in
 * every currency.
 *
 * @param unit the amount that counts as 1
 */
record GammaGammaLikelihood(SpendSample sample, double unit) implements Likelihood {

    static GammaGammaLikelihood of(SpendSample sample) {
        return new GammaGammaLikelihood(sample, sample.histories().isEmpty() ? 1 : sample.meanOfMeans());
    }

    /** The log-likelihood of amounts in units and its derivatives by p, q and gamma. */
    @Override
    public double[] at(double[] parameters) {
        return BlockSum.of(sample.histories().size(), 4, (from, to, sums) -> add(from, to, parameters, sums));
    }

    /** The log-likelihood of the amounts as they are; {@code gamma} in money. */
    double inMoney(double p, double q, double gamma) {
        return at(new double[] {p, q, gamma / unit})[0] - densityOfUnit();
    }

    /** The same estimate in money: a density of amounts is that of units over the unit. */
    Estimate inMoney(Estimate scaled) {
        var values = scaled.values();
        var errors = scaled.standardErrors();
        var gammaError = errors.get(2);
        return new Estimate(
                List.of(values.get(0), values.get(1), values.get(2) * unit),
                List.of(
                        errors.get(0),
                        errors.get(1),
                        gammaError.isPresent() ? OptionalDouble.of(gammaError.getAsDouble() * unit) : gammaError),
                scaled.logLikelihood() - densityOfUnit(),
                scaled.iterations(),
                scaled.isConverged(),
                scaled.isOnBound());
    }

    private double densityOfUnit() {
        return sample.histories().size() * Math.log(unit);
    }

    private void add(int from, int to, double[] parameters, double[] sums) {
        var shared = new Shared(parameters[0], parameters[1], parameters[2], -1);
        for (int i = from; i < to; i++) {
            var history = sample.histories().get(i);
            int x = history.repeatPurchases();
            shared = x == shared.x ? shared : new Shared(shared.p, shared.q, shared.gamma, x);
            shared.add(history.meanAmount() / unit, sums);
        }
    }

    /** What customers with the same number of purchases share. */
    private static final class Shared {

        private final double p;
        private final double q;
        private final double gamma;
        private final int x;
        private final double constant;
        private final double byP;
        private final double byQ;
        private final double logGamma;
        private final double logX;

        Shared(double p, double q, double gamma, int x) {
            this.p = p;
            this.q = q;
            this.gamma = gamma;
            this.x = x;
            this.logX = Math.log(Math.max(1, x));
            this.logGamma = Math.log(gamma);
            double own = p * Math.max(1, x);
            this.constant =
                    LogGamma.value(own + q) - LogGamma.value(own) - LogGamma.value(q) + q * logGamma + own * logX;
            this.byP = Digamma.value(own + q) - Digamma.value(own) + logX;
            this.byQ = Digamma.value(own + q) - Digamma.value(q) + logGamma;
        }

        /** Adds the log-likelihood of a mean amount and its derivatives by p, q and gamma. */
        void add(double z, double[] sums) {
            double total = gamma + x * z;
            double logTotal = Math.log(total);
            double logZ = Math.log(z);
            sums[0] += constant + (p * x - 1) * logZ - (p * x + q) * logTotal;
            sums[1] += x * (byP + logZ - logTotal);
            sums[2] += byQ - logTotal;
            sums[3] += q / gamma - (p * x + q) / total;
        }
    }
}
