package cartera.reports.weekly;

import cartera.reports.Palette;
import cartera.reports.sheet.ChartFrame;
import cartera.reports.sheet.FanChart;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Scale;
import cartera.reports.text.Sentence;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;

/** What will be sold in the next weeks: the fan, week by week against plan, its three parts, the months, and how past forecasts did. One sheet of paper. */
final class ForecastSheet {

    static final int LEFT = 1;
    static final int RIGHT = 10;
    static final int LAST = 16;

    private static final int TOP = 4;
    private static final int WHAT = 3;
    private static final int CHART_ROWS = 16;
    private static final double[] LINE_POINTS = {2.25, 1, 2.25};

    private final Frame frame;
    private final Page page;
    private final SeriesSheet series;
    private final Forecast forecast;
    private final Scale scale;

    ForecastSheet(Frame frame, Page page, SeriesSheet series) {
        this.frame = frame;
        this.page = page;
        this.series = series;
        this.forecast = Forecast.of(frame.data());
        this.scale = forecast.scale();
    }

    void draw() {
        page.widths(1.3, 15, 11, 11, 11, 11, 11, 11, 14, 2.5, 26, 12, 12, 12, 12, 12, 14);
        frame.anchor("forecast", page, 0, 0);
        ForecastWords words = new ForecastWords(frame.data(), forecast, frame.language());
        frame.head(page, words.title(), frame.subtitle(), LAST);
        frame.back(page, LAST);
        if (forecast.isEmpty()) {
            page.text(TOP, LEFT, frame.word("forecast.none"), Style.SUBTITLE);
            frame.print(page, TOP, LAST, 1);
            return;
        }
        page.freeze(2, 3);
        int row = lines(words);
        int bottom = row + 2 + CHART_ROWS;
        new ForecastParts(frame, page, forecast, scale).draw(row + 1);
        int end = Math.max(
                new ForecastWeeks(frame, page, forecast, scale).draw(bottom + 1),
                new ForecastRecord(frame, page, forecast, scale).draw(bottom + 1, words));
        fan(row, bottom);
        frame.print(page, end, LAST, 1);
    }

    /** @return the row after the lines */
    private int lines(ForecastWords words) {
        int row = TOP;
        for (Sentence line : words.lines()) {
            page.sentence(row++, LEFT, line, Style.TEXT);
        }
        for (ForecastWords.Unusual unusual : words.unusual()) {
            page.text(row, LEFT, unusual.when(), Style.TEXT);
            page.sentence(row++, WHAT, unusual.what(), Style.TEXT);
        }
        page.height(row, 6);
        return row + 1;
    }

    private void fan(int row, int bottom) {
        String unit = Formats.money(frame.language(), scale);
        ForecastAxis axis = ForecastAxis.of(forecast, scale);
        page.text(row, LEFT, frame.language().word("forecast.chart", Map.of("unit", unit)), Style.HEADING);
        page.sentence(
                row + 1,
                LEFT,
                axis.isCut()
                        ? frame.language().say("forecast.legend.cut", Map.of("low", axis.start()))
                        : frame.language().say("forecast.legend", Map.of()),
                Style.SUBTITLE);
        ForecastSeries numbers = series.drawForecast(forecast, scale.power());
        chart(numbers)
                .draw(
                        page,
                        new ChartFrame(LEFT, row + 2, RIGHT - 1, bottom),
                        series.page(),
                        numbers.names(),
                        axis.drawn(),
                        frame.word("forecast.chart.about"));
    }

    private FanChart chart(ForecastSeries numbers) {
        FanChart chart = new FanChart();
        List<CellRangeAddress> bands = numbers.bands();
        List<String> fills =
                List.of("", Palette.BAND_95, Palette.BAND_80, Palette.BAND_50, Palette.BAND_80, Palette.BAND_95);
        for (int i = 0; i < bands.size(); i++) {
            chart.band(bands.get(i), frame.word("forecast.band." + i), fills.get(i));
        }
        if (forecast.past().stream().anyMatch(week -> week.number("plan") != null)
                || forecast.plan().isPresent()) {
            chart.line(
                    numbers.plan(), frame.word("head.plan"), Palette.PREVIOUS, FanChart.Stroke.SOLID, LINE_POINTS[1]);
        }
        chart.line(numbers.actual(), frame.word("head.actual"), Palette.ACTUAL, FanChart.Stroke.SOLID, LINE_POINTS[0]);
        chart.line(
                numbers.mid(), frame.word("head.forecast"), Palette.FORECAST, FanChart.Stroke.DASHED, LINE_POINTS[2]);
        return chart;
    }
}
