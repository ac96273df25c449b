package cartera.model.forecast;

import java.util.stream.IntStream;

/**
 * A forecast with its intervals: one element a step, all arrays of one length.
 *
 * <p>Units: those of the series. {@code low80} and {@code high80} bound the central 80 %: one future value in ten is expected
 * below, one above.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Bands(
        double[] mid,
        double[] low50,
        double[] high50,
        double[] low80,
        double[] high80,
        double[] low95,
        double[] high95) {

    public Bands {
        for (double[] bound : new double[][] {low50, high50, low80, high80, low95, high95}) {
            if (bound.length != mid.length) {
                throw new IllegalArgumentException(
                        "Invalid bound: %d steps (the forecast has %d)".formatted(bound.length, mid.length));
            }
        }
    }

    /** Number of periods forecast. */
    public int steps() {
        return mid.length;
    }

    /** The same with nothing below zero: for series that cannot be negative. */
    Bands nonNegative() {
        return new Bands(
                floored(mid),
                floored(low50),
                floored(high50),
                floored(low80),
                floored(high80),
                floored(low95),
                floored(high95));
    }

    private static double[] floored(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> Math.max(0, values[i]))
                .toArray();
    }
}
