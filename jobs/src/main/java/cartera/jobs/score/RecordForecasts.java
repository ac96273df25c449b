package cartera.jobs.score;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.TableStep;
import cartera.model.forecast.Bands;
import cartera.model.sales.SalesForecast;
import cartera.model.sales.SalesRecord;
import cartera.model.sales.SalesSeries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What the forecasts of earlier days would have said, beside what came: made from what was sold up to then.
 *
 * <p>Row: as for {@link ForecastSales}.
 */
public final class RecordForecasts implements TableStep {

    private static final Row.Header RECORD = Row.Header.named(
            "metric",
            "step",
            "level",
            "key",
            "origin_on",
            "period_on",
            "horizon",
            "method",
            "mid",
            "low_80",
            "high_80",
            "low_95",
            "high_95",
            "naive",
            "human_plan",
            "actual",
            "error",
            "is_covered_80",
            "is_covered_95",
            "total",
            "total_low_80",
            "total_high_80");
    /** Weeks from one origin to the next; months follow each other. */
    private static final int WEEKS_APART = 4;

    @Override
    public List<Row> apply(Iterator<Row> rows) {
        ForecastSettings settings = new ForecastSettings();
        List<Row> record = new ArrayList<>();
        for (SalesFacts facts : SalesFacts.of(settings.noting(rows))) {
            List<SalesSeries> series = settings.wanted(facts.series());
            int apart = facts.step().equals("week") ? WEEKS_APART : 1;
            SalesRecord past = new SalesRecord(ForecastSales.forecaster(facts, settings), apart);
            for (int origin : past.origins(facts.past())) {
                past.from(origin, series, facts.days(), facts.past()).stream()
                        .filter(forecast -> settings.isWanted(forecast.level()))
                        .forEach(forecast -> add(forecast, origin, facts, record));
            }
        }
        return record;
    }

    private static void add(SalesForecast forecast, int origin, SalesFacts facts, List<Row> rows) {
        Bands bands = forecast.bands();
        LocalDate known = facts.periods().get(origin).minusDays(1);
        for (int step = 0; step < bands.steps(); step++) {
            LocalDate period = facts.periods().get(origin + step);
            BigDecimal mid = ForecastSales.money(bands.mid()[step]);
            BigDecimal actual = facts.actual(forecast.level(), forecast.key(), period);
            double value = actual.doubleValue();
            rows.add(RECORD.row(
                    "revenue",
                    facts.step(),
                    forecast.level(),
                    forecast.key(),
                    known,
                    period,
                    step + 1L,
                    forecast.method(),
                    mid,
                    ForecastSales.money(bands.low80()[step]),
                    ForecastSales.money(bands.high80()[step]),
                    ForecastSales.money(bands.low95()[step]),
                    ForecastSales.money(bands.high95()[step]),
                    ForecastSales.money(forecast.naive()[step]),
                    facts.plan(forecast.level(), forecast.key(), period),
                    actual,
                    mid.subtract(actual),
                    bands.low80()[step] <= value && value <= bands.high80()[step],
                    bands.low95()[step] <= value && value <= bands.high95()[step],
                    ForecastSales.money(forecast.total(step)),
                    ForecastSales.money(forecast.total(step, -ForecastSales.EIGHTY)),
                    ForecastSales.money(forecast.total(step, ForecastSales.EIGHTY))));
        }
    }
}
