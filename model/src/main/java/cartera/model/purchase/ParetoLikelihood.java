package cartera.model.purchase;

import cartera.model.fit.BlockSum;
import cartera.model.fit.Likelihood;

/**
 * Log-likelihood of the Pareto/NBD with its gradient.
 *
 * <p>Source: D. C. Schmittlein, D. G. Morrison, R. Colombo, Management Science 33 (1987); in the form of P. S. Fader and
 * B. G. S. Hardie, A Note on Deriving the Pareto/NBD Model (2005), before its integral is written as hypergeometric
 * functions, whose difference loses all digits for large x.
 */
record ParetoLikelihood(PurchaseSample sample) implements Likelihood {

    /** The log-likelihood and its derivatives by r, alpha, s and beta. */
    @Override
    public double[] at(double[] parameters) {
        var rising = Rising.of(parameters[0], sample.mostRepeatPurchases());
        return BlockSum.of(sample.size(), 5, (from, to, sums) -> {
            var integral = new ParetoIntegral();
            double[] term = new double[5];
            for (int i = from; i < to; i++) {
                fill(i, parameters, rising, integral, term);
                double customers = sample.customers(i);
                for (int j = 0; j < 5; j++) {
                    sums[j] += customers * term[j];
                }
            }
        });
    }

    private void fill(int group, double[] parameters, Rising rising, ParetoIntegral integral, double[] term) {
        double r = parameters[0];
        double alpha = parameters[1];
        double s = parameters[2];
        double beta = parameters[3];
        int x = sample.repeatPurchases(group);
        double age = sample.times()[sample.age(group)];
        double logRate = Math.log(alpha + age);
        double logDropout = Math.log(beta + age);
        integral.integrate(r + x, alpha, s, beta, sample.times()[sample.span(group)], age);
        double stays = -(r + x) * logRate - s * logDropout;
        double left = Math.log(s) + integral.logarithm();
        double gone = 1 / (1 + Math.exp(stays - left));
        double alive = 1 - gone;

        term[0] = rising.logarithm(x) + r * Math.log(alpha) + s * Math.log(beta) + stays + Softplus.of(left - stays);
        term[1] = rising.derivative(x) + Math.log(alpha) - alive * logRate - gone * integral.meanLogRate();
        term[2] = r / alpha - (r + x) * (alive / (alpha + age) + gone * integral.meanRateReciprocal());
        term[3] = Math.log(beta) - alive * logDropout + gone * (1 / s - integral.meanLogDropout());
        term[4] = s / beta - alive * s / (beta + age) - gone * (s + 1) * integral.meanDropoutReciprocal();
    }
}
