package cartera.model.forecast;

import java.util.Arrays;

/**
 * Observations at equal steps of time, oldest first. Immutable.
 *
 * <p>Units: values in any unit; forecasts have the same. A season is counted in steps: 12 for months, 52 for weeks, 1
 * where there is none.
 */
public final class Series {

    private final double[] values;
    private final int length;
    private final int season;

    private Series(double[] values, int length, int season) {
        this.values = values;
        this.length = length;
        this.season = season;
    }

    /**
     * A series of the values, which may be none at all.
     *
     * @throws IllegalArgumentException for a value that is not finite, or a season below 1
     */
    public static Series of(double[] values, int season) {
        if (season < 1) {
            throw new IllegalArgumentException("Invalid season: %d (must be 1 or more)".formatted(season));
        }
        for (int t = 0; t < values.length; t++) {
            if (!Double.isFinite(values[t])) {
                throw new IllegalArgumentException("Invalid value %d: %s (must be finite)".formatted(t + 1, values[t]));
            }
        }
        return new Series(values.clone(), values.length, season);
    }

    /** A series that takes over an array nobody else holds. */
    static Series owning(double[] values, int season) {
        return new Series(values, values.length, season);
    }

    public int length() {
        return length;
    }

    public int season() {
        return season;
    }

    /** The value of step {@code t}, 0 .. length - 1. */
    public double value(int t) {
        if (t >= length) {
            throw new IndexOutOfBoundsException(t);
        }
        return values[t];
    }

    /** The values as a fresh array. */
    public double[] values() {
        return Arrays.copyOf(values, length);
    }

    /** The oldest {@code n} values; no copy is made. */
    public Series first(int n) {
        if (n < 0 || n > length) {
            throw new IllegalArgumentException("Invalid origin: %d (must be 0 to %d)".formatted(n, length));
        }
        return new Series(values, n, season);
    }

    /** Whether no value is below zero, so that no forecast may be either. */
    public boolean isNonNegative() {
        return smallest() >= 0;
    }

    /** Whether every value is above zero. */
    public boolean isPositive() {
        return smallest() > 0;
    }

    /** Whether all values are the same, or there are none. */
    boolean isConstant() {
        for (int t = 1; t < length; t++) {
            if (values[t] != values[0]) {
                return false;
            }
        }
        return true;
    }

    double last() {
        return length == 0 ? 0 : values[length - 1];
    }

    /** Mean of the absolute values. */
    double meanSize() {
        double mean = 0;
        for (int t = 0; t < length; t++) {
            mean += Math.abs(values[t]) / length;
        }
        return mean;
    }

    double largestSize() {
        double largest = 0;
        for (int t = 0; t < length; t++) {
            largest = Math.max(largest, Math.abs(values[t]));
        }
        return largest;
    }

    Series times(double factor) {
        double[] scaled = new double[length];
        for (int t = 0; t < length; t++) {
            scaled[t] = values[t] * factor;
        }
        return owning(scaled, season);
    }

    Series withoutSeason() {
        return new Series(values, length, 1);
    }

    private double smallest() {
        double smallest = Double.POSITIVE_INFINITY;
        for (int t = 0; t < length; t++) {
            smallest = Math.min(smallest, values[t]);
        }
        return smallest;
    }

    @Override
    public String toString() {
        return "Series%s, season %d".formatted(Arrays.toString(values()), season);
    }
}
