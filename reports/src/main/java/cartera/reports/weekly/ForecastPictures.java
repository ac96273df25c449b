package cartera.reports.weekly;

import cartera.reports.Row;
import cartera.reports.picture.FanPicture;
import cartera.reports.picture.Picture;
import cartera.reports.picture.RecordPicture;
import cartera.reports.text.Language;
import cartera.reports.text.Scale;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fan of the forecast and the record of past ones as PNG, from the numbers of the sheet Forecast. */
record ForecastPictures(WeeklyData data, Language language, Forecast forecast) {

    /** The outermost band first. */
    private static final List<String> LIMITS = List.of("low_95", "high_95", "low_80", "high_80", "low_50", "high_50");

    private static final List<String> RECORD = List.of("actual", "mid", "low_80", "high_80", "naive", "plan");

    /** Those for which there are data, by the names of their files. */
    Map<String, Picture> all() {
        Map<String, Picture> all = new LinkedHashMap<>();
        if (!forecast.isEmpty()) {
            all.put("forecast", fan());
        }
        if (forecast.origins().stream().anyMatch(row -> row.number("actual") != null)) {
            all.put("record", record());
        }
        return all;
    }

    private Picture fan() {
        Scale scale = forecast.scale();
        ForecastAxis axis = ForecastAxis.of(forecast, scale);
        List<FanPicture.Point> points = new ArrayList<>();
        forecast.past().forEach(week -> points.add(past(week, scale)));
        forecast.future()
                .forEach(week -> points.add(new FanPicture.Point(
                        name(week),
                        null,
                        scaled(week, "plan", scale),
                        scaled(week, "mid", scale),
                        limits(week, scale))));
        return FanPicture.of(
                new ForecastWords(data, forecast, language).title().text(),
                language.word("forecast.picture", Map.of("unit", Formats.money(language, scale))),
                points,
                drawn(axis));
    }

    private FanPicture.Axis drawn(ForecastAxis axis) {
        return new FanPicture.Axis(axis.low(), axis.high(), axis.step(), NumberFormat.getInstance(language.locale()));
    }

    /** The last of the past is where the fan opens. */
    private FanPicture.Point past(Row week, Scale scale) {
        Double actual = scaled(week, "actual", scale);
        boolean isLast = week == forecast.past().get(forecast.past().size() - 1);
        boolean isOpening = isLast && actual != null;
        return new FanPicture.Point(
                name(week),
                actual,
                scaled(week, "plan", scale),
                isOpening ? actual : null,
                isOpening ? Collections.nCopies(LIMITS.size(), Objects.requireNonNull(actual)) : List.of());
    }

    private List<Double> limits(Row week, Scale scale) {
        List<Double> limits = new ArrayList<>();
        for (String column : LIMITS) {
            Double limit = scaled(week, column, scale);
            limits.add(limit == null ? Objects.requireNonNull(scaled(week, "mid", scale)) : limit);
        }
        return limits;
    }

    private String name(Row week) {
        return SeriesSheet.weekName(language, week.day("period_on"));
    }

    private Picture record() {
        Scale scale = forecast.scale();
        List<RecordPicture.Forecast> forecasts = new ArrayList<>();
        for (Row row : forecast.origins()) {
            Double actual = scaled(row, "actual", scale);
            if (actual != null) {
                forecasts.add(new RecordPicture.Forecast(
                        language.day(row.day("origin_on")),
                        actual,
                        scaled(row, "mid", scale),
                        scaled(row, "low_80", scale),
                        scaled(row, "high_80", scale),
                        scaled(row, "naive", scale),
                        scaled(row, "plan", scale)));
            }
        }
        return RecordPicture.of(
                new ForecastWords(data, forecast, language).record().text(),
                language.word("forecast.record.picture", Map.of("unit", Formats.money(language, scale))),
                forecasts,
                drawn(ForecastAxis.of(forecast.origins(), RECORD, scale)));
    }

    private static @Nullable Double scaled(Row row, String column, Scale scale) {
        BigDecimal number = row.number(column);
        return number == null ? null : number.movePointLeft(scale.power()).doubleValue();
    }
}
