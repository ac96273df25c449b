package cartera.model.purchase;

import cartera.model.fit.BlockSum;
import cartera.model.fit.Likelihood;
import java.util.Optional;

/**
 * Log-likelihood of the beta-geometric models and of their limit without dropout, with its gradient.
 *
 * <p>Sources: P. S. Fader, B. G. S. Hardie, K. L. Lee, Marketing Science 24 (2005), eq. (6), BG/NBD; E. P. Batislam,
 * M. Denizel, A. Filiztekin, Int. J. Research in Marketing 24 (2007), MBG/NBD; M. Platzer and T. Reutterer, Marketing
 * Science 35 (2016), Erlang-k gaps. All repeat counts are whole, so ratios of gamma functions are sums of logarithms
 * from tables, and no gamma function is left.
 *
 * @param dropout empty for customers who never leave; the parameters are then r and alpha, else r, alpha, a and b
 * @param k exponential steps a gap consists of
 */
record PurchaseLikelihood(PurchaseSample sample, Optional<Dropout> dropout, int k) implements Likelihood {

    /** The log-likelihood and its derivatives by the parameters. */
    @Override
    public double[] at(double[] parameters) {
        var terms = new PurchaseTerms(sample, dropout, k, parameters);
        double[] sums = BlockSum.of(sample.size(), parameters.length + 1, terms);
        sums[0] += gapTerm();
        return sums;
    }

    /** What the Erlang law adds for k above 1: it depends on the data alone. */
    private double gapTerm() {
        if (k == 1) {
            return 0;
        }
        double logGapSum = sample.logGapSum()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Invalid k: %d (the gaps of some repeat buyers are not known: only 1 can be fitted)"
                                .formatted(k)));
        double logFactorial = Rising.of(1, k).logarithm(k - 1);
        return (k - 1) * logGapSum - sample.repeatPurchases() * logFactorial;
    }
}
