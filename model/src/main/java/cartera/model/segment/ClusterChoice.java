package cartera.model.segment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How many groups hold. For each number of groups: k-means of 20 starts; the mean adjusted Rand index of 20 bootstrap
 * samples, each grouped anew and applied to all points; the silhouette. Chosen is, among those with an index of 0.85 and
 * more, the one of the highest silhouette, of equal ones the fewest groups; none where none is stable.
 *
 * <p>Source: C. Hennig, Cluster-wise assessment of cluster stability, Computational Statistics and Data Analysis 52 (2007),
 * for the bootstrap; the limit of 0.85 is a convention.
 */
public record ClusterChoice(List<Candidate> candidates) {

    /** From so many on a grouping is stable. */
    public static final double STABLE = 0.85;

    private static final int FEWEST = 3;
    private static final int MOST = 8;
    private static final int STARTS = 20;
    private static final int SAMPLES = 20;
    private static final int SAMPLE_STARTS = 4;
    /** Distances of all pairs are too many beyond. */
    private static final int SILHOUETTE_POINTS = 5000;

    /**
     * One number of groups.
     *
     * @param stability mean adjusted Rand index of the bootstrap samples
     */
    public record Candidate(int clusters, Clustering clustering, double stability, double silhouette) {}

    /** Tries 3 to 8 groups, as many as there are different points; the points in one order, whatever theirs was. */
    public static ClusterChoice of(double[][] points, long seed) {
        long different = Arrays.stream(points)
                .map(Arrays::toString)
                .distinct()
                .limit(MOST + 1)
                .count();
        return new ClusterChoice(IntStream.rangeClosed(FEWEST, MOST)
                .filter(clusters -> clusters < different)
                .mapToObj(clusters -> candidate(points, clusters, seed))
                .toList());
    }

    /** The number of groups to use; empty where none is stable. */
    public Optional<Candidate> chosen() {
        return candidates.stream()
                .filter(candidate -> candidate.stability() >= STABLE)
                .max(Comparator.comparingDouble(Candidate::silhouette)
                        .thenComparing(Candidate::clusters, Comparator.reverseOrder()));
    }

    /** The grouping with a number of groups, of 20 starts. */
    public static Clustering fit(double[][] points, int clusters, long seed) {
        return new KMeans(clusters, STARTS, seed).fit(points);
    }

    private static Candidate candidate(double[][] points, int clusters, long seed) {
        Clustering clustering = fit(points, clusters, seed);
        double[][] some = every(points, SILHOUETTE_POINTS);
        return new Candidate(
                clusters,
                clustering,
                stability(points, clustering, seed),
                Agreement.silhouette(some, clustering.labels(some), clusters));
    }

    private static double stability(double[][] points, Clustering clustering, long seed) {
        int[] labels = clustering.labels(points);
        KMeans kMeans = new KMeans(clustering.centers().length, SAMPLE_STARTS, seed);
        return IntStream.range(0, SAMPLES)
                        .mapToDouble(sample -> Agreement.adjustedRand(
                                labels,
                                kMeans.fit(drawn(points, new Random(seed - 1 - sample)))
                                        .labels(points)))
                        .sum()
                / SAMPLES;
    }

    private static double[][] drawn(double[][] points, Random random) {
        return IntStream.range(0, points.length)
                .mapToObj(i -> points[random.nextInt(points.length)])
                .toArray(double[][]::new);
    }

    /** At most so many points, evenly spread over the order of the rows. */
    public static double[][] every(double[][] points, int most) {
        if (points.length <= most) {
            return points;
        }
        return IntStream.range(0, most)
                .mapToObj(i -> points[(int) ((long) i * points.length / most)])
                .toArray(double[][]::new);
    }
}
