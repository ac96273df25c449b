package cartera.model.churn;

import cartera.model.value.Rung;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The panels of some customers up to a day, for any horizon; what does not depend on the horizon is made once. */
final class Panels {

    private static final int MOST_WINDOWS = 4;

    private final List<CustomerDays> past;
    private final long cutDay;
    private final long firstDay;
    private final Known now;
    private final Map<Long, Known> known = new HashMap<>();

    /** Panels of customers who had all bought by the end of {@code cutDay}, at least one. */
    Panels(List<CustomerDays> past, long cutDay) {
        this.past = past;
        this.cutDay = cutDay;
        this.firstDay = past.stream().mapToLong(CustomerDays::firstDay).min().orElseThrow();
        this.now = new Known(past, cutDay, null);
    }

    Panel now(int horizonDays) {
        return new Panel(now, past, horizonDays);
    }

    /** Whether the customers carry a purchase model: the rung asks for it, and the fit holds. */
    boolean isModelUsable() {
        return Rung.of(now.repeatBuyers()).compareTo(Rung.POOLED_MODEL) <= 0
                && now.model().isUsable();
    }

    /**
     * Cut-offs whose horizon is over, one horizon apart, the latest first. The longest window of the features, two
     * horizons, must lie within the data; if it never does, one horizon is enough, or as much as there is.
     */
    List<Panel> closed(int horizonDays) {
        long latest = cutDay - horizonDays;
        long full = Math.max(0, Math.floorDiv(latest - firstDay - 2L * horizonDays, horizonDays) + 1);
        long count = Math.min(MOST_WINDOWS, Math.max(full, latest >= firstDay ? 1 : 0));
        Known last = count == 0 ? null : at(latest, null);
        return IntStream.range(0, (int) count)
                .mapToObj(i -> panel(latest - (long) i * horizonDays, horizonDays, i == 0 ? null : last))
                .toList();
    }

    private Panel panel(long day, int horizonDays, @Nullable Known pattern) {
        return new Panel(at(day, pattern), boughtBy(day), horizonDays);
    }

    /** What a day knows; its model's form is its own where it is the latest of a horizon. */
    private Known at(long day, @Nullable Known pattern) {
        return pattern == null
                ? known.computeIfAbsent(day, cut -> new Known(boughtBy(cut), cut, null))
                : new Known(boughtBy(day), day, pattern);
    }

    private List<CustomerDays> boughtBy(long day) {
        return past.stream().filter(one -> one.firstDay() <= day).toList();
    }
}
