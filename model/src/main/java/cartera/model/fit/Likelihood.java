package cartera.model.fit;

/** A log-likelihood with its gradient, as a function of positive parameters. */
@FunctionalInterface
public interface Likelihood {

    /** The log-likelihood at the parameters, followed by its derivative by each of them. */
    double[] at(double[] parameters);
}
