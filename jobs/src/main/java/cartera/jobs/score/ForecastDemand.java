package cartera.jobs.score;

import static cartera.jobs.engine.Row.required;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.TableStep;
import cartera.model.forecast.Methods;
import cartera.model.forecast.Series;
import cartera.model.forecast.SeriesForecast;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What will be asked of each good while an order of it is on its way.
 *
 * <p>Row: product_id, week_on, quantity (sales less returns), last_week_on (Monday of the last whole week),
 * replenishment_days.
 */
public final class ForecastDemand implements TableStep {

    private static final Row.Header DEMAND =
            Row.Header.named("product_id", "weeks", "daily_demand", "demand", "demand_high_80", "method");
    private static final int DAYS = 7;

    /** A good's season is rarely seen in its own few sales. */
    private static final int NO_SEASON = 1;

    @Override
    public List<Row> apply(Iterator<Row> rows) {
        Map<String, TreeMap<LocalDate, Row>> products = new TreeMap<>();
        rows.forEachRemaining(row -> products.computeIfAbsent(required(row.text("product_id")), key -> new TreeMap<>())
                .put(required(row.date("week_on")), row));
        return List.copyOf(products.entrySet()).parallelStream()
                .map(product -> demand(product.getKey(), product.getValue()))
                .toList();
    }

    private static Row demand(String product, TreeMap<LocalDate, Row> weeks) {
        Row any = weeks.firstEntry().getValue();
        double[] sold = sold(weeks, required(any.date("last_week_on")));
        double days = required(any.integer("replenishment_days"));
        int steps = (int) Math.ceil(days / DAYS);
        SeriesForecast forecast =
                SeriesForecast.of(Series.of(sold, NO_SEASON), Methods.of(ForecastSales.METHOD), steps);
        double demand = Math.max(0, Arrays.stream(forecast.mid()).sum()) * days / (DAYS * steps);
        double[] high = forecast.bands().high80();
        double margin = 0;
        for (int step = 0; step < steps; step++) {
            margin += Math.pow(Math.max(0, high[step] - forecast.mid()[step]), 2);
        }
        double upper = demand + Math.sqrt(margin * days / (DAYS * steps));
        return DEMAND.row(product, (long) sold.length, demand / days, demand, upper, forecast.method());
    }

    /** Sales by week, none below zero: what came back was not asked for. */
    private static double[] sold(TreeMap<LocalDate, Row> weeks, LocalDate last) {
        LocalDate first = weeks.firstKey();
        double[] sold = new double[Math.toIntExact(ChronoUnit.WEEKS.between(first, last)) + 1];
        weeks.forEach((week, row) -> sold[Math.toIntExact(ChronoUnit.WEEKS.between(first, week))] =
                Math.max(0, required(row.number("quantity"))));
        return sold;
    }
}
