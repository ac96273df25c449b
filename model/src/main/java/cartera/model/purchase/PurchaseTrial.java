package cartera.model.purchase;

import cartera.model.fit.Fitted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How every model, fitted on the customers of an earlier cut-off, forecast the hold-out after it.
 *
 * <p>Of more different histories than 10,000 as many customers are taken to fit on: what more of them would change in a
 * forecast is small beside the noise of a period. The hold-out is that of all customers.
 *
 * @param backtests one for each model
 */
public record PurchaseTrial(List<PurchaseChoice.Backtest> backtests, Holdout holdout) {

    static final int MOST_HISTORIES = 10_000;

    public PurchaseTrial {
        backtests = List.copyOf(backtests);
    }

    /** Fits all models at the earlier cut-off and holds them against what came after. */
    public static PurchaseTrial of(PurchaseSample earlier, Holdout holdout) {
        return new PurchaseTrial(
                PurchaseCandidates.all(earlier.thinned(MOST_HISTORIES)).stream()
                        .map(fit -> new PurchaseChoice.Backtest(fit, holdout.accuracy(fit.model())))
                        .toList(),
                holdout);
    }

    /** The usable models as they together came closest to the hold-out; empty where none is usable. */
    public Optional<Blend> blend() {
        return best().map(best -> {
            var models = usable().map(Fitted::model).toList();
            return Blend.learn(models, models, holdout, models.indexOf(best.model()));
        });
    }

    /**
     * The choice for the same customers at present: the likeliest of the usable models whose squared errors are not clearly
     * larger than those of the best; where it is of no use there, likelihood decides. One period's errors are too few a
     * witness to tell good models apart, but convict a bad one.
     */
    public PurchaseChoice choice(PurchaseSample now) {
        var candidates = PurchaseCandidates.all(now);
        return best().flatMap(best -> candidates.stream()
                        .filter(fit -> fit.isUsable() && isSameModel(fit, best))
                        .findFirst())
                .map(chosen -> new PurchaseChoice(chosen, candidates, backtests, blend(chosen, candidates)))
                .orElseGet(() -> PurchaseChoice.byLikelihood(candidates, backtests));
    }

    /** The candidates that were usable before the hold-out and are now, weighed by it. */
    private Blend blend(Fitted<PurchaseModel> chosen, List<Fitted<PurchaseModel>> candidates) {
        var earlier = new ArrayList<PurchaseModel>();
        var now = new ArrayList<PurchaseModel>();
        for (var fit : candidates) {
            usable().filter(before -> fit.isUsable() && isSameModel(before, fit))
                    .findFirst()
                    .ifPresent(before -> {
                        earlier.add(before.model());
                        now.add(fit.model());
                    });
        }
        return Blend.learn(earlier, now, holdout, now.indexOf(chosen.model()));
    }

    private Optional<Fitted<PurchaseModel>> best() {
        return backtests.stream()
                .filter(test -> test.fit().isUsable())
                .min(Comparator.comparingDouble(test -> test.accuracy().rootMeanSquareError()))
                .flatMap(best -> usable().filter(fit ->
                                !holdout.isClearlyWorse(fit.model(), best.fit().model()))
                        .max(PurchaseCandidates.LIKELIHOOD));
    }

    private Stream<Fitted<PurchaseModel>> usable() {
        return backtests.stream().map(PurchaseChoice.Backtest::fit).filter(Fitted::isUsable);
    }

    private static boolean isSameModel(Fitted<PurchaseModel> left, Fitted<PurchaseModel> right) {
        return left.model().label().equals(right.model().label());
    }
}
