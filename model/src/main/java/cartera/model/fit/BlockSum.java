package cartera.model.fit;

import java.util.stream.IntStream;

/** Sums over rows in blocks of fixed size, added in their order: the same bits on any number of threads. */
public final class BlockSum {

    private static final int BLOCK = 8192;

    /** Adds the terms of rows {@code from} (inclusive) to {@code to} (exclusive) to {@code sums}. */
    @FunctionalInterface
    public interface Terms {
        void add(int from, int to, double[] sums);
    }

    private BlockSum() {}

    /** The {@code width} sums over {@code rows} rows. */
    public static double[] of(int rows, int width, Terms terms) {
        if (rows <= BLOCK) {
            double[] sums = new double[width];
            terms.add(0, rows, sums);
            return sums;
        }
        int blocks = (rows + BLOCK - 1) / BLOCK;
        double[][] parts = IntStream.range(0, blocks)
                .parallel()
                .mapToObj(block -> part(block, rows, width, terms))
                .toArray(double[][]::new);
        double[] sums = new double[width];
        for (double[] part : parts) {
            for (int i = 0; i < width; i++) {
                sums[i] += part[i];
            }
        }
        return sums;
    }

    private static double[] part(int block, int rows, int width, Terms terms) {
        double[] part = new double[width];
        terms.add(block * BLOCK, Math.min(rows, (block + 1) * BLOCK), part);
        return part;
    }
}
