package cartera.model.churn;

import cartera.model.fit.Fitted;
import cartera.model.purchase.PurchaseModel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The customers known at the end of one day, with what can be said of them from what was known then.
 *
 * <p>Nothing after that day can get in: the customers are cut first, and only {@link #outcomes} looks further.
 */
final class Panel {

    private static final double DAYS_PER_WEEK = 7;

    private final int horizonDays;
    private final Known known;
    /** With their future; what they may be asked is in {@link #known}. */
    private final List<CustomerDays> customers;

    private double @Nullable [] silence;
    private double @Nullable [] @Nullable [] features;

    /** A panel of the customers of {@code known}, given once more with their days after it. */
    Panel(Known known, List<CustomerDays> customers, int horizonDays) {
        this.known = known;
        this.customers = customers;
        this.horizonDays = horizonDays;
    }

    int size() {
        return customers.size();
    }

    long cutDay() {
        return known.cutDay();
    }

    int horizonDays() {
        return horizonDays;
    }

    long repeatBuyers() {
        return known.repeatBuyers();
    }

    /** The purchase model of the day. */
    Fitted<PurchaseModel> model() {
        return known.model();
    }

    /** The purchase model's probability of no purchase in the horizon. */
    double[] silence() {
        double[] found = silence;
        if (found == null) {
            var model = model().model();
            found = known.customers().stream()
                    .mapToDouble(
                            one -> model.probabilityOfNoPurchase(one.history(cutDay()), horizonDays / DAYS_PER_WEEK))
                    .toArray();
            silence = found;
        }
        return found.clone();
    }

    double[] silentDays() {
        return known.customers().stream()
                .mapToDouble(one -> cutDay() - one.lastDay())
                .toArray();
    }

    double[][] features() {
        if (features == null) {
            double[] silent = silence();
            features = IntStream.range(0, size())
                    .mapToObj(i -> new Snapshot(known.customers().get(i), cutDay(), horizonDays, silent[i]).features())
                    .toArray(double[][]::new);
        }
        return features.clone();
    }

    /** How many of the features tell customers of any panel apart: what a source does not tell is the same for all. */
    static int telling(List<Panel> panels) {
        double[][] rows = features(panels);
        return (int) IntStream.range(0, Feature.values().length)
                .filter(j -> Arrays.stream(rows).anyMatch(row -> row[j] != rows[0][j]))
                .count();
    }

    private static double[][] features(List<Panel> panels) {
        return panels.stream().flatMap(panel -> Arrays.stream(panel.features())).toArray(double[][]::new);
    }

    /** What the customers of some panels did, from what was known of them. */
    static Examples examples(List<Panel> panels) {
        boolean[] churned = outcomes(panels);
        double[] labels = IntStream.range(0, churned.length)
                .mapToDouble(i -> churned[i] ? 1 : 0)
                .toArray();
        return new Examples(features(panels), labels);
    }

    /** Whether each customer bought nothing in the horizon. */
    boolean[] outcomes() {
        boolean[] churned = new boolean[customers.size()];
        for (int i = 0; i < churned.length; i++) {
            churned[i] = customers.get(i).purchaseDays(cutDay(), cutDay() + horizonDays) == 0;
        }
        return churned;
    }

    /** Share of the customers who bought nothing in the horizon. */
    double churned() {
        return count(outcomes()) / Math.max(1, customers.size());
    }

    /** The outcomes of all customers of some panels, in their order. */
    static boolean[] outcomes(List<Panel> panels) {
        boolean[] all = new boolean[panels.stream().mapToInt(Panel::size).sum()];
        int at = 0;
        for (Panel panel : panels) {
            boolean[] some = panel.outcomes();
            System.arraycopy(some, 0, all, at, some.length);
            at += some.length;
        }
        return all;
    }

    static double count(boolean[] churned) {
        int count = 0;
        for (boolean one : churned) {
            count += one ? 1 : 0;
        }
        return count;
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }
}
