package cartera.model.segment;

import static cartera.model.segment.Clustering.squaredDistance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * k-means: Lloyd's steps from several k-means++ starts, the smallest inertia wins. The same seed and the same points in
 * the same order give the same bits on any number of threads.
 *
 * <p>Source: D. Arthur and S. Vassilvitskii, k-means++: the advantages of careful seeding, SODA 2007.
 *
 * @param clusters 1 or more; of fewer different points some groups are empty
 * @param starts 1 or more
 */
public record KMeans(int clusters, int starts, long seed) {

    private static final int STEPS = 300;

    public KMeans {
        if (clusters < 1 || starts < 1) {
            throw new IllegalArgumentException(
                    "Invalid k-means: %d clusters, %d starts (1 or more of both)".formatted(clusters, starts));
        }
    }

    /** The groups of some points, a row for each, at least one. */
    public Clustering fit(double[][] points) {
        return IntStream.range(0, starts)
                .parallel()
                .mapToObj(start -> fit(points, new Random(seed + start)))
                .toList()
                .stream()
                .min(Comparator.comparingDouble(Clustering::inertia))
                .orElseThrow();
    }

    private Clustering fit(double[][] points, Random random) {
        Clustering clustering = new Clustering(spread(points, random), 0);
        int[] labels = clustering.labels(points);
        for (int step = 0; step < STEPS; step++) {
            clustering = centered(points, labels, clustering.centers());
            int[] moved = clustering.labels(points);
            if (Arrays.equals(moved, labels)) {
                break;
            }
            labels = moved;
        }
        return new Clustering(clustering.centers(), inertia(points, labels, clustering.centers()));
    }

    /** First centres: each a point, drawn with probability proportional to its squared distance from those before. */
    private double[][] spread(double[][] points, Random random) {
        double[][] centers = new double[clusters][];
        centers[0] = points[random.nextInt(points.length)];
        double[] distances = new double[points.length];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        for (int c = 1; c < clusters; c++) {
            double sum = 0;
            for (int i = 0; i < points.length; i++) {
                distances[i] = Math.min(distances[i], squaredDistance(points[i], centers[c - 1]));
                sum += distances[i];
            }
            centers[c] = points[drawn(distances, sum * random.nextDouble())];
        }
        return centers;
    }

    private static int drawn(double[] weights, double mark) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            if (sum > mark) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** The means of the groups; an empty one keeps its centre. */
    private static Clustering centered(double[][] points, int[] labels, double[][] before) {
        double[][] centers = new double[before.length][before[0].length];
        int[] sizes = new int[before.length];
        for (int i = 0; i < points.length; i++) {
            sizes[labels[i]]++;
            for (int j = 0; j < points[i].length; j++) {
                centers[labels[i]][j] += points[i][j];
            }
        }
        for (int c = 0; c < centers.length; c++) {
            for (int j = 0; j < centers[c].length; j++) {
                centers[c][j] = sizes[c] == 0 ? before[c][j] : centers[c][j] / sizes[c];
            }
        }
        return new Clustering(centers, 0);
    }

    private static double inertia(double[][] points, int[] labels, double[][] centers) {
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            sum += squaredDistance(points[i], centers[labels[i]]);
        }
        return sum;
    }
}
