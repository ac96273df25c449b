package cartera.reports.weekly;

import cartera.reports.Row;
import cartera.reports.Unit;
import cartera.reports.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which segments made the change of revenue from the previous week. The bars add up to the total exactly: small segments are put together, customers without a name or a segment are
 * bars of their own.
 */
record Bridge(List<Bar> bars, Bar total) {

    static final String OTHERS = "others";
    static final String TOTAL = "total";

    private static final int NAMED = 5;
    private static final Set<String> OWN_BARS = Set.of("anonymous", "unknown");

    /** A bar from {@code start} to {@code start + change}. */
    record Bar(String segment, Value change, BigDecimal start) {

        BigDecimal end() {
            return start.add(change.number());
        }

        BigDecimal low() {
            return start.min(end());
        }

        BigDecimal high() {
            return start.max(end());
        }
    }

    private record Part(String segment, BigDecimal change) {}

    /** @param rows of {@code reports.revenue_bridge} */
    static Bridge of(List<Row> rows) {
        List<Part> segments = new ArrayList<>();
        List<Part> own = new ArrayList<>();
        for (Row row : rows) {
            Part part = new Part(row.code("segment"), row.amount("change"));
            (OWN_BARS.contains(part.segment()) ? own : segments).add(part);
        }
        List<Part> parts = largest(segments);
        own.stream()
                .filter(part -> part.change().signum() != 0)
                .sorted(Comparator.comparing(Part::segment))
                .forEach(parts::add);
        return stacked(parts);
    }

    /** The segments that changed most, worst first, then the sum of the others. */
    private static List<Part> largest(List<Part> segments) {
        List<Part> sorted = new ArrayList<>(segments);
        sorted.removeIf(part -> part.change().signum() == 0);
        sorted.sort(Comparator.comparing((Part part) -> part.change().abs())
                .reversed()
                .thenComparing(Part::segment));
        int named = sorted.size() <= NAMED + 1 ? sorted.size() : NAMED;
        BigDecimal rest = sorted.stream().skip(named).map(Part::change).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Part> chosen = new ArrayList<>(sorted.subList(0, named));
        chosen.sort(Comparator.comparing(Part::change).thenComparing(Part::segment));
        if (named < sorted.size()) {
            chosen.add(new Part(OTHERS, rest));
        }
        return chosen;
    }

    private static Bridge stacked(List<Part> parts) {
        List<Bar> bars = new ArrayList<>();
        BigDecimal reached = BigDecimal.ZERO;
        for (Part part : parts) {
            bars.add(new Bar(part.segment(), value("change", part.segment(), part.change()), reached));
            reached = reached.add(part.change());
        }
        return new Bridge(List.copyOf(bars), new Bar(TOTAL, value("change", TOTAL, reached), BigDecimal.ZERO));
    }

    /** A number of a segment, in a column of {@code reports.revenue_bridge}. */
    static Value value(String column, String segment, BigDecimal number) {
        return new Value(number, Unit.MONEY, "revenue_bridge_" + column, segment);
    }

    /** The bars, then the total. */
    List<Bar> all() {
        List<Bar> all = new ArrayList<>(bars);
        all.add(total);
        return all;
    }

    /** The segment whose revenue fell most; customers without a name or a segment are not one. */
    static Optional<Row> worst(List<Row> rows) {
        return rows.stream()
                .filter(row -> !OWN_BARS.contains(row.code("segment"))
                        && row.amount("change").signum() < 0)
                .min(Comparator.comparing((Row row) -> row.amount("change")).thenComparing(row -> row.code("segment")));
    }

    BigDecimal size() {
        return all().stream()
                .map(bar -> bar.low().abs().max(bar.high().abs()))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }
}
