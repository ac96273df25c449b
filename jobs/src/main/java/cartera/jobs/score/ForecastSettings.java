package cartera.jobs.score;

import static cartera.jobs.engine.Row.required;

import cartera.jobs.engine.Row;
import cartera.model.sales.SalesSeries;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** The settings of a forecast, which every row carries: forecast_season and forecast_levels. */
final class ForecastSettings {

    /** What the others have to add up to. */
    private static final Set<String> FRAME = Set.of(SalesSeries.COMPANY, SalesSeries.CATEGORY);

    private static final int MONTHS_PER_YEAR = 12;

    private int weeks = 52;
    private List<String> levels = List.of();

    /** The same rows, their settings read on the way. */
    Iterator<Row> noting(Iterator<Row> rows) {
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                Row row = rows.next();
                note(row);
                return row;
            }
        };
    }

    private void note(Row row) {
        weeks = Math.toIntExact(required(row.integer("forecast_season")));
        String wanted = row.text("forecast_levels");
        levels = wanted == null || wanted.isEmpty() ? List.of() : List.of(wanted.split(","));
    }

    /** Periods in a season. */
    int season(SalesFacts facts) {
        return facts.step().equals("week") ? weeks : MONTHS_PER_YEAR;
    }

    boolean isWanted(String level) {
        return levels.isEmpty() || levels.contains(level);
    }

    /** The series of the wanted levels, and those that they have to add up to. */
    List<SalesSeries> wanted(List<SalesSeries> series) {
        return series.stream()
                .filter(one -> FRAME.contains(one.level()) || isWanted(one.level()))
                .toList();
    }
}
