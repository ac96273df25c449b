package cartera.jobs.plan;

import cartera.jobs.engine.Row;
import cartera.jobs.lake.Column;
import cartera.jobs.lake.Edition;
import cartera.jobs.lake.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The one-row table {@code params}: the two dates of a run, its id, and the company's settings. A job that names none of
 * a setting does not depend on it.
 */
public record Params(Map<String, Object> values) {

    private static final Type RATIO = Type.decimal(9, 4);

    /** Every parameter that a job may read. */
    public static final List<Column> COLUMNS = List.of(
            new Column("as_of", Type.DATE, "the day up to which facts count, inclusive"),
            new Column("known_on", Type.DATE, "the day up to which loads count, inclusive"),
            new Column("run_id", Type.TEXT, "the id of the run"),
            new Column("company", Type.TEXT, "name on the reports"),
            new Column("zone", Type.TEXT, "the company's time zone"),
            new Column("currency", Type.TEXT, "base currency"),
            new Column("sales_from", Type.TEXT, "auto, shipments, orders or deals"),
            new Column("revenue_basis", Type.TEXT, "gross or net of VAT"),
            new Column("cost_price_type", Type.TEXT, "price list that holds purchase prices; empty: found by its name"),
            new Column("active_days", Type.INTEGER, "activity: bought within"),
            new Column("sleeping_days", Type.INTEGER, "activity: then sleeping up to"),
            new Column("lost_days", Type.INTEGER, "activity: lost after"),
            new Column("cooling_ratio", RATIO, "life cycle: cooling from silence over the usual gap"),
            new Column("silent_ratio", RATIO, "life cycle: silent from"),
            new Column("lost_ratio", RATIO, "life cycle: lost from"),
            new Column("calls_per_manager", Type.INTEGER, "customers that a manager can call in a week"),
            new Column(
                    "renewal_grace_days",
                    Type.INTEGER,
                    "contracts: a renewal may begin so many days before or after the end"),
            new Column("vip_share", Type.decimal(9, 6), "VIP: top share of customers by money of 12 months"),
            new Column("rfm_recency_days", Type.TEXT, "RFM: most days for 5, 4, 3, 2 points; empty: fifths"),
            new Column("rfm_frequency", Type.TEXT, "RFM: least purchase days for 2, 3, 4, 5 points; empty: fifths"),
            new Column("rfm_monetary", Type.TEXT, "RFM: least money for 2, 3, 4, 5 points; empty: fifths"),
            new Column("rfm_by_kind", Type.BOOLEAN, "RFM: fifths of persons and of organisations apart"),
            new Column("abc_a_share", Type.decimal(9, 6), "ABC: A up to this share of the money"),
            new Column("abc_b_share", Type.decimal(9, 6), "ABC: then B up to"),
            new Column("xyz_x_variation", RATIO, "XYZ: X below this coefficient of variation"),
            new Column("xyz_y_variation", RATIO, "XYZ: then Y below"),
            new Column("yearly_discount", RATIO, "value: by how much money a year ahead is worth less"),
            new Column("interval_coverage", RATIO, "value: probability that a customer's interval holds"),
            new Column(
                    "tier_budget",
                    Type.decimal(18, 2),
                    "value: what tiers share by their coming margin, in any unit; 0: none"),
            new Column("clusters", Type.BOOLEAN, "whether customers are clustered"),
            new Column("incentive_share", RATIO, "loyalty: discount on the next order of who leaves"),
            new Column("bonus_share", RATIO, "loyalty: bonus on the money of 12 months of the long loyal"),
            new Column("loyal_days", Type.INTEGER, "loyalty: customer for at least"),
            new Column("forecast_weeks", Type.INTEGER, "forecasts by week: how many"),
            new Column("forecast_months", Type.INTEGER, "forecasts by month: how many"),
            new Column("forecast_season", Type.INTEGER, "weeks in a season"),
            new Column("forecast_levels", Type.TEXT, "levels that are forecast, with commas; empty: all"),
            new Column("replenishment_days", Type.INTEGER, "days until ordered goods arrive"));

    public Params {
        for (String name : values.keySet()) {
            if (COLUMNS.stream().noneMatch(c -> c.name().equals(name))) {
                throw new IllegalArgumentException("Invalid parameter: " + name);
            }
        }
        values = Map.copyOf(values);
    }

    /** The same with one value set. */
    public Params with(String name, Object value) {
        Map<String, Object> changed = new TreeMap<>(values);
        changed.put(name, value);
        return new Params(changed);
    }

    /** The pair of dates whose rows the jobs make. */
    public Edition edition() {
        return new Edition(
                (LocalDate) Row.required(values.get("as_of")), (LocalDate) Row.required(values.get("known_on")));
    }

    /** The row of the table; what was not set is null. */
    public Row row() {
        @Nullable Object[] row = COLUMNS.stream().map(c -> values.get(c.name())).toArray();
        return Row.Header.of(COLUMNS).row(row);
    }
}
