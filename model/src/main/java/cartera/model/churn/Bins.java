package cartera.model.churn;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Up to 64 bins of each feature with about as many examples each: what a tree may split between. */
final class Bins {

    private static final int MOST = 64;

    private final double[][] cuts;

    private Bins(double[][] cuts) {
        this.cuts = cuts;
    }

    static Bins of(Examples examples) {
        return new Bins(IntStream.range(0, examples.width())
                .mapToObj(j -> cuts(examples.values(j).sorted().toArray()))
                .toArray(double[][]::new));
    }

    /** Halfway between neighbours of different value. */
    private static double[] cuts(double[] sorted) {
        double[] values = Arrays.stream(sorted).distinct().toArray();
        double[] lower = values.length <= MOST
                ? values
                : IntStream.range(1, MOST)
                        .mapToDouble(b -> sorted[(int) ((long) b * sorted.length / MOST)])
                        .distinct()
                        .toArray();
        return Arrays.stream(lower)
                .filter(value -> value < values[values.length - 1])
                .map(value -> value / 2 + values[Arrays.binarySearch(values, value) + 1] / 2)
                .toArray();
    }

    /**
     * The bins of a feature by row.
     *
     * @param count how many bins there are; 1 says nothing
     * @param usual the bin of most rows
     * @param others the rows in other bins, ascending
     */
    record Column(byte[] bins, int count, int usual, int[] others) {

        static Column of(byte[] bins, int count) {
            int[] rows = new int[count];
            for (byte bin : bins) {
                rows[bin]++;
            }
            int usual = 0;
            for (int b = 1; b < count; b++) {
                usual = rows[b] > rows[usual] ? b : usual;
            }
            int most = usual;
            return new Column(
                    bins,
                    count,
                    usual,
                    IntStream.range(0, bins.length).filter(i -> bins[i] != most).toArray());
        }
    }

    /** The bins of some rows, by feature. */
    Column[] of(double[][] rows) {
        return IntStream.range(0, cuts.length)
                .mapToObj(j -> Column.of(column(rows, j), cuts[j].length + 1))
                .toArray(Column[]::new);
    }

    private byte[] column(double[][] rows, int j) {
        byte[] column = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int at = Arrays.binarySearch(cuts[j], rows[i][j]);
            column[i] = (byte) (at >= 0 ? at : -at - 1);
        }
        return column;
    }
}
