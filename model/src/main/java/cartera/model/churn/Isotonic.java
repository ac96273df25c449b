package cartera.model.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Isotonic calibration: the rising steps that fit the outcomes best, by pooling adjacent violators, joined by straight
 * lines between the mean scores of the steps so that an order within a step stays.
 *
 * <p>Source: B. Zadrozny and C. Elkan, Transforming classifier scores into accurate multiclass probability estimates,
 * KDD 2002; M. Ayer et al., Ann. Math. Statist. 26 (1955). Each step's share is drawn towards the whole by one customer,
 * so that no probability is 0 or 1.
 */
public final class Isotonic implements Calibration {

    private record Step(double scores, double labels, double customers) {

        double score() {
            return scores / customers;
        }

        double share() {
            return labels / customers;
        }

        Step and(Step other) {
            return new Step(scores + other.scores, labels + other.labels, customers + other.customers);
        }
    }

    private final double[] scores;
    private final double[] shares;

    private Isotonic(List<Step> steps, double base) {
        scores = steps.stream().mapToDouble(Step::score).toArray();
        shares = steps.stream()
                .mapToDouble(step -> (step.labels() + base) / (step.customers() + 1))
                .toArray();
        // drawing steps towards the whole may swap neighbours of unequal size
        for (int i = 1; i < shares.length; i++) {
            shares[i] = Math.max(shares[i], shares[i - 1]);
        }
    }

    /** Fits to scores and outcomes, in any order, at least one. */
    public static Isotonic fit(double[] scores, boolean[] churned) {
        var ranking = Ranking.of(scores, churned);
        var steps = new ArrayList<Step>();
        for (var tie : ranking.rising()) {
            var step = new Step(tie.score() * tie.customers(), tie.churned(), tie.customers());
            while (!steps.isEmpty() && steps.get(steps.size() - 1).share() >= step.share()) {
                step = steps.remove(steps.size() - 1).and(step);
            }
            steps.add(step);
        }
        return new Isotonic(steps, (ranking.churned() + 0.5) / (ranking.customers() + 1.0));
    }

    @Override
    public double probability(double score) {
        int found = Arrays.binarySearch(scores, score);
        int above = found >= 0 ? found : -found - 1;
        if (above == 0 || above == scores.length) {
            return shares[Math.min(above, scores.length - 1)];
        }
        double way = (score - scores[above - 1]) / (scores[above] - scores[above - 1]);
        return shares[above - 1] + way * (shares[above] - shares[above - 1]);
    }
}
