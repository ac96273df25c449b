package cartera.model.purchase;

import java.util.function.DoubleUnaryOperator;

/**
 * Nodes and weights of Gauss-Legendre quadrature on 0 .. 1.
 *
 * <p>Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 25.4.30; the zeros by Newton's method.
 */
final class GaussLegendre {

    private final double[] nodes;
    private final double[] weights;

    private GaussLegendre(double[] nodes, double[] weights) {
        this.nodes = nodes;
        this.weights = weights;
    }

    static GaussLegendre of(int size) {
        double[] nodes = new double[size];
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            double x = Math.cos(Math.PI * (size - i - 0.25) / (size + 0.5));
            double slope = 1;
            for (int step = 0; step < 20; step++) {
                double value = 1;
                double before = 0;
                for (int degree = 1; degree <= size; degree++) {
                    double next = ((2 * degree - 1) * x * value - (degree - 1) * before) / degree;
                    before = value;
                    value = next;
                }
                slope = size * (x * value - before) / (x * x - 1);
                x -= value / slope;
            }
            nodes[i] = (1 + x) / 2;
            weights[i] = 1 / ((1 - x * x) * slope * slope);
        }
        return new GaussLegendre(nodes, weights);
    }

    /** The integral of {@code function} over 0 .. 1. */
    double sum(DoubleUnaryOperator function) {
        double sum = 0;
        for (int i = 0; i < nodes.length; i++) {
            sum += weights[i] * function.applyAsDouble(nodes[i]);
        }
        return sum;
    }

    double node(int i) {
        return nodes[i];
    }

    double weight(int i) {
        return weights[i];
    }

    int size() {
        return nodes.length;
    }
}
