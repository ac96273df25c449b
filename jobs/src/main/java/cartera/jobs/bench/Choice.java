package cartera.jobs.bench;

import cartera.model.purchase.Accuracy;
import cartera.model.purchase.Holdout;
import cartera.model.purchase.PurchaseChoice;
import cartera.model.purchase.PurchaseModel;
import cartera.model.purchase.PurchaseSample;
import cartera.model.spend.ShrunkenMean;
import cartera.model.spend.SpendChoice;
import cartera.model.spend.SpendModel;
import cartera.model.value.Rung;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What customers are forecast with.
 *
 * @param rung what the table allows
 * @param candidates the models, from the rung of models on, and the rule, from the rung of rules on
 * @param chosen one of them; empty at the rung of counts
 */
record Choice(Rung rung, List<Candidate> candidates, Optional<Candidate> chosen, SpendModel spend) {

    /** Chooses by how the candidates, fitted at the earlier cut, forecast what came up to the present one. */
    static Choice of(Cut earlier, Cut now) {
        PurchaseSample sample = now.purchases();
        return switch (Rung.of(sample.repeatBuyers())) {
            case OWN_MODEL, POOLED_MODEL -> amongModels(earlier, now, sample);
            case RULE -> rule(List.of(), earlier, now);
            case COUNTS -> new Choice(Rung.COUNTS, List.of(), Optional.empty(), ShrunkenMean.of(now.spending()));
        };
    }

    private static Choice amongModels(Cut earlier, Cut now, PurchaseSample sample) {
        PurchaseChoice choice = earlier.on().isBefore(now.on())
                ? PurchaseChoice.byHoldout(earlier.purchases(), earlier.holdout(now.on()), sample)
                : PurchaseChoice.byLikelihood(sample);
        List<Candidate> models = choice.candidates().stream()
                .map(fit -> Candidate.of(fit, choice.backtests()))
                .toList();
        if (!choice.chosen().isUsable()) {
            return rule(models, earlier, now);
        }
        return new Choice(
                Rung.of(sample.repeatBuyers()),
                withRule(models, earlier, now),
                models.stream().filter(model -> model.isOf(choice.chosen())).findFirst(),
                spend(earlier, now));
    }

    private static SpendModel spend(Cut earlier, Cut now) {
        return SpendChoice.byHoldout(earlier.spending(), earlier.spendOutcomes(now.on()), now.spending())
                .chosen();
    }

    private static Choice rule(List<Candidate> models, Cut earlier, Cut now) {
        List<Candidate> candidates = withRule(models, earlier, now);
        return new Choice(
                Rung.RULE,
                candidates,
                Optional.of(candidates.get(candidates.size() - 1)),
                ShrunkenMean.of(now.spending()));
    }

    private static List<Candidate> withRule(List<Candidate> models, Cut earlier, Cut now) {
        List<Candidate> candidates = new ArrayList<>(models);
        candidates.add(Candidate.of(RhythmRule.of(now.purchases()), earlierRule(earlier, now)));
        return List.copyOf(candidates);
    }

    private static Optional<Accuracy> earlierRule(Cut earlier, Cut now) {
        if (!earlier.on().isBefore(now.on())) {
            return Optional.empty();
        }
        RhythmRule rule = RhythmRule.of(earlier.purchases());
        Holdout holdout = earlier.holdout(now.on());
        return Optional.of(holdout.accuracy(history -> rule.expectedPurchases(history, holdout.weeks())));
    }

    boolean isChosen(Candidate candidate) {
        return chosen.isPresent() && chosen.get().equals(candidate);
    }

    /** The chosen model; empty where a rule or nothing was chosen. */
    Optional<PurchaseModel> model() {
        return chosen.flatMap(Candidate::model);
    }

    /**
     * The model to ask who has left. BG/NBD takes every one-time buyer to be alive for certain, so that its neighbour
     * MBG/NBD answers in its place.
     */
    Optional<PurchaseModel> modelOfLeaving() {
        return chosen.map(candidate -> candidate.name().startsWith("bg_") ? "m" + candidate.name() : candidate.name())
                .flatMap(name -> candidates.stream()
                        .filter(candidate -> candidate.name().equals(name))
                        .findFirst())
                .flatMap(Candidate::model);
    }
}
