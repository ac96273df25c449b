package cartera.model.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The logistic score of silence: trained on cut-offs whose horizon is over, then set to a level.
 *
 * <p>Past windows tell well who is more at risk than whom, but each has its own level; the level of the coming one is
 * better known to a purchase model, which lets customers age up to the cut-off. Both together by one shift of all
 * logits, which reverses no order.
 */
public final class LogisticScore {

    private static final double PENALTY = 1;
    private static final int REASONS = 3;
    /** A logit of 40 is certainty. */
    private static final double FARTHEST = 40;

    private final LogisticRegression regression;
    private final double shift;

    private LogisticScore(LogisticRegression regression, double shift) {
        this.regression = regression;
        this.shift = shift;
    }

    static LogisticScore train(List<Panel> closed) {
        double[][] features = closed.stream()
                .flatMap(panel -> Arrays.stream(panel.features()))
                .toArray(double[][]::new);
        double[] labels = closed.stream().flatMapToDouble(LogisticScore::labels).toArray();
        return new LogisticScore(LogisticRegression.fit(features, labels, PENALTY), 0);
    }

    private static DoubleStream labels(Panel panel) {
        boolean[] churned = panel.outcomes();
        return IntStream.range(0, churned.length).mapToDouble(i -> churned[i] ? 1 : 0);
    }

    /** The same order of customers with another mean probability, by bisection over the shift. */
    LogisticScore withMean(double mean, double[][] features) {
        double[] logits =
                Arrays.stream(features).mapToDouble(regression::logit).sorted().toArray();
        double low = -FARTHEST;
        double high = FARTHEST;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            double reached = Arrays.stream(logits)
                    .map(logit -> Logit.probability(logit + middle))
                    .average()
                    .orElse(mean);
            low = reached < mean ? middle : low;
            high = reached < mean ? high : middle;
        }
        return new LogisticScore(regression, (low + high) / 2);
    }

    /** The regression, before the shift. */
    public LogisticRegression regression() {
        return regression;
    }

    /** What was added to all logits to reach the level. */
    public double shift() {
        return shift;
    }

    /** Probability of no purchase in the horizon. */
    public double probability(double[] features) {
        return Logit.probability(regression.logit(features) + shift);
    }

    double[] probabilities(double[][] features) {
        return Arrays.stream(features).mapToDouble(this::probability).toArray();
    }

    /** The themes that raise the score most, the strongest first: at most three, fewer where fewer raise it. */
    public List<Reason> reasons(double[] features) {
        var sums = new EnumMap<Theme, Double>(Theme.class);
        double[] contributions = regression.contributions(features);
        for (Feature feature : Feature.values()) {
            sums.merge(feature.theme(), contributions[feature.ordinal()], Double::sum);
        }
        var reasons = new ArrayList<Reason>();
        sums.forEach((theme, sum) -> reasons.add(new Reason(theme, sum)));
        return reasons.stream()
                .filter(reason -> reason.contribution() > 0)
                .sorted(Comparator.comparingDouble(Reason::contribution)
                        .reversed()
                        .thenComparing(Reason::theme))
                .limit(REASONS)
                .toList();
    }
}
