package cartera.model.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Standard errors from the curvature of the log-likelihood at its maximum: the inverse of the observed information.
 *
 * <p>The Hessian is taken by central differences of the analytic gradient. A coordinate on the bound counts as known
 * and has no standard error; none has one where the information is not positive definite.
 */
final class Curvature {

    private static final double STEP = 1e-4;

    private Curvature() {}

    /** Standard errors of the coordinates, where {@code objective} is the mean over {@code observations} of -log-likelihood. */
    static List<OptionalDouble> standardErrors(Objective objective, Optimum optimum, long observations) {
        int size = optimum.point().size();
        int[] free = IntStream.range(0, size).filter(i -> !optimum.isOnBound(i)).toArray();
        double[][] factor = cholesky(hessian(objective, optimum.coordinates(), free));
        var errors = new ArrayList<>(Collections.nCopies(size, OptionalDouble.empty()));
        for (int i = 0; i < factor.length; i++) {
            errors.set(free[i], finite(Math.sqrt(inverseDiagonal(factor, i) / observations)));
        }
        return errors;
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static double[][] hessian(Objective objective, double[] point, int[] free) {
        double[][] rows = new double[free.length][free.length];
        for (int i = 0; i < free.length; i++) {
            double[] above = slope(objective, point, free[i], STEP);
            double[] below = slope(objective, point, free[i], -STEP);
            for (int j = 0; j < free.length; j++) {
                double second = (above[free[j]] - below[free[j]]) / (2 * STEP);
                rows[i][j] += second / 2;
                rows[j][i] += second / 2;
            }
        }
        return rows;
    }

    private static double[] slope(Objective objective, double[] point, int coordinate, double step) {
        double[] moved = point.clone();
        moved[coordinate] += step;
        double[] slope = new double[point.length];
        objective.value(moved, slope);
        return slope;
    }

    /** Lower Cholesky factor, of size 0 where the matrix is not positive definite. */
    private static double[][] cholesky(double[][] matrix) {
        double[][] factor = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= factor[i][k] * factor[j][k];
                }
                if (i == j && !(rest > 0)) {
                    return new double[0][0];
                }
                factor[i][j] = i == j ? Math.sqrt(rest) : rest / factor[j][j];
            }
        }
        return factor;
    }

    /** Element (i, i) of the inverse: the squared length of the solution of {@code L v = e_i}. */
    private static double inverseDiagonal(double[][] factor, int i) {
        double[] solution = new double[factor.length];
        double squares = 0;
        for (int row = i; row < factor.length; row++) {
            double rest = row == i ? 1 : 0;
            for (int k = i; k < row; k++) {
                rest -= factor[row][k] * solution[k];
            }
            solution[row] = rest / factor[row][row];
            squares += solution[row] * solution[row];
        }
        return squares;
    }
}
