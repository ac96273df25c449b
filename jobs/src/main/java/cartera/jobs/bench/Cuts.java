package cartera.jobs.bench;

import cartera.model.purchase.Holdout;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

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
}
