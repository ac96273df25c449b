package cartera.model.fit;

/** A smooth function to be minimised, with its gradient. */
@FunctionalInterface
public interface Objective {

    /** The value at {@code point}; writes the gradient there into {@code gradient}, which has the same length. */
    double value(double[] point, double[] gradient);
}
