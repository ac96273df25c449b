package cartera.model.order;

/**
 * The gap between a customer's last purchase and the next one, if it comes: Erlang with a rate that differs between
 * customers by a gamma law, which the customer's own gaps have sharpened.
 *
 * <p>With gaps Erlang(k, lambda) and lambda Gamma(a, b), b a time, P(gap &gt; t) = (b/(b+t))^a sum over j &lt; k of (a)_j/j!
 * (t/(b+t))^j: the survival term of the (M)BG/CNBD-k likelihood (M. Platzer and T. Reutterer, Ticking away the moments,
 * Marketing Science 35:5, 2016, appendix). After x gaps that took t_x together a = r + k x and b = alpha + t_x.
 *
 * <p>The unit of time is that of {@code rate}. Whether the customer comes at all is no part of it.
 *
 * @param stages k, 1 or more: 1 is exponential gaps, more are more regular ones
 * @param shape a, above 0
 * @param rate b, above 0
 */
public record GapLaw(int stages, double shape, double rate) {

    private static final int HALVINGS = 200;

    public GapLaw {
        if (stages < 1 || !isPositive(shape) || !isPositive(rate)) {
            throw new IllegalArgumentException(
                    "Invalid gap law: %d, %s, %s (stages from 1 on, shape and rate above 0 and finite)"
                            .formatted(stages, shape, rate));
        }
    }

    private static boolean isPositive(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    /** ln P(gap &gt; time); 0 at time 0. In logarithms: a regular buyer's long silence would underflow. */
    public double logSurvival(double time) {
        double share = time / (rate + time);
        double term = 1;
        double sum = 1;
        for (int j = 1; j < stages; j++) {
            term *= (shape + j - 1) / j * share;
            sum += term;
        }
        return -shape * Math.log1p(time / rate) + Math.log(sum);
    }

    /**
     * The gap that is exceeded with probability {@code 1 - probability} by who has been silent for {@code silence}: more
     * than {@code silence}, and infinite where it is beyond what a double can tell.
     *
     * @param probability above 0, below 1
     */
    public double quantile(double probability, double silence) {
        if (!(probability > 0 && probability < 1 && silence >= 0)) {
            throw new IllegalArgumentException(
                    "Invalid quantile: %s after %s (probability above 0 and below 1, silence 0 or more)"
                            .formatted(probability, silence));
        }
        double target = logSurvival(silence) + Math.log1p(-probability);
        return stages == 1 ? rate * Math.expm1(-target / shape) : root(target, silence);
    }

    private double root(double target, double silence) {
        double low = silence;
        double high = 2 * silence + rate;
        while (logSurvival(high) > target) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high || high - low < 1e-9 * high) {
                break;
            }
            if (logSurvival(middle) > target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
