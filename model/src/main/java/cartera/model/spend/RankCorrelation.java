package cartera.model.spend;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Spearman's rank correlation. */
final class RankCorrelation {

    private RankCorrelation() {}

    static double of(double[] left, double[] right) {
        return correlation(ranks(left), ranks(right));
    }

    /** Ranks from 1; equal values share the mean of theirs. */
    private static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + to + 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    private static double correlation(double[] left, double[] right) {
        double middle = (left.length + 1) / 2.0;
        double together = 0;
        double leftSquares = 0;
        double rightSquares = 0;
        for (int i = 0; i < left.length; i++) {
            together += (left[i] - middle) * (right[i] - middle);
            leftSquares += (left[i] - middle) * (left[i] - middle);
            rightSquares += (right[i] - middle) * (right[i] - middle);
        }
        double product = Math.sqrt(leftSquares) * Math.sqrt(rightSquares);
        return product > 0 ? together / product : 0;
    }
}
