package cartera.jobs.connector;

import cartera.jobs.connector.ConnectorSpec.Total;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Sums that a file states, beside the sums of its rows: they are compared and told, never refused. */
final class Totals {

    private final List<Total> totals;
    private final List<BigDecimal> sums = new ArrayList<>();

    Totals(List<Total> totals) {
        this.totals = totals;
        totals.forEach(total -> sums.add(BigDecimal.ZERO));
    }

    void add(EntityRow row) {
        for (int i = 0; i < totals.size(); i++) {
            Total total = totals.get(i);
            if (row.entity().equals(total.entity())
                    && isMeant(row, total.where())
                    && row.values()[row.entity().indexOf(total.column())] instanceof BigDecimal amount) {
                sums.set(i, sums.get(i).add(amount));
            }
        }
    }

    private static boolean isMeant(EntityRow row, Map<String, List<String>> where) {
        return where.entrySet().stream().allMatch(condition -> {
            Object value = row.values()[row.entity().indexOf(condition.getKey())];
            return condition.getValue().contains(String.valueOf(value));
        });
    }

    /**
     * What does not tie.
     *
     * @param stated the sum that the file states for a path; empty if it states none
     */
    List<String> differences(Function<String, Optional<BigDecimal>> stated) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < totals.size(); i++) {
            Total total = totals.get(i);
            BigDecimal sum = sums.get(i);
            stated.apply(total.xpath())
                    .filter(expected -> expected.compareTo(sum) != 0)
                    .ifPresent(expected -> differences.add("%s: the file says %s, its records make %s"
                            .formatted(total.about(), expected.toPlainString(), sum.toPlainString())));
        }
        return differences;
    }
}
