package cartera.model.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The logistic score of silence: trained on cut-offs whose horizon is over, then set to a level.
 *
 * <p>Past windows tell well who is more at risk than whom, but each has its own level; the level of the coming one is
 * better known to a purchase model, which lets customers age up to the cut-off. Both together by one shift of all
 * logits, which reverses no order.
 */
public final class LogisticScore {

    private static final double PENALTY = 1;

    private final LogisticRegression regression;
    private final double shift;

    private LogisticScore(LogisticRegression regression, double shift) {
        this.regression = regression;
        this.shift = shift;
    }

    static LogisticScore train(List<Panel> closed) {
        return new LogisticScore(LogisticRegression.fit(Panel.examples(closed), PENALTY), 0);
    }

    /** The same order of customers with another mean probability. */
    LogisticScore withMean(double mean, double[][] features) {
        double[] logits = Arrays.stream(features).mapToDouble(regression::logit).toArray();
        return new LogisticScore(regression, Logit.shift(logits, mean));
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

    /** The themes that raise the score, the strongest first. */
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
                .toList();
    }

    /** All that {@link #of} needs, by name; a feature that never varied has none. */
    Map<String, Double> parameters() {
        var parameters = new TreeMap<String, Double>();
        parameters.put("intercept", regression.intercept());
        parameters.put("shift", shift);
        for (Feature feature : Feature.values()) {
            double spread = regression.standard().spreads().of(feature.ordinal());
            if (Double.isFinite(spread)) {
                parameters.put(
                        name(feature, "mean"), regression.standard().means().of(feature.ordinal()));
                parameters.put(name(feature, "spread"), spread);
                parameters.put(name(feature, "coefficient"), regression.coefficient(feature.ordinal()));
            }
        }
        return parameters;
    }

    /** The score of {@link #parameters}. */
    static LogisticScore of(Map<String, Double> parameters) {
        int width = Feature.values().length;
        double[] means = new double[width];
        double[] spreads = new double[width];
        double[] coefficients = new double[width + 1];
        coefficients[0] = parameters.getOrDefault("intercept", 0.0);
        for (Feature feature : Feature.values()) {
            int at = feature.ordinal();
            means[at] = parameters.getOrDefault(name(feature, "mean"), 0.0);
            spreads[at] = parameters.getOrDefault(name(feature, "spread"), Double.POSITIVE_INFINITY);
            coefficients[at + 1] = parameters.getOrDefault(name(feature, "coefficient"), 0.0);
        }
        var standard = new Standard(new Standard.Means(means), new Standard.Means(spreads));
        return new LogisticScore(LogisticRegression.of(standard, coefficients), parameters.getOrDefault("shift", 0.0));
    }

    private static String name(Feature feature, String part) {
        return feature.name().toLowerCase(Locale.ROOT) + "." + part;
    }
}
