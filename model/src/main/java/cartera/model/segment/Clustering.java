package cartera.model.segment;

import java.util.Arrays;

/**
 * Groups by their centres: a point belongs to the nearest, of equally near ones to the first.
 *
 * @param centers a row for each group
 * @param inertia sum of the squared distances of the points it was fitted to from their centres
 */
public record Clustering(double[][] centers, double inertia) {

    /** The group of a point, counted from 0. */
    public int nearest(double[] point) {
        int nearest = 0;
        for (int c = 1; c < centers.length; c++) {
            if (squaredDistance(point, centers[c]) < squaredDistance(point, centers[nearest])) {
                nearest = c;
            }
        }
        return nearest;
    }

    /** The group of each point. */
    public int[] labels(double[][] points) {
        return Arrays.stream(points).mapToInt(this::nearest).toArray();
    }

    /** The same groups in another order: {@code order[i]} becomes the i-th. */
    public Clustering ordered(int[] order) {
        return new Clustering(Arrays.stream(order).mapToObj(c -> centers[c]).toArray(double[][]::new), inertia);
    }

    /**
     * The same groups in the order in which they lie nearest to those of another clustering of as many groups and in the
     * same scale: by the smallest sum of squared distances of the paired centres.
     */
    public Clustering matched(Clustering other) {
        int[] order = new int[centers.length];
        int[] best = new int[centers.length];
        pair(other, order, best, 0, 0, Double.POSITIVE_INFINITY);
        return ordered(best);
    }

    /** Tries every pairing, leaving off where a part of it costs more than the best so far. */
    private double pair(Clustering other, int[] order, int[] best, int filled, double cost, double least) {
        if (cost >= least) {
            return least;
        }
        if (filled == order.length) {
            System.arraycopy(order, 0, best, 0, order.length);
            return cost;
        }
        double found = least;
        for (int c = 0; c < centers.length; c++) {
            if (!holds(order, filled, c)) {
                order[filled] = c;
                double further = squaredDistance(centers[c], other.centers[filled]);
                found = pair(other, order, best, filled + 1, cost + further, found);
            }
        }
        return found;
    }

    private static boolean holds(int[] order, int filled, int c) {
        return Arrays.stream(order, 0, filled).anyMatch(taken -> taken == c);
    }

    static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return sum;
    }
}
