package cartera.jobs.bench;

import cartera.jobs.engine.Row;
import cartera.model.purchase.Blend;
import cartera.model.purchase.Holdout;
import cartera.model.purchase.PurchaseChoice;
import cartera.model.value.CohortChoice;
import cartera.model.value.CohortChoice.Cohort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Early and late customers, where laws of their own forecast the hold-out clearly better.
 *
 * @param earlier the laws as fitted before the hold-out
 * @param now the laws to forecast with
 */
record Cohorts(Cuts cuts, Arrivals<Blend> earlier, Arrivals<Laws> now) {

    static final String NAME = "cohorts";

    /** Empty where one law does for all. */
    static Optional<Cohorts> of(Cuts cuts, PurchaseChoice choice, Laws whole) {
        return choice.earlierBlend()
                .map(blend -> split(
                        cuts,
                        choice,
                        new Arrivals<>(cuts.earlier().on(), Arrivals.late(cuts.earlier()), Map.of(), blend),
                        whole))
                .filter(cohorts -> !cohorts.now.own().isEmpty());
    }

    private static Cohorts split(Cuts cuts, PurchaseChoice choice, Arrivals<Blend> one, Laws whole) {
        Map<String, Cuts> split = cuts.split(one.late());
        Map<String, Cohort> cohorts = new TreeMap<>();
        split.forEach((name, some) -> cohorts.put(
                name,
                new Cohort(
                        some.earlier().purchases(), some.holdout(), some.now().purchases())));
        Map<String, Blend> earlier = new TreeMap<>();
        Map<String, Laws> now = new TreeMap<>();
        CohortChoice.of(choice, List.of(cohorts)).cohorts().forEach((name, own) -> {
            own.earlierBlend().ifPresent(blend -> earlier.put(name, blend));
            now.put(name, Laws.of(own, Choice.calibration(Row.required(split.get(name)), own)));
        });
        return new Cohorts(
                cuts,
                new Arrivals<>(one.cut(), one.late(), earlier, one.whole()),
                new Arrivals<>(cuts.now().on(), one.late(), now, whole));
    }

    Candidate candidate() {
        Holdout holdout = cuts.holdout();
        return new Candidate(
                NAME,
                (history, weeks) -> now.of(history).expectedPurchases(history, weeks),
                null,
                Optional.of(
                        holdout.accuracy(history -> earlier.of(history).expectedPurchases(history, holdout.weeks()))),
                remark());
    }

    private String remark() {
        return now.own().entrySet().stream()
                .map(cohort -> "%s (first purchase %s %s): %s"
                        .formatted(
                                cohort.getKey(),
                                cohort.getKey().equals("early") ? "before" : "from",
                                now.late(),
                                Candidate.weights(
                                        cohort.getValue().blend(),
                                        cohort.getValue().calibration())))
                .collect(Collectors.joining("; "));
    }
}
