package cartera.jobs.score;

import cartera.jobs.engine.Row;
import cartera.jobs.engine.TableStep;
import cartera.model.forecast.Bands;
import cartera.model.forecast.Methods;
import cartera.model.sales.SalesForecast;
import cartera.model.sales.SalesForecaster;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What the company will sell by week and by month, at every level at once, so that the levels add up.
 *
 * <p>Row: those of {@link SalesFacts}, forecast_season (weeks in a season), forecast_levels (with commas; empty for all).
 */
public final class ForecastSales implements TableStep {

    static final String METHOD = "auto";
    /** Deviations that bound the central 80 and 95 % of the normal law. */
    static final double EIGHTY = 1.281552;

    static final double NINETY_FIVE = 1.959964;

    private static final Row.Header FORECAST = Row.Header.named(
            "metric",
            "step",
            "level",
            "key",
            "period_on",
            "horizon",
            "method",
            "mid",
            "low_50",
            "high_50",
            "low_80",
            "high_80",
            "low_95",
            "high_95",
            "naive",
            "human_plan",
            "total",
            "total_low_80",
            "total_high_80",
            "total_low_95",
            "total_high_95");

    @Override
    public List<Row> apply(Iterator<Row> rows) {
        ForecastSettings settings = new ForecastSettings();
        List<Row> forecasts = new ArrayList<>();
        for (SalesFacts facts : SalesFacts.of(settings.noting(rows))) {
            forecaster(facts, settings).forecast(settings.wanted(facts.series()), facts.days()).stream()
                    .filter(forecast -> settings.isWanted(forecast.level()))
                    .forEach(forecast -> add(forecast, facts, forecasts));
        }
        return forecasts;
    }

    static SalesForecaster forecaster(SalesFacts facts, ForecastSettings settings) {
        return new SalesForecaster(Methods.of(METHOD), settings.season(facts));
    }

    private static void add(SalesForecast forecast, SalesFacts facts, List<Row> rows) {
        Bands bands = forecast.bands();
        for (int step = 0; step < bands.steps(); step++) {
            LocalDate period = facts.periods().get(facts.past() + step);
            rows.add(FORECAST.row(
                    "revenue",
                    facts.step(),
                    forecast.level(),
                    forecast.key(),
                    period,
                    step + 1L,
                    forecast.method(),
                    money(bands.mid()[step]),
                    money(bands.low50()[step]),
                    money(bands.high50()[step]),
                    money(bands.low80()[step]),
                    money(bands.high80()[step]),
                    money(bands.low95()[step]),
                    money(bands.high95()[step]),
                    money(forecast.naive()[step]),
                    facts.plan(forecast.level(), forecast.key(), period),
                    money(forecast.total(step)),
                    money(forecast.total(step, -EIGHTY)),
                    money(forecast.total(step, EIGHTY)),
                    money(forecast.total(step, -NINETY_FIVE)),
                    money(forecast.total(step, NINETY_FIVE))));
        }
    }

    static BigDecimal money(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
