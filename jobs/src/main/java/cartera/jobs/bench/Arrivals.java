package cartera.jobs.bench;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import cartera.model.purchase.PurchaseHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What goes for the customers who came early and for those who came late.
 *
 * @param cut the day at which histories are looked at
 * @param late the first day of the late ones: the median first purchase of those known at the cut of the choice
 * @param own by cohort; of one that has none the {@code whole} goes
 */
record Arrivals<T>(LocalDate cut, LocalDate late, Map<String, T> own, T whole) {

    private static final double DAYS_PER_WEEK = 7;

    /** The same for all. */
    static <T> Arrivals<T> all(LocalDate cut, T whole) {
        return new Arrivals<>(cut, cut, Map.of(), whole);
    }

    /** The first day of the late half of a cut's customers; the cut knows one at least. */
    static LocalDate late(Cut cut) {
        List<LocalDate> first = cut.known().stream()
                .map(one -> first(one.group().history(), cut.on()))
                .sorted()
                .toList();
        return first.get(first.size() / 2);
    }

    /** The early and the late customers of a cut; a cohort without any is left out. */
    static Map<String, Cut> split(Cut cut, LocalDate late) {
        return cut.known().stream()
                .collect(groupingBy(
                        one -> cohort(one.group().history(), cut.on(), late),
                        TreeMap::new,
                        collectingAndThen(toList(), known -> new Cut(cut.on(), known))));
    }

    T of(PurchaseHistory history) {
        return own.getOrDefault(cohort(history, cut, late), whole);
    }

    boolean isOwn(PurchaseHistory history) {
        return own.containsKey(cohort(history, cut, late));
    }

    private static String cohort(PurchaseHistory history, LocalDate cut, LocalDate late) {
        return first(history, cut).isBefore(late) ? "early" : "late";
    }

    private static LocalDate first(PurchaseHistory history, LocalDate cut) {
        return cut.minusDays(Math.round(history.ageWeeks() * DAYS_PER_WEEK));
    }
}
