package cartera.model.purchase;

/**
 * The integral of the Pareto/NBD over the time a customer may have left at,
 * {@code I = int_{from}^{to} (alpha+u)^-shape (beta+u)^-(s+1) du}, and means under its integrand, from which the
 * derivatives follow.
 *
 * <p>Gauss-Legendre in ln(alpha + u), relative to the integrand at {@code from}, so that nothing overflows. The integrand
 * falls at least as {@code (alpha+u)^-shape}: what lies beyond a factor of e^-40 is left out, which keeps the nodes
 * where the mass is.
 */
final class ParetoIntegral {

    private static final GaussLegendre FEW_NODES = GaussLegendre.of(8);
    private static final GaussLegendre SOME_NODES = GaussLegendre.of(16);
    private static final GaussLegendre MANY_NODES = GaussLegendre.of(32);
    private static final double NEGLIGIBLE = 40;

    private double logarithm = Double.NEGATIVE_INFINITY;
    private double meanLogRate;
    private double meanRateReciprocal;
    private double meanLogDropout;
    private double meanDropoutReciprocal;

    /** Integrates; may be called again for other limits. */
    void integrate(double shape, double alpha, double s, double beta, double from, double to) {
        double start = Math.log(alpha + from);
        double startDropout = Math.log(beta + from);
        double width = Math.min(Math.log((alpha + to) / (alpha + from)), NEGLIGIBLE / Math.max(shape - 1, 1e-3));
        double sum = 0;
        double logRate = 0;
        double rateReciprocal = 0;
        double logDropout = 0;
        double dropoutReciprocal = 0;
        GaussLegendre rule = rule(shape, alpha, s, beta, from, width);
        for (int i = 0; i < rule.size(); i++) {
            double beyond = width * rule.node(i);
            double rateScale = (alpha + from) * Math.exp(beyond);
            double dropoutScale = beta + (rateScale - alpha);
            double beyondDropout = Math.log(dropoutScale) - startDropout;
            double term = rule.weight(i) * Math.exp(-(shape - 1) * beyond - (s + 1) * beyondDropout);
            sum += term;
            logRate += term * beyond;
            rateReciprocal += term / rateScale;
            logDropout += term * beyondDropout;
            dropoutReciprocal += term / dropoutScale;
        }
        boolean isEmpty = !(width * sum > 0);
        double scale = isEmpty ? 0 : 1 / sum;
        logarithm = isEmpty
                ? Double.NEGATIVE_INFINITY
                : Math.log(width * sum) - (shape - 1) * start - (s + 1) * startDropout;
        meanLogRate = start + logRate * scale;
        meanRateReciprocal = rateReciprocal * scale;
        meanLogDropout = startDropout + logDropout * scale;
        meanDropoutReciprocal = dropoutReciprocal * scale;
    }

    /**
     * As many nodes as keep the error below 1e-13: n of them integrate an exponential that falls by e^-fall to
     * fall^2n (n!)^4 / ((2n+1) (2n)!^3), and the logarithm of beta + u to rho^-2n, where rho is the sum of the half-axes
     * of the largest ellipse about the interval without its singularity, at ln(alpha - beta) or pi i away.
     */
    private static GaussLegendre rule(double shape, double alpha, double s, double beta, double from, double width) {
        double fall =
                Math.abs(shape - 1) * width + (s + 1) * Math.log1p((alpha + from) * Math.expm1(width) / (beta + from));
        double clear = alpha <= beta ? Double.POSITIVE_INFINITY : Math.log((alpha + from) / (alpha - beta)) / width;
        if (fall <= 4 && width <= 1 && clear >= 2) {
            return FEW_NODES;
        }
        return fall <= 12 && width <= 4 && clear >= 0.5 ? SOME_NODES : MANY_NODES;
    }

    /** ln I; minus infinity over no time. */
    double logarithm() {
        return logarithm;
    }

    /** Mean of ln(alpha + u). */
    double meanLogRate() {
        return meanLogRate;
    }

    /** Mean of 1 / (alpha + u). */
    double meanRateReciprocal() {
        return meanRateReciprocal;
    }

    /** Mean of ln(beta + u). */
    double meanLogDropout() {
        return meanLogDropout;
    }

    /** Mean of 1 / (beta + u). */
    double meanDropoutReciprocal() {
        return meanDropoutReciprocal;
    }
}
