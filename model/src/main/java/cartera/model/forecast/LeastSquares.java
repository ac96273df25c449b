package cartera.model.forecast;

/**
 * Minimises a sum of squared residuals by the Levenberg-Marquardt method with Marquardt's scaling.
 *
 * <p>Source: D. W. Marquardt, J. SIAM 11 (1963); J. Nocedal and S. J. Wright, Numerical Optimization, 2nd ed., section
 * 10.3. The sum may be infinite: such points are stepped back from.
 */
final class LeastSquares {

    /** A sum of squares as a function of a point. */
    interface Residuals {

        /** Number of coordinates. */
        int size();

        /** The sum of squares, infinite where {@code point} is not admissible. */
        double sum(double[] point);

        /**
         * The sum of squares with its linearisation at an admissible point.
         *
         * @param normal J'J by rows, of which the lower triangle is written
         * @param gradient J'r
         */
        double linearise(double[] point, double[] normal, double[] gradient);
    }

    private static final double FIRST_DAMPING = 1e-2;
    private static final double EASING = 0.2;
    private static final double TIGHTENING = 5;
    private static final int MAX_TRIALS = 8;
    /** Curvature below this share of the largest counts as none. */
    private static final double NEGLIGIBLE_CURVATURE = 1e-12;
    /** No coordinate moves further in one step; made for logits and for states of a series of mean size 1. */
    private static final double MAX_MOVE = 3;

    private final Residuals residuals;
    private final int size;
    private final double[] normal;
    private final double[] gradient;
    private final double[] factor;
    private final double[] step;
    private final double[] trial;
    private double[] point;
    private double sum;
    private double damping = FIRST_DAMPING;

    /** A search that starts at {@code start}. */
    LeastSquares(Residuals residuals, double[] start) {
        this.residuals = residuals;
        this.size = residuals.size();
        this.normal = new double[size * size];
        this.gradient = new double[size];
        this.factor = new double[size * size];
        this.step = new double[size];
        this.trial = new double[size];
        this.point = start.clone();
        this.sum = residuals.sum(point);
    }

    double[] point() {
        return point;
    }

    double sum() {
        return sum;
    }

    /** Goes on until a step lowers the sum by less than the share {@code tolerance}, {@code iterations} steps at most. */
    LeastSquares run(int iterations, double tolerance) {
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i < iterations && before - sum > tolerance * sum; i++) {
            before = sum;
            residuals.linearise(point, normal, gradient);
            descend();
        }
        return this;
    }

    private void descend() {
        for (int i = 0; i < MAX_TRIALS; i++) {
            if (solve()) {
                double lower = tryStep();
                if (lower < sum) {
                    sum = lower;
                    System.arraycopy(trial, 0, point, 0, size);
                    damping *= EASING;
                    return;
                }
            }
            damping *= TIGHTENING;
        }
    }

    private double tryStep() {
        for (int i = 0; i < size; i++) {
            trial[i] = point[i] - Math.max(-MAX_MOVE, Math.min(MAX_MOVE, step[i]));
        }
        return residuals.sum(trial);
    }

    /** Solves (J'J + damping diag J'J) step = J'r by Cholesky's method. */
    private boolean solve() {
        double floor = NEGLIGIBLE_CURVATURE * largestCurvature();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = normal[i * size + j];
                if (i == j) {
                    rest += damping * rest + floor;
                }
                for (int k = 0; k < j; k++) {
                    rest -= factor[i * size + k] * factor[j * size + k];
                }
                if (i == j && !(rest > 0)) {
                    return false;
                }
                factor[i * size + j] = i == j ? Math.sqrt(rest) : rest / factor[j * size + j];
            }
        }
        substitute();
        return true;
    }

    private void substitute() {
        for (int i = 0; i < size; i++) {
            double rest = gradient[i];
            for (int k = 0; k < i; k++) {
                rest -= factor[i * size + k] * step[k];
            }
            step[i] = rest / factor[i * size + i];
        }
        for (int i = size - 1; i >= 0; i--) {
            double rest = step[i];
            for (int k = i + 1; k < size; k++) {
                rest -= factor[k * size + i] * step[k];
            }
            step[i] = rest / factor[i * size + i];
        }
    }

    private double largestCurvature() {
        double largest = Double.MIN_NORMAL;
        for (int i = 0; i < size; i++) {
            largest = Math.max(largest, normal[i * size + i]);
        }
        return largest;
    }
}
