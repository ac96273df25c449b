package cartera.model.segment;

import java.util.Arrays;

/** How alike two groupings of the same points are, and how well one holds together. */
public final class Agreement {

    private Agreement() {}

    /**
     * Adjusted Rand index of two groupings: 1 the same up to names, about 0 no more alike than by chance, and 1 where both
     * leave no choice (all in one group, or each alone).
     *
     * <p>Source: L. Hubert and P. Arabie, Comparing partitions, J. Classification 2 (1985), eq. 5.
     */
    public static double adjustedRand(int[] one, int[] other) {
        int rows = Arrays.stream(one).max().orElse(0) + 1;
        int columns = Arrays.stream(other).max().orElse(0) + 1;
        long[] cells = new long[rows * columns];
        long[] ofOne = new long[rows];
        long[] ofOther = new long[columns];
        for (int i = 0; i < one.length; i++) {
            cells[one[i] * columns + other[i]]++;
            ofOne[one[i]]++;
            ofOther[other[i]]++;
        }
        double all = pairs(new long[] {one.length});
        double chance = all == 0 ? 0 : pairs(ofOne) * pairs(ofOther) / all;
        double most = (pairs(ofOne) + pairs(ofOther)) / 2;
        return most == chance ? 1 : (pairs(cells) - chance) / (most - chance);
    }

    private static double pairs(long[] sizes) {
        return Arrays.stream(sizes).mapToDouble(n -> n * (n - 1) / 2.0).sum();
    }

    /**
     * Mean silhouette: (b - a) / max(a, b), a the mean distance to the others of the own group and b that to the nearest
     * other group; 0 for who is alone. Takes time by the square of the points.
     *
     * <p>Source: P. J. Rousseeuw, Silhouettes, J. Computational and Applied Mathematics 20 (1987).
     */
    public static double silhouette(double[][] points, int[] labels, int clusters) {
        int[] sizes = new int[clusters];
        for (int label : labels) {
            sizes[label]++;
        }
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            sum += silhouette(distances(points, labels, clusters, i), sizes, labels[i]);
        }
        return sum / points.length;
    }

    private static double[] distances(double[][] points, int[] labels, int clusters, int i) {
        double[] sums = new double[clusters];
        for (int j = 0; j < points.length; j++) {
            sums[labels[j]] += Math.sqrt(Clustering.squaredDistance(points[i], points[j]));
        }
        return sums;
    }

    private static double silhouette(double[] sums, int[] sizes, int own) {
        if (sizes[own] == 1) {
            return 0;
        }
        double within = sums[own] / (sizes[own] - 1);
        double nearest = Double.POSITIVE_INFINITY;
        for (int c = 0; c < sums.length; c++) {
            if (c != own && sizes[c] > 0) {
                nearest = Math.min(nearest, sums[c] / sizes[c]);
            }
        }
        double larger = Math.max(within, nearest);
        return larger == 0 || larger == Double.POSITIVE_INFINITY ? 0 : (nearest - within) / larger;
    }
}
