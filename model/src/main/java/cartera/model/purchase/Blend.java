package cartera.model.purchase;

import cartera.model.fit.Fitted;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Several laws weighed together: each is taken to be the true one with a probability, its weight. Forecasts, the law of
 * counts among them, are the weighted means of the parts'.
 *
 * <p>No single model is best in every period, and their errors differ: what one overrates, another underrates.
 *
 * @param parts the heaviest first; the weights sum to 1
 */
public record Blend(List<Part> parts) implements PurchaseForecast {

    /** Customers that the likeliest model counts for beside those the weights are learnt from. */
    private static final double PRIOR_CUSTOMERS = 300;
    /** A part below this weight changes nothing that anybody could see. */
    private static final double LEAST_WEIGHT = 0.01;

    private static final double ROUNDING = 1e-9;

    private static final Comparator<Part> ORDER = Comparator.comparingDouble(Part::weight)
            .reversed()
            .thenComparing(part -> part.model().label());

    /** A law and the probability that it is the true one. */
    public record Part(PurchaseModel model, double weight) {}

    public Blend {
        parts = parts.stream().sorted(ORDER).toList();
        double sum = parts.stream().mapToDouble(Part::weight).sum();
        if (!(Math.abs(sum - 1) < ROUNDING) || parts.stream().anyMatch(part -> !(part.weight() > 0))) {
            throw new IllegalArgumentException("Invalid weights: %s (must be positive and sum to 1)"
                    .formatted(parts.stream().map(Part::weight).toList()));
        }
    }

    /** One law alone. */
    public static Blend of(PurchaseModel model) {
        return new Blend(List.of(new Part(model, 1)));
    }

    /**
     * The weights with which models fitted before a hold-out come closest to it, drawn towards the preferred model as if
     * it had been right about {@value #PRIOR_CUSTOMERS} customers more; then the models as fitted now take over.
     *
     * @param earlier the models as fitted before the hold-out
     * @param now the same models in the same order
     * @param preferred place of the preferred one among them
     */
    static Blend learn(List<PurchaseModel> earlier, List<PurchaseModel> now, Holdout holdout, int preferred) {
        double[] weights = BlendWeights.of(earlier, holdout, preferred);
        double customers =
                holdout.groups().stream().mapToLong(HoldoutGroup::customers).sum();
        for (int i = 0; i < weights.length; i++) {
            double prior = i == preferred ? PRIOR_CUSTOMERS : 0;
            weights[i] = (customers * weights[i] + prior) / (customers + PRIOR_CUSTOMERS);
            weights[i] = weights[i] < LEAST_WEIGHT ? 0 : weights[i];
        }
        return weighed(now, weights);
    }

    /** The models of positive weight; the weights are scaled to sum to 1. */
    static Blend weighed(List<PurchaseModel> models, double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return new Blend(IntStream.range(0, weights.length)
                .filter(i -> weights[i] > 0)
                .mapToObj(i -> new Part(models.get(i), weights[i] / sum))
                .toList());
    }

    /** The same laws with the same weights, fitted on another sample; empty where that does not allow one of them. */
    public Optional<Blend> refitted(PurchaseSample sample) {
        return replaced(model -> Optional.of(PurchaseCandidates.fit(sample, model))
                .filter(Fitted::isUsable)
                .map(Fitted::model));
    }

    /** The same weights on other laws; empty where one of them is not to be had. */
    Optional<Blend> replaced(Function<PurchaseModel, Optional<PurchaseModel>> replacement) {
        var replaced = parts.stream()
                .flatMap(part -> replacement.apply(part.model()).stream().map(model -> new Part(model, part.weight())))
                .toList();
        return replaced.size() == parts.size() ? Optional.of(new Blend(replaced)) : Optional.empty();
    }

    /** The weight of a law; 0 of one that is no part. */
    public double weight(PurchaseModel model) {
        return parts.stream()
                .filter(part -> part.model().equals(model))
                .mapToDouble(Part::weight)
                .sum();
    }

    /** The weighted mean of what the parts expect of several customers, each. */
    double[] meanOfEach(Function<PurchaseModel, double[]> answers) {
        double[][] each = parts.stream().map(Part::model).map(answers).toArray(double[][]::new);
        double[] mean = new double[each[0].length];
        for (int part = 0; part < each.length; part++) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += parts.get(part).weight() * each[part][i];
            }
        }
        return mean;
    }

    @Override
    public double expectedPurchases(PurchaseHistory history, double weeks) {
        return mean(model -> model.expectedPurchases(history, weeks));
    }

    @Override
    public double probabilityOfNoPurchase(PurchaseHistory history, double weeks) {
        return mean(model -> model.probabilityOfNoPurchase(history, weeks));
    }

    @Override
    public double[] purchaseDistribution(PurchaseHistory history, double weeks) {
        double[] sum = {};
        for (Part part : parts) {
            double[] counts = part.model().purchaseDistribution(history, weeks);
            sum = Arrays.copyOf(sum, Math.max(sum.length, counts.length));
            for (int n = 0; n < counts.length; n++) {
                sum[n] += part.weight() * counts[n];
            }
        }
        return sum;
    }

    /** Probability that the customer has not left for good. */
    public double probabilityAlive(PurchaseHistory history) {
        return mean(model -> model.probabilityAlive(history));
    }

    private double mean(ToDoubleFunction<PurchaseModel> answer) {
        double sum = 0;
        for (Part part : parts) {
            sum += part.weight() * answer.applyAsDouble(part.model());
        }
        return sum;
    }

    /** One line for a table; {@link #parse} reads it: {@code 0.7 mbg_nbd r=0.52 ..; 0.3 nbd r=0.38 ..}. */
    public String text() {
        return parts.stream()
                .map(part -> part.weight() + " " + part.model().text())
                .collect(Collectors.joining("; "));
    }

    /**
     * The blend of a {@link #text}.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static Blend parse(String text) {
        return new Blend(Arrays.stream(text.split("; ", -1)).map(Blend::part).toList());
    }

    private static Part part(String text) {
        String[] weightAndLaw = text.split(" ", 2);
        if (weightAndLaw.length < 2) {
            throw new IllegalArgumentException("Invalid blend: '%s' (weight, model and parameters)".formatted(text));
        }
        return new Part(PurchaseModel.parse(weightAndLaw[1]), Double.parseDouble(weightAndLaw[0]));
    }
}
