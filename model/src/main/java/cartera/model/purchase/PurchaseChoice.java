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
 * @param blend what to forecast with: the usable candidates as they together came closest to the hold-out; without one
 *     the chosen model alone
 */
public record PurchaseChoice(
        Fitted<PurchaseModel> chosen, List<Fitted<PurchaseModel>> candidates, List<Backtest> backtests, Blend blend) {

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

    private static PurchaseChoice byLikelihood(List<Fitted<PurchaseModel>> candidates, List<Backtest> backtests) {
        var chosen = likeliest(candidates);
        return new PurchaseChoice(chosen, candidates, backtests, Blend.of(chosen.model()));
    }

    /** The one of the candidates that likelihood chooses. */
    public Fitted<PurchaseModel> likeliest() {
        return likeliest(candidates);
    }

    /** The most likely k comes first: at a wrong one silence between regular purchases may look like dropout. */
    private static Fitted<PurchaseModel> likeliest(List<Fitted<PurchaseModel>> candidates) {
        var likeliest = candidates.stream()
                .filter(fit -> fit.model().name().startsWith("mbg"))
                .max(LIKELIHOOD)
                .orElseThrow();
        var steady = candidates.stream()
                .filter(fit -> fit.model() instanceof Nbd && steps(fit) == steps(likeliest))
                .findFirst()
                .orElseThrow();
        return likeliest.isUsable() ? likeliest : steady;
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
                .map(chosen -> new PurchaseChoice(
                        chosen, candidates, backtests, blend(chosen, candidates, backtests, holdout)))
                .orElseGet(() -> byLikelihood(candidates, backtests));
    }

    /** The candidates that were usable before the hold-out and are now, weighed by it. */
    private static Blend blend(
            Fitted<PurchaseModel> chosen,
            List<Fitted<PurchaseModel>> candidates,
            List<Backtest> backtests,
            Holdout holdout) {
        var earlier = new ArrayList<PurchaseModel>();
        var now = new ArrayList<PurchaseModel>();
        for (var fit : candidates) {
            backtests.stream()
                    .map(Backtest::fit)
                    .filter(before -> before.isUsable() && fit.isUsable() && isSameModel(before, fit))
                    .findFirst()
                    .ifPresent(before -> {
                        earlier.add(before.model());
                        now.add(fit.model());
                    });
        }
        return Blend.learn(earlier, now, holdout, now.indexOf(chosen.model()));
    }

    /** How a model of the same kind did in the hold-out; empty without one. */
    public Optional<Backtest> backtest(PurchaseModel model) {
        return backtests.stream()
                .filter(test -> test.fit().model().label().equals(model.label()))
                .findFirst();
    }

    /** The blend as fitted before the hold-out; empty without one. */
    public Optional<Blend> earlierBlend() {
        return blend.replaced(model -> backtest(model).map(test -> test.fit().model()));
    }

    /**
     * What totals of the blend are to be scaled by.
     *
     * @param last the hold-out of the choice
     * @param firstSample customers a period before it began; empty if unknown
     * @param firstHoldout what they bought up to its beginning
     */
    public Calibration calibration(Holdout last, Optional<PurchaseSample> firstSample, Optional<Holdout> firstHoldout) {
        var periods = new ArrayList<Calibration.Period>();
        earlierBlend().map(last::period).ifPresent(periods::add);
        firstSample
                .flatMap(blend::refitted)
                .flatMap(before -> firstHoldout.map(holdout -> holdout.period(before)))
                .ifPresent(periods::add);
        return Calibration.of(periods);
    }

    /**
     * The laws to ask who has left: those of the blend that can tell, MBG/NBD in the place of BG/NBD, which takes whoever
     * bought once to be alive for certain. Empty where none can tell: then there is no such probability to show.
     */
    public Optional<Blend> judgesOfLeaving() {
        var judges = new ArrayList<PurchaseModel>();
        var weights = new ArrayList<Double>();
        for (var part : blend.parts()) {
            judge(part.model()).ifPresent(judge -> {
                judges.add(judge);
                weights.add(part.weight());
            });
        }
        return judges.isEmpty()
                ? Optional.empty()
                : Optional.of(Blend.weighed(
                        judges,
                        weights.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    private Optional<PurchaseModel> judge(PurchaseModel model) {
        return candidates.stream()
                .filter(Fitted::isUsable)
                .map(Fitted::model)
                .filter(PurchaseModel::isJudgeOfLeaving)
                .filter(judge -> judge.equals(model) || judge.label().equals("m" + model.label()))
                .findFirst();
    }

    /** A model of the same kind as another, fitted on a sample. */
    static Fitted<PurchaseModel> fit(PurchaseSample sample, PurchaseModel kind) {
        if (kind instanceof BetaGeometric law) {
            return BetaGeometric.fit(sample, law.dropout(), law.k());
        }
        return kind instanceof Nbd steady ? Nbd.fit(sample, steady.k()) : ParetoNbd.fit(sample);
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
        return left.model().label().equals(right.model().label());
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
