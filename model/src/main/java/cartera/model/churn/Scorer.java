package cartera.model.churn;

import java.util.Arrays;

/** One way to tell who will stay silent, with its probabilities for the customers of the cut-off. */
public final class Scorer {

    private final String name;
    private final String basis;
    private final double[] probabilities;

    Scorer(String name, String basis, double[] probabilities) {
        if (!Arrays.stream(probabilities).allMatch(p -> p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(
                    "Invalid probabilities of %s (all must lie between 0 and 1)".formatted(name));
        }
        this.name = name;
        this.basis = basis;
        this.probabilities = probabilities;
    }

    /** Name for tables, such as {@code logistic}. */
    public String name() {
        return name;
    }

    /** What it rests on, in English, with its parameters. */
    public String basis() {
        return basis;
    }

    /** A probability for each customer scored, in their order. */
    public double[] probabilities() {
        return probabilities.clone();
    }
}
