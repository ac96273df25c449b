package cartera.jobs.bench;

import cartera.model.purchase.Holdout;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The days at whose end customers are looked at.
 *
 * @param now the last known day
 * @param earlier a period before it, to choose by; the same day where the table knows one day only
 * @param first a period before that, to tell a lasting bias from a season; empty where the table does not go back as far
 */
record Cuts(Cut now, Cut earlier, Optional<Cut> first) {

    static Cuts of(Transactions table, Horizon horizon) {
        LocalDate earlier = horizon.earlierCut(table.first());
        LocalDate first = earlier.minusDays(ChronoUnit.DAYS.between(earlier, horizon.until()));
        return new Cuts(
                Cut.of(table.customers(), horizon.until()),
                Cut.of(table.customers(), earlier),
                first.isAfter(table.first()) && first.isBefore(earlier)
                        ? Optional.of(Cut.of(table.customers(), first))
                        : Optional.empty());
    }

    boolean hasEarlier() {
        return earlier.on().isBefore(now.on());
    }

    /** From the earlier day to the last known one. */
    Holdout holdout() {
        return earlier.holdout(now.on());
    }

    /** The cuts of who came early and of who came late, if both are known at both. */
    Map<String, Cuts> split(LocalDate late) {
        Map<String, Cut> present = Arrivals.split(now, late);
        Map<String, Cut> before = Arrivals.split(earlier, late);
        Optional<Map<String, Cut>> atFirst = first.map(cut -> Arrivals.split(cut, late));
        Map<String, Cuts> cohorts = new TreeMap<>();
        before.forEach((name, some) -> Optional.ofNullable(present.get(name))
                .ifPresent(cut -> cohorts.put(
                        name, new Cuts(cut, some, atFirst.flatMap(cuts -> Optional.ofNullable(cuts.get(name)))))));
        return cohorts;
    }
}
