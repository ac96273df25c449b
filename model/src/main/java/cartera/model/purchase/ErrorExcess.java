package cartera.model.purchase;

import java.util.Arrays;
import java.util.Collection;

/** By how much one forecast's squared errors exceed another's, over the same customers in groups. */
public final class ErrorExcess {

    private static final double CLEAR = 2;

    private final double[] differences;
    private final double[] customers;

    ErrorExcess(double[] differences, double[] customers) {
        this.differences = differences;
        this.customers = customers;
    }

    /** That over the customers of all of them, in this order. */
    public static ErrorExcess join(Collection<ErrorExcess> parts) {
        return new ErrorExcess(
                parts.stream()
                        .flatMapToDouble(part -> Arrays.stream(part.differences))
                        .toArray(),
                parts.stream()
                        .flatMapToDouble(part -> Arrays.stream(part.customers))
                        .toArray());
    }

    /** The mean over customers; 0 without any. */
    public double mean() {
        double sum = 0;
        for (int i = 0; i < differences.length; i++) {
            sum += customers[i] * differences[i];
        }
        return sum / count();
    }

    /** Whether it is above 0 by more than chance explains: two standard errors of the mean. */
    public boolean isClear() {
        double mean = mean();
        double squares = 0;
        for (int i = 0; i < differences.length; i++) {
            squares += customers[i] * Math.pow(differences[i] - mean, 2);
        }
        return mean > CLEAR * Math.sqrt(squares) / count();
    }

    private double count() {
        return Math.max(1, Arrays.stream(customers).sum());
    }
}
