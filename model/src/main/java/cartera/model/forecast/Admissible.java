package cartera.model.forecast;

/**
 * Whether the forecasts of a seasonal smoothing model forget the distant past: whether all roots of its characteristic
 * polynomial lie inside the unit circle.
 *
 * <p>Source: Hyndman and others, Forecasting with Exponential Smoothing (2008), section 10.2; the roots are not computed
 * but counted, by the Schur-Cohn recursion.
 */
final class Admissible {

    private static final double ROUNDING = 1e-10;

    private Admissible() {}

    /** Whether the parameters of a seasonal model are admissible; {@code work} has season + 2 places. */
    static boolean isSeasonal(double alpha, double beta, double gamma, double damping, int season, double[] work) {
        double run = alpha + beta - alpha * damping;
        work[0] = damping * (1 - alpha - gamma);
        work[1] = run + gamma - 1;
        for (int i = 2; i < season; i++) {
            work[i] = run;
        }
        work[season] = alpha + beta - damping;
        work[season + 1] = 1;
        return isInsideCircle(work, season + 1);
    }

    /** Whether the roots of c_0 + c_1 z + .. + c_n z^n are inside the circle, or on it up to rounding; overwrites c. */
    private static boolean isInsideCircle(double[] c, int degree) {
        for (int n = degree; n > 0; n--) {
            double reflection = c[0] / c[n];
            if (!(Math.abs(reflection) <= 1 + ROUNDING)) {
                return false;
            }
            double scale = 1 - reflection * reflection;
            if (scale < ROUNDING) {
                return true;
            }
            for (int i = 0, j = n; i < j; i++, j--) {
                double low = c[i];
                double high = c[j];
                c[i] = low - reflection * high;
                c[j] = high - reflection * low;
            }
            if (n % 2 == 0) {
                c[n / 2] *= 1 - reflection;
            }
            System.arraycopy(c, 1, c, 0, n);
        }
        return true;
    }
}
