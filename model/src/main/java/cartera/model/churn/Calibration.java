package cartera.model.churn;

/** Turns a score into a probability that holds: of those given 30 %, 30 % churn. Never reverses an order. */
public sealed interface Calibration permits Isotonic, Platt {

    /** The probability, above 0 and below 1. */
    double probability(double score);
}
