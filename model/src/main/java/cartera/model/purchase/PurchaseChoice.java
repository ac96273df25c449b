package cartera.model.purchase;

import cartera.model.fit.Fitted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which purchase model to use.
 *
 * @param chosen may be unusable, too, where the sample allows no model at all: then a rule must do
 * @param candidates all that were fitted
 * @param backtests what the candidates fitted on an earlier sample forecast; empty without a hold-out
 */
public record PurchaseChoice(
        Fitted<PurchaseModel> chosen, List<Fitted<PurchaseModel>> candidates, List<Backtest> backtests) {

    private static final int MOST_STEPS = 12;
    private static final Comparator<Fitted<PurchaseModel>> LIKELIHOOD =
            Comparator.comparingDouble(Fitted::logLikelihood);

    /** A candidate as fitted at an earlier cut-off, and how it did in the weeks after. */
    public record Backtest(Fitted<PurchaseModel> fit, Accuracy accuracy) {}

    public PurchaseChoice {
        candidates = List.copyOf(candidates);
        backtests = List.copyOf(backtests);
    }

    /**
     * The choice without a hold-out: MBG/NBD; of a regular rhythm MBG/CNBD-k with the most likely k, where the gaps are
     * known; the model without dropout of the same k where nobody can be seen to leave.
     */
    public static PurchaseChoice byLikelihood(PurchaseSample sample) {
        return byLikelihood(candidates(sample, List.of(Dropout.AFTER_ANY_PURCHASE)), List.of());
    }

    /** The most likely k comes first: at a wrong one silence between regular purchases may look like dropout. */
    private static PurchaseChoice byLikelihood(List<Fitted<PurchaseModel>> candidates, List<Backtest> backtests) {
        var likeliest = candidates.stream()
                .filter(fit -> fit.model().name().startsWith("mbg"))
                .max(LIKELIHOOD)
                .orElseThrow();
        var steady = candidates.stream()
                .filter(fit -> fit.model() instanceof Nbd && steps(fit) == steps(likeliest))
                .findFirst()
                .orElseThrow();
        return new PurchaseChoice(likeliest.isUsable() ? likeliest : steady, candidates, backtests);
    }

    /**
     * The choice by a hold-out: the likeliest of the usable candidates whose squared errors are not clearly larger than
     * those of the best. One period's errors are too few a witness to tell good models apart, but convict a bad one.
     *
     * @param earlier the sample at the cut-off before the hold-out
     * @param now the sample to fit the choice on; where it is of no use there, likelihood decides
     */
    public static PurchaseChoice byHoldout(PurchaseSample earlier, Holdout holdout, PurchaseSample now) {
        var backtests = allCandidates(earlier).stream()
                .map(fit -> new Backtest(fit, holdout.accuracy(fit.model())))
                .toList();
        var candidates = allCandidates(now);
        return best(backtests, holdout)
                .flatMap(best -> candidates.stream()
                        .filter(fit -> fit.isUsable() && isSameModel(fit, best))
                        .findFirst())
                .map(chosen -> new PurchaseChoice(chosen, candidates, backtests))
                .orElseGet(() -> byLikelihood(candidates, backtests));
    }

    private static Optional<Fitted<PurchaseModel>> best(List<Backtest> backtests, Holdout holdout) {
        var usable = backtests.stream().filter(test -> test.fit().isUsable()).toList();
        return usable.stream()
                .min(Comparator.comparingDouble(test -> test.accuracy().rootMeanSquareError()))
                .flatMap(best -> usable.stream()
                        .map(Backtest::fit)
                        .filter(fit ->
                                !holdout.isClearlyWorse(fit.model(), best.fit().model()))
                        .max(LIKELIHOOD));
    }

    private static boolean isSameModel(Fitted<PurchaseModel> left, Fitted<PurchaseModel> right) {
        return left.model().name().equals(right.model().name()) && steps(left) == steps(right);
    }

    private static int steps(Fitted<PurchaseModel> fit) {
        return (int) Math.round(fit.model().parameters().getOrDefault("k", 1.0));
    }

    private static List<Fitted<PurchaseModel>> allCandidates(PurchaseSample sample) {
        var candidates = candidates(sample, List.of(Dropout.values()));
        candidates.add(ParetoNbd.fit(sample, candidates.get(0)));
        return candidates;
    }

    /** The models of one step and up to the most likely number of steps: log-likelihood has one peak in k. */
    private static List<Fitted<PurchaseModel>> candidates(PurchaseSample sample, List<Dropout> dropouts) {
        var candidates = new ArrayList<Fitted<PurchaseModel>>();
        var some = candidates(sample, dropouts, 1);
        double peak = Double.NEGATIVE_INFINITY;
        for (int k = 2; likelihood(some) > peak; k++) {
            peak = likelihood(some);
            candidates.addAll(some);
            some = k <= mostSteps(sample) ? candidates(sample, dropouts, k) : List.of();
        }
        return candidates;
    }

    private static double likelihood(List<Fitted<PurchaseModel>> fits) {
        return fits.stream().mapToDouble(Fitted::logLikelihood).max().orElse(Double.NEGATIVE_INFINITY);
    }

    private static List<Fitted<PurchaseModel>> candidates(PurchaseSample sample, List<Dropout> dropouts, int k) {
        var steady = Nbd.fit(sample, k);
        var fits = new ArrayList<>(List.of(steady));
        dropouts.forEach(dropout -> fits.add(BetaGeometric.fit(sample, dropout, steady)));
        return fits;
    }

    /** Above one step the gaps must be known. */
    private static int mostSteps(PurchaseSample sample) {
        return sample.repeatPurchases() > 0 && sample.logGapSum().isPresent() ? MOST_STEPS : 1;
    }
}
