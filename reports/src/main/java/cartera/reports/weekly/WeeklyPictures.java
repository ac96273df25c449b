package cartera.reports.weekly;

import cartera.reports.Row;
import cartera.reports.Value;
import cartera.reports.picture.BridgePicture;
import cartera.reports.picture.Picture;
import cartera.reports.picture.WeeksPicture;
import cartera.reports.text.Language;
import cartera.reports.text.Scale;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The charts of Summary and Forecast as PNG, from the same values and with the same titles. */
record WeeklyPictures(WeeklyData data, Language language) {

    /** Writes those for which there are data. */
    List<Path> write(Path folder) throws IOException {
        List<Path> written = new ArrayList<>();
        Headline headline = new Headline(data, language);
        Kpi revenue = data.kpi("revenue");
        if (revenue.hasActual()) {
            written.add(write(weeks(revenue, headline), folder, "revenue"));
        }
        Bridge bridge = data.bridge();
        if (!bridge.bars().isEmpty()) {
            written.add(write(bridge(bridge, headline), folder, "bridge"));
        }
        for (Map.Entry<String, Picture> picture :
                new ForecastPictures(data, language, Forecast.of(data)).all().entrySet()) {
            written.add(write(picture.getValue(), folder, picture.getKey()));
        }
        return written;
    }

    private Path write(Picture picture, Path folder, String name) throws IOException {
        Path file = folder.resolve(data.identity().fileName("weekly", name + "_" + language.code()) + ".png");
        picture.write(file);
        return file;
    }

    private Picture weeks(Kpi revenue, Headline headline) {
        Forecast forecast = Forecast.of(data);
        List<Row> ahead = forecast.ahead();
        BigDecimal largest = revenue.weeks().stream()
                .map(week -> size(revenue.actual(week)))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        Scale scale = Scale.ofColumn(largest);
        int decimals = decimals(largest, scale);
        List<WeeksPicture.Week> weeks = new ArrayList<>();
        revenue.weeks().forEach(week -> weeks.add(week(revenue, week, scale, decimals)));
        ahead.forEach(week -> weeks.add(week(forecast, week, scale, decimals)));
        return WeeksPicture.of(
                headline.ofWeeks().text(),
                SummaryCharts.legend(language, Formats.money(language, scale), revenue, ahead),
                weeks);
    }

    private WeeksPicture.Week week(Kpi revenue, LocalDate week, Scale scale, int decimals) {
        Value actual = revenue.actual(week);
        Value gap = revenue.gap(week);
        return new WeeksPicture.Week(
                SeriesSheet.weekName(language, week),
                scaled(actual, scale),
                null,
                scaled(revenue.plan(week), scale),
                scaled(gap, scale),
                label(actual, scale, decimals),
                gap == null ? "" : language.change(gap.number().movePointLeft(scale.power()), decimals));
    }

    private WeeksPicture.Week week(Forecast forecast, Row week, Scale scale, int decimals) {
        Value mid = forecast.value(week, "mid");
        return new WeeksPicture.Week(
                SeriesSheet.weekName(language, week.day("period_on")),
                null,
                scaled(mid, scale),
                scaled(forecast.value(week, "plan"), scale),
                null,
                label(mid, scale, decimals),
                "");
    }

    private String label(@Nullable Value value, Scale scale, int decimals) {
        return value == null ? "" : language.number(value.number().movePointLeft(scale.power()), decimals);
    }

    private Picture bridge(Bridge bridge, Headline headline) {
        Scale scale = Scale.ofColumn(bridge.size());
        int decimals = decimals(bridge.size(), scale);
        List<BridgePicture.Bar> bars = bridge.all().stream()
                .map(bar -> new BridgePicture.Bar(
                        language.name("segment.rfm", bar.segment()),
                        bar.start().movePointLeft(scale.power()).doubleValue(),
                        bar.end().movePointLeft(scale.power()).doubleValue(),
                        language.change(bar.change().number().movePointLeft(scale.power()), decimals)))
                .toList();
        return BridgePicture.of(
                headline.ofBridge(bridge).text(),
                language.word("legend.bridge", Map.of("unit", Formats.money(language, scale))),
                bars);
    }

    /** As in the native charts: large numbers go without decimals. */
    private static int decimals(BigDecimal largest, Scale scale) {
        return largest.movePointLeft(scale.power()).compareTo(BigDecimal.valueOf(1000)) >= 0 ? 0 : 1;
    }

    private static @Nullable Double scaled(@Nullable Value value, Scale scale) {
        return value == null
                ? null
                : value.number().movePointLeft(scale.power()).doubleValue();
    }

    private static BigDecimal size(@Nullable Value value) {
        return value == null ? BigDecimal.ZERO : value.number().abs();
    }
}
