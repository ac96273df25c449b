package cartera.model.spend;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Which spend model to use: Gamma-Gamma does not always win, so that it is compared on every run.
 *
 * @param chosen fitted on the present sample
 * @param candidates all of them, made from the present sample
 * @param backtests every candidate as fitted at an earlier cut-off, and how it did after; empty without a hold-out
 */
public record SpendChoice(SpendModel chosen, List<SpendModel> candidates, List<Backtest> backtests) {

    /** Mean absolute error per customer of the amount expected. */
    public record Backtest(SpendModel model, double meanAbsoluteError) {}

    private static final Comparator<SpendOutcome> ORDER = Comparator.comparingInt(
                    (SpendOutcome outcome) -> outcome.before().repeatPurchases())
            .thenComparingDouble(outcome -> outcome.before().meanAmount())
            .thenComparingDouble(SpendOutcome::laterMeanAmount);

    public SpendChoice {
        candidates = List.copyOf(candidates);
        backtests = List.copyOf(backtests);
    }

    /** Gamma-Gamma where it is usable, else the shrunken mean. */
    public static SpendChoice withoutHoldout(SpendSample sample) {
        var candidates = candidates(sample);
        return new SpendChoice(candidates.get(0), candidates, List.of());
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
        var chosen = present.stream()
                .filter(model -> model.name().equals(best.name()))
                .findFirst();
        return new SpendChoice(chosen.orElse(present.get(0)), present, backtests);
    }

    private static double meanAbsoluteError(SpendModel model, List<SpendOutcome> outcomes) {
        double sum = 0;
        for (var outcome : outcomes) {
            sum += Math.abs(model.expectedAmount(outcome.before()) - outcome.laterMeanAmount());
        }
        return sum / outcomes.size();
    }

    /** Gamma-Gamma or what stands in for it comes first: a draw goes to it. */
    private static List<SpendModel> candidates(SpendSample sample) {
        var gammaGamma = GammaGamma.fit(sample);
        return List.of(
                gammaGamma.isUsable() ? gammaGamma.model() : ShrunkenMean.of(sample),
                ShrunkenMean.ownMean(sample),
                ShrunkenMean.globalMean(sample));
    }
}
