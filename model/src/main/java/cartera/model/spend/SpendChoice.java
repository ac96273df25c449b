package cartera.model.spend;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Which spend model to use: Gamma-Gamma does not always win, so that it is compared on every run.
 *
 * @param chosen fitted on the present sample
 * @param backtests every candidate as fitted at an earlier cut-off, and how it did after; empty without a hold-out
 */
public record SpendChoice(SpendModel chosen, List<Backtest> backtests) {

    /** Mean absolute error per customer of the amount expected. */
    public record Backtest(SpendModel model, double meanAbsoluteError) {}

    /** Purchases that everybody's mean counts for: next to none, or more than anybody makes. */
    private static final double OWN_MEAN = 1e-9;

    private static final double EVERYBODYS_MEAN = 1e9;

    private static final Comparator<SpendOutcome> ORDER = Comparator.comparingInt(
                    (SpendOutcome outcome) -> outcome.before().repeatPurchases())
            .thenComparingDouble(outcome -> outcome.before().meanAmount())
            .thenComparingDouble(SpendOutcome::laterMeanAmount);

    public SpendChoice {
        backtests = List.copyOf(backtests);
    }

    /** Gamma-Gamma where it is usable, else the shrunken mean. */
    public static SpendChoice withoutHoldout(SpendSample sample) {
        return new SpendChoice(candidates(sample).get(0), List.of());
    }

    /** The kind of model with the smallest error after the earlier cut-off, made from the present sample. */
    public static SpendChoice byHoldout(SpendSample earlier, Collection<SpendOutcome> outcomes, SpendSample now) {
        if (outcomes.isEmpty()) {
            return withoutHoldout(now);
        }
        var sorted = outcomes.stream().sorted(ORDER).toList();
        var backtests = candidates(earlier).stream()
                .map(model -> new Backtest(model, meanAbsoluteError(model, sorted)))
                .toList();
        var best = backtests.stream()
                .min(Comparator.comparingDouble(Backtest::meanAbsoluteError))
                .orElseThrow()
                .model();
        var present = candidates(now);
        var chosen = present.stream().filter(model -> isSameKind(model, best)).findFirst();
        return new SpendChoice(chosen.orElse(present.get(0)), backtests);
    }

    private static double meanAbsoluteError(SpendModel model, List<SpendOutcome> outcomes) {
        double sum = 0;
        for (var outcome : outcomes) {
            sum += Math.abs(model.expectedAmount(outcome.before()) - outcome.laterMeanAmount());
        }
        return sum / outcomes.size();
    }

    private static boolean isSameKind(SpendModel left, SpendModel right) {
        boolean isSamePrior = !(left instanceof ShrunkenMean one)
                || !(right instanceof ShrunkenMean other)
                || one.priorPurchases() == other.priorPurchases();
        return left.name().equals(right.name()) && isSamePrior;
    }

    /** Gamma-Gamma or what stands in for it comes first: a draw goes to it. */
    private static List<SpendModel> candidates(SpendSample sample) {
        var gammaGamma = GammaGamma.fit(sample);
        return List.of(
                gammaGamma.isUsable() ? gammaGamma.model() : ShrunkenMean.of(sample),
                new ShrunkenMean(sample.meanOfMeans(), OWN_MEAN),
                new ShrunkenMean(sample.meanOfMeans(), EVERYBODYS_MEAN));
    }
}
