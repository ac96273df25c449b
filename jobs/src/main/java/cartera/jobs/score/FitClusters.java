package cartera.jobs.score;

import static cartera.jobs.engine.Row.required;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.TableStep;
import cartera.model.segment.ClusterChoice;
import cartera.model.segment.Clustering;
import cartera.model.segment.Scaling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Groups of the company's customers by likeness; nothing where there are hardly any different ones.
 *
 * <p>Rows: weeks_ago (0 or 1), recency_days, frequency, monetary of each customer.
 */
public final class FitClusters implements TableStep {

    private static final Row.Header GROUP = Row.Header.named(
            "weeks_ago",
            "clusters",
            "cluster",
            "is_chosen",
            "customers",
            "recency_days",
            "frequency",
            "monetary",
            "center_r",
            "center_f",
            "center_m",
            "mean_r",
            "mean_f",
            "mean_m",
            "deviation_r",
            "deviation_f",
            "deviation_m",
            "inertia",
            "silhouette",
            "stability");
    private static final int MOST_CUSTOMERS = 10_000;
    private static final long SEED = 20_260_101;

    @Override
    public List<Row> apply(Iterator<Row> rows) {
        List<double[]> now = new ArrayList<>();
        List<double[]> before = new ArrayList<>();
        rows.forEachRemaining(row -> (required(row.integer("weeks_ago")) == 0 ? now : before).add(measures(row)));
        return now.isEmpty() ? List.of() : new Fit(sorted(now), sorted(before)).rows();
    }

    private static double[] measures(Row row) {
        return new double[] {
            required(row.number("recency_days")), required(row.number("frequency")), required(row.number("monetary"))
        };
    }

    /** In an order of their own, so that the fit does not depend on that of the rows. */
    private static double[][] sorted(List<double[]> measures) {
        return measures.stream().sorted(Arrays::compare).toArray(double[][]::new);
    }

    /** The groups of today in their order, and those of the week before named after them. */
    private static final class Fit {

        private final Scaling scaling;
        private final double[][] now;
        private final double[][] before;

        Fit(double[][] now, double[][] before) {
            this.scaling = Scaling.of(now);
            this.now = scaling.apply(now);
            this.before = scaling.apply(before);
        }

        List<Row> rows() {
            ClusterChoice choice = ClusterChoice.of(ClusterChoice.every(now, MOST_CUSTOMERS), SEED);
            Optional<ClusterChoice.Candidate> chosen = choice.chosen();
            List<Row> rows = new ArrayList<>();
            for (ClusterChoice.Candidate candidate : choice.candidates()) {
                boolean isChosen = chosen.filter(candidate::equals).isPresent();
                Clustering named = named(candidate.clustering());
                for (int c = 0; c < candidate.clusters(); c++) {
                    rows.add(row(0, named, c, isChosen, sizes(named, now), candidate));
                }
                if (isChosen && before.length > 0) {
                    rows.addAll(before(named));
                }
            }
            return rows;
        }

        private List<Row> before(Clustering today) {
            Clustering matched = ClusterChoice.fit(
                            ClusterChoice.every(before, MOST_CUSTOMERS), today.centers().length, SEED)
                    .matched(today);
            long[] sizes = sizes(matched, before);
            return IntStream.range(0, today.centers().length)
                    .mapToObj(c -> row(1, matched, c, true, sizes, null))
                    .toList();
        }

        /** From the best to the worst: recent, frequent, large. */
        private static Clustering named(Clustering clustering) {
            double[][] centers = clustering.centers();
            return clustering.ordered(IntStream.range(0, centers.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer c) -> centers[c][0] - centers[c][1] - centers[c][2])
                            .thenComparing(c -> centers[c], Arrays::compare))
                    .mapToInt(c -> c)
                    .toArray());
        }

        private static long[] sizes(Clustering clustering, double[][] points) {
            long[] sizes = new long[clustering.centers().length];
            for (int label : clustering.labels(points)) {
                sizes[label]++;
            }
            return sizes;
        }

        private Row row(
                int weeksAgo,
                Clustering clustering,
                int c,
                Boolean isChosen,
                long[] sizes,
                ClusterChoice.@Nullable Candidate candidate) {
            double[] center = clustering.centers()[c];
            double[] means = scaling.means();
            double[] deviations = scaling.deviations();
            return GROUP.row(
                    (long) weeksAgo,
                    (long) clustering.centers().length,
                    c + 1L,
                    isChosen,
                    sizes[c],
                    Math.expm1(center[0] * deviations[0] + means[0]),
                    Math.expm1(center[1] * deviations[1] + means[1]),
                    Math.expm1(center[2] * deviations[2] + means[2]),
                    center[0],
                    center[1],
                    center[2],
                    means[0],
                    means[1],
                    means[2],
                    deviations[0],
                    deviations[1],
                    deviations[2],
                    clustering.inertia(),
                    candidate == null ? null : (Double) candidate.silhouette(),
                    candidate == null ? null : (Double) candidate.stability());
        }
    }
}
