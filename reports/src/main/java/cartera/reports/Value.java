package cartera.reports;

import java.math.BigDecimal;

/**
 * A number that a report shows, with what it is: sentences and cells are made from the same values, so they cannot differ.
 *
 * @param number unrounded, in base units (currency units, not millions; a fraction, not a percentage)
 * @param metric id of the metric
 * @param key which of the metric's numbers it is, such as {@code plan} or {@code rfm/at_risk}
 */
public record Value(BigDecimal number, Unit unit, String metric, String key) {

    /** The cell in which it stands goes by this name. */
    public String id() {
        return metric + "/" + key;
    }
}
