package cartera.model.purchase;

import cartera.model.fit.Fitted;
import java.util.ArrayList;
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
        return byLikelihood(PurchaseCandidates.withoutHoldout(sample), List.of());
    }

    static PurchaseChoice byLikelihood(List<Fitted<PurchaseModel>> candidates, List<Backtest> backtests) {
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
                .max(PurchaseCandidates.LIKELIHOOD)
                .orElseThrow();
        return likeliest.isUsable() ? likeliest : PurchaseCandidates.steady(candidates, steps(likeliest));
    }

    /**
     * The choice by a hold-out, see {@link PurchaseTrial}.
     *
     * @param earlier the sample at the cut-off before the hold-out
     * @param now the sample to fit the choice on
     */
    public static PurchaseChoice byHoldout(PurchaseSample earlier, Holdout holdout, PurchaseSample now) {
        return PurchaseTrial.of(earlier, holdout).choice(now);
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
                .map(sample -> sample.thinned(PurchaseTrial.MOST_HISTORIES))
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

    private static int steps(Fitted<PurchaseModel> fit) {
        return (int) Math.round(fit.model().parameters().getOrDefault("k", 1.0));
    }
}
