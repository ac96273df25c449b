package cartera.model.value;

import cartera.model.purchase.Blend;
import cartera.model.purchase.ErrorExcess;
import cartera.model.purchase.Holdout;
import cartera.model.purchase.PurchaseChoice;
import cartera.model.purchase.PurchaseSample;
import cartera.model.purchase.PurchaseTrial;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which cohorts of customers are forecast by laws of their own: persons and organisations, say, or who came early and who
 * came late.
 *
 * <p>Customers are split only where that forecast the hold-out better: one law's squared errors over all customers must
 * lie above those of the split by two standard errors. A cohort has laws of its own from the rung of own models on,
 * before the hold-out and now; smaller ones stay with the whole.
 *
 * @param gain by how much the split lowered the mean squared error of the hold-out; 0 where nothing is split
 * @param cohorts those with laws of their own, by name; empty where one law does for all
 */
public record CohortChoice(double gain, SortedMap<String, PurchaseChoice> cohorts) {

    /** All customers alike. */
    public static final CohortChoice NONE = new CohortChoice(0, new TreeMap<>());

    /**
     * Some of the customers.
     *
     * @param earlier at the cut-off before the hold-out
     * @param holdout what these bought after it
     * @param now the cohort at present
     */
    public record Cohort(PurchaseSample earlier, Holdout holdout, PurchaseSample now) {

        private Optional<PurchaseTrial> trial() {
            return isLarge(earlier) && isLarge(now)
                    ? Optional.of(PurchaseTrial.of(earlier, holdout))
                    : Optional.empty();
        }

        private Optional<PurchaseChoice> choice(PurchaseTrial trial) {
            return Optional.of(trial.choice(now))
                    .filter(choice -> choice.chosen().isUsable())
                    .filter(choice -> choice.earlierBlend().isPresent());
        }

        private static boolean isLarge(PurchaseSample sample) {
            return Rung.of(sample.repeatBuyers()) == Rung.OWN_MODEL;
        }
    }

    public CohortChoice {
        cohorts = Collections.unmodifiableSortedMap(new TreeMap<>(cohorts));
    }

    /**
     * The split that forecast the hold-out best, if any did clearly better than the whole.
     *
     * @param whole the choice over all customers
     * @param splits ways to part them, the first of equally good ones preferred; each customer is in one cohort of a split
     */
    public static CohortChoice of(PurchaseChoice whole, Collection<Map<String, Cohort>> splits) {
        return whole.earlierBlend()
                .flatMap(blend -> splits.stream()
                        .filter(split -> split.size() > 1)
                        .map(split -> split(blend, new TreeMap<>(split)))
                        .max(Comparator.comparingDouble(CohortChoice::gain)))
                .filter(best -> best.gain > 0)
                .orElse(NONE);
    }

    /** Models are fitted at present only where the split forecast the hold-out better. */
    private static CohortChoice split(Blend whole, SortedMap<String, Cohort> split) {
        var trials = new TreeMap<String, PurchaseTrial>();
        split.forEach((name, cohort) -> cohort.trial().ifPresent(trial -> trials.put(name, trial)));
        var before = excess(
                whole, split, name -> Optional.ofNullable(trials.get(name)).flatMap(PurchaseTrial::blend));
        if (!before.isClear()) {
            return NONE;
        }
        var own = new TreeMap<String, PurchaseChoice>();
        split.forEach((name, cohort) -> Optional.ofNullable(trials.get(name))
                .flatMap(cohort::choice)
                .ifPresent(choice -> own.put(name, choice)));
        var excess =
                excess(whole, split, name -> Optional.ofNullable(own.get(name)).flatMap(PurchaseChoice::earlierBlend));
        return excess.isClear() ? new CohortChoice(excess.mean(), own) : NONE;
    }

    /** That of the whole's squared errors over those of the split; a cohort without laws of its own has the whole's. */
    private static ErrorExcess excess(
            Blend whole, SortedMap<String, Cohort> split, Function<String, Optional<Blend>> own) {
        return ErrorExcess.join(split.entrySet().stream()
                .map(cohort -> cohort.getValue()
                        .holdout()
                        .excess(whole, own.apply(cohort.getKey()).orElse(whole)))
                .toList());
    }
}
