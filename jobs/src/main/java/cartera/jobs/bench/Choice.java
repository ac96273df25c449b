package cartera.jobs.bench;

import cartera.model.purchase.Accuracy;
import cartera.model.purchase.Calibration;
import cartera.model.purchase.Holdout;
import cartera.model.purchase.PurchaseChoice;
import cartera.model.purchase.PurchaseHistory;
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
 * @param candidates the models and their blend, from the rung of models on, and the rule, from the rung of rules on
 * @param chosen one of them; empty at the rung of counts
 * @param laws those of the chosen one, by when a customer came; empty where a rule or nothing was chosen
 */
record Choice(
        Rung rung,
        List<Candidate> candidates,
        Optional<Candidate> chosen,
        Optional<Arrivals<Laws>> laws,
        SpendModel spend) {

    /** Chooses by how the candidates, fitted at the earlier cut, forecast what came up to the present one. */
    static Choice of(Cuts cuts) {
        PurchaseSample sample = cuts.now().purchases();
        return switch (Rung.of(sample.repeatBuyers())) {
            case OWN_MODEL, POOLED_MODEL -> amongModels(cuts, sample);
            case RULE -> rule(List.of(), cuts);
            case COUNTS -> without(Rung.COUNTS, List.of(), Optional.empty(), cuts);
        };
    }

    private static Choice amongModels(Cuts cuts, PurchaseSample sample) {
        PurchaseChoice choice = cuts.hasEarlier()
                ? PurchaseChoice.byHoldout(cuts.earlier().purchases(), cuts.holdout(), sample)
                : PurchaseChoice.byLikelihood(sample);
        List<Candidate> models = choice.candidates().stream()
                .map(fit -> Candidate.of(fit, choice.backtests()))
                .toList();
        if (!choice.chosen().isUsable()) {
            return rule(models, cuts);
        }
        Laws whole = Laws.of(choice, calibration(cuts, choice));
        List<Candidate> candidates = new ArrayList<>(models);
        boolean isBlended =
                whole.blend().parts().size() > 1 || whole.calibration().factor() != 1;
        if (isBlended) {
            candidates.add(Candidate.of(whole.blend(), whole.calibration(), earlier(cuts, choice)));
        }
        String one = isBlended ? "blend" : whole.blend().parts().get(0).model().label();
        Optional<Cohorts> cohorts = Cohorts.of(cuts, choice, whole);
        cohorts.map(Cohorts::candidate).ifPresent(candidates::add);
        String name = cohorts.isPresent() ? Cohorts.NAME : one;
        return new Choice(
                Rung.of(sample.repeatBuyers()),
                withRule(candidates, cuts),
                candidates.stream()
                        .filter(candidate -> candidate.name().equals(name))
                        .findFirst(),
                Optional.of(cohorts.map(Cohorts::now)
                        .orElseGet(() -> Arrivals.all(cuts.now().on(), whole))),
                spend(cuts));
    }

    private static Optional<Accuracy> earlier(Cuts cuts, PurchaseChoice choice) {
        return choice.earlierBlend().map(blend -> cuts.holdout().accuracy(blend));
    }

    /** By the period before the present cut and the one before that. */
    static Calibration calibration(Cuts cuts, PurchaseChoice choice) {
        return choice.calibration(
                cuts.holdout(),
                cuts.first().map(Cut::purchases),
                cuts.first().map(cut -> cut.holdout(cuts.earlier().on())));
    }

    private static SpendModel spend(Cuts cuts) {
        return SpendChoice.byHoldout(
                        cuts.earlier().spending(),
                        cuts.earlier().spendOutcomes(cuts.now().on()),
                        cuts.now().spending())
                .chosen();
    }

    private static Choice rule(List<Candidate> models, Cuts cuts) {
        List<Candidate> candidates = withRule(models, cuts);
        return without(Rung.RULE, candidates, Optional.of(candidates.get(candidates.size() - 1)), cuts);
    }

    private static Choice without(Rung rung, List<Candidate> candidates, Optional<Candidate> chosen, Cuts cuts) {
        return new Choice(
                rung,
                candidates,
                chosen,
                Optional.empty(),
                ShrunkenMean.of(cuts.now().spending()));
    }

    private static List<Candidate> withRule(List<Candidate> models, Cuts cuts) {
        List<Candidate> candidates = new ArrayList<>(models);
        candidates.add(Candidate.of(RhythmRule.of(cuts.now().purchases()), earlierRule(cuts)));
        return List.copyOf(candidates);
    }

    private static Optional<Accuracy> earlierRule(Cuts cuts) {
        if (!cuts.hasEarlier()) {
            return Optional.empty();
        }
        RhythmRule rule = RhythmRule.of(cuts.earlier().purchases());
        Holdout holdout = cuts.holdout();
        return Optional.of(holdout.accuracy(history -> rule.expectedPurchases(history, holdout.weeks())));
    }

    boolean isChosen(Candidate candidate) {
        return chosen.isPresent() && chosen.get().equals(candidate);
    }

    /** The periods that totals are scaled by; without a model none. */
    Calibration calibration() {
        return laws.map(Arrivals::whole).map(Laws::calibration).orElse(Calibration.NONE);
    }

    /** What a customer's number rests on: of a split company, whoever has no laws of the own cohort is pooled. */
    Rung rung(PurchaseHistory history) {
        boolean isPooled = laws.filter(split -> !split.own().isEmpty() && !split.isOwn(history))
                .isPresent();
        return isPooled ? Rung.POOLED_MODEL.atMost(rung) : rung;
    }
}
