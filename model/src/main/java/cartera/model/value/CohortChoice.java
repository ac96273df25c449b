package cartera.model.value;

import cartera.model.purchase.Blend;
import cartera.model.purchase.ErrorExcess;
import cartera.model.purchase.Holdout;
import cartera.model.purchase.PurchaseChoice;
import cartera.model.purchase.PurchaseSample;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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

        private Optional<PurchaseChoice> ownChoice() {
            return isLarge(earlier) && isLarge(now)
                    ? Optional.of(PurchaseChoice.byHoldout(earlier, holdout, now))
                            .filter(choice -> choice.chosen().isUsable())
                            .filter(choice -> choice.earlierBlend().isPresent())
                    : Optional.empty();
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

    private static CohortChoice split(Blend whole, SortedMap<String, Cohort> split) {
        var own = new TreeMap<String, PurchaseChoice>();
        split.forEach((name, cohort) -> cohort.ownChoice().ifPresent(choice -> own.put(name, choice)));
        var excess = ErrorExcess.join(split.entrySet().stream()
                .map(cohort -> cohort.getValue().holdout().excess(whole, earlier(own, cohort.getKey(), whole)))
                .toList());
        return excess.isClear() ? new CohortChoice(excess.mean(), own) : NONE;
    }

    private static Blend earlier(Map<String, PurchaseChoice> own, String cohort, Blend whole) {
        return Optional.ofNullable(own.get(cohort))
                .flatMap(PurchaseChoice::earlierBlend)
                .orElse(whole);
    }
}
