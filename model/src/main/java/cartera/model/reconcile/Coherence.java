package cartera.model.reconcile;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Moves base forecasts onto the sums of a hierarchy, the least in terms of an error covariance W:
 * y~ = y^ - W C' (C W C')^-1 C y^, where C takes each aggregate less the sum of its leaves.
 *
 * <p>Source: S. L. Wickramasuriya, G. Athanasopoulos and R. J. Hyndman, Optimal forecast reconciliation, JASA 114 (2019), in the
 * form of their equation 10, equal to S (S' W^-1 S)^-1 S' W^-1 y^. The system has one row an aggregate and is solved by
 * conjugate gradients: products with C follow the lines of the hierarchy, so no matrix is ever filled.
 */
final class Coherence {

    private static final double TOLERANCE = 1e-13;

    private final Hierarchy hierarchy;
    private final ErrorCovariance covariance;
    private final double[][] constrainedFactors;
    private final double[] scales;

    Coherence(Hierarchy hierarchy, ErrorCovariance covariance) {
        this.hierarchy = hierarchy;
        this.covariance = covariance;
        constrainedFactors = constrained(covariance.factors());
        scales = IntStream.range(0, hierarchy.aggregates())
                .mapToDouble(this::diagonal)
                .toArray();
    }

    /** The nearest forecasts of one period that add up, by node. */
    double[] nearest(double[] base) {
        double[] multipliers = solved(gaps(base));
        double[] pulled = spread(multipliers);
        double[] weights = transposed(constrainedFactors, multipliers);
        double[][] nearest = new double[base.length][1];
        for (int leaf = hierarchy.aggregates(); leaf < base.length; leaf++) {
            double move =
                    covariance.diagonal()[leaf] * pulled[leaf] + dot(covariance.factors()[leaf], weights);
            nearest[leaf][0] = base[leaf] - move;
        }
        return Arrays.stream(hierarchy.summed(nearest))
                .mapToDouble(row -> row[0])
                .toArray();
    }

    private double[] solved(double[] gaps) {
        double[] solution = new double[gaps.length];
        double[] residual = gaps.clone();
        double[] direction = new double[gaps.length];
        double last = 0;
        double stop = TOLERANCE * TOLERANCE * preconditioned(residual, residual);
        for (int round = 0; round < 10 * gaps.length + 100; round++) {
            double size = preconditioned(residual, residual);
            if (!(size > stop)) {
                break;
            }
            double carried = round == 0 ? 0 : size / last;
            for (int i = 0; i < gaps.length; i++) {
                direction[i] = residual[i] / scales[i] + carried * direction[i];
            }
            double[] image = image(direction);
            double step = size / dot(direction, image);
            for (int i = 0; i < gaps.length; i++) {
                solution[i] += step * direction[i];
                residual[i] -= step * image[i];
            }
            last = size;
        }
        return solution;
    }

    /** C W C' v. */
    private double[] image(double[] v) {
        double[] pulled = spread(v);
        for (int node = 0; node < pulled.length; node++) {
            pulled[node] *= covariance.diagonal()[node];
        }
        double[] image = gaps(pulled);
        double[] weights = transposed(constrainedFactors, v);
        for (int i = 0; i < image.length; i++) {
            image[i] += dot(constrainedFactors[i], weights);
        }
        return image;
    }

    /** C y: each aggregate less the sum of its leaves. */
    private double[] gaps(double[] y) {
        double[] gaps = new double[hierarchy.aggregates()];
        for (int node = 0; node < gaps.length; node++) {
            gaps[node] = y[node];
            for (int leaf : hierarchy.leaves()[node]) {
                gaps[node] -= y[leaf];
            }
        }
        return gaps;
    }

    /** C' v, by node. */
    private double[] spread(double[] v) {
        double[] spread = Arrays.copyOf(v, hierarchy.size());
        for (int node = 0; node < v.length; node++) {
            for (int leaf : hierarchy.leaves()[node]) {
                spread[leaf] -= v[node];
            }
        }
        return spread;
    }

    private double[][] constrained(double[][] factors) {
        double[][] constrained = new double[hierarchy.aggregates()][];
        for (int node = 0; node < constrained.length; node++) {
            constrained[node] = factors[node].clone();
            for (int leaf : hierarchy.leaves()[node]) {
                for (int t = 0; t < factors[leaf].length; t++) {
                    constrained[node][t] -= factors[leaf][t];
                }
            }
        }
        return constrained;
    }

    private double diagonal(int node) {
        double diagonal = covariance.diagonal()[node] + dot(constrainedFactors[node], constrainedFactors[node]);
        for (int leaf : hierarchy.leaves()[node]) {
            diagonal += covariance.diagonal()[leaf];
        }
        return diagonal;
    }

    private double preconditioned(double[] a, double[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> a[i] * b[i] / scales[i])
                .sum();
    }

    private static double[] transposed(double[][] rows, double[] v) {
        double[] product = new double[rows.length == 0 ? 0 : rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int t = 0; t < product.length; t++) {
                product[t] += rows[i][t] * v[i];
            }
        }
        return product;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
