package cartera.model.sales;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Whole hundredths of a sum, shared out in proportion, without a remainder. */
final class Shares {

    private Shares() {}

    /**
     * Settles each series: its part of {@code whole} in proportion to its own forecast; where none expects anything, to its
     * sales so far.
     */
    static void settle(List<SalesNode> nodes, long[] whole) {
        List<SalesNode> byKey = nodes.stream()
                .sorted(Comparator.comparing(node -> node.series.key()))
                .toList();
        double[] sold = byKey.stream()
                .mapToDouble(
                        node -> Math.max(0, Arrays.stream(node.series.values()).sum()))
                .toArray();
        byKey.forEach(node -> node.units = new long[whole.length]);
        for (int step = 0; step < whole.length; step++) {
            int at = step;
            double[] weights = byKey.stream()
                    .mapToDouble(node -> Math.max(0, node.own.mid(at)))
                    .toArray();
            long[] shared = shared(whole[step], Arrays.stream(weights).sum() > 0 ? weights : sold);
            for (int i = 0; i < shared.length; i++) {
                byKey.get(i).units[step] = shared[i];
            }
        }
    }

    /** By largest remainders; of equal ones the first gets more. */
    static long[] shared(long whole, double[] weights) {
        double all = Arrays.stream(weights).sum();
        double[] exact = Arrays.stream(weights)
                .map(weight -> all > 0 ? whole * (weight / all) : (double) whole / weights.length)
                .toArray();
        long[] shared = Arrays.stream(exact)
                .mapToLong(value -> (long) Math.floor(value))
                .toArray();
        long left = whole - Arrays.stream(shared).sum();
        int[] order = IntStream.range(0, exact.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Math.floor(exact[i]) - exact[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; left != 0; i++) {
            shared[order[i % order.length]] += Long.signum(left);
            left -= Long.signum(left);
        }
        return shared;
    }
}
