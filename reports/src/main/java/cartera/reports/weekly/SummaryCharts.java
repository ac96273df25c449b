package cartera.reports.weekly;

import cartera.reports.Palette;
import cartera.reports.Row;
import cartera.reports.Value;
import cartera.reports.sheet.ChartFrame;
import cartera.reports.sheet.ColumnChart;
import cartera.reports.sheet.ColumnChart.Arrangement;
import cartera.reports.sheet.ColumnChart.Filling;
import cartera.reports.sheet.ColumnChart.Labels;
import cartera.reports.sheet.ColumnChart.Names;
import cartera.reports.sheet.ColumnChart.Series;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Language;
import cartera.reports.text.Scale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** The two charts of Summary, their titles in cells above them: thirteen weeks of revenue against plan, and the bridge from the previous week. */
final class SummaryCharts {

    private static final int LEFT = 1;
    private static final int MIDDLE = 8;
    private static final int RIGHT = 13;
    private static final int STRIP_ROWS = 5;
    private static final int ROWS = 16;

    private final Frame frame;
    private final Page page;
    private final SeriesSheet series;
    private final Scale scale;
    private final Kpi revenue;
    private final Forecast forecast;
    private final List<Row> ahead;

    SummaryCharts(Frame frame, Page page, SeriesSheet series, Scale scale) {
        this.frame = frame;
        this.page = page;
        this.series = series;
        this.scale = scale;
        this.revenue = frame.data().kpi("revenue");
        this.forecast = Forecast.of(frame.data());
        this.ahead = forecast.ahead();
    }

    /** @return the last row drawn */
    int draw(int row) {
        Bridge bridge = frame.data().bridge();
        Headline headline = new Headline(frame.data(), frame.language());
        page.height(row, 20);
        page.sentence(row, LEFT, headline.ofWeeks(), Style.HEADING);
        page.sentence(row, MIDDLE, headline.ofBridge(bridge), Style.HEADING);
        legends(row + 1, bridge);
        if (revenue.hasActual()) {
            drawWeeks(row + 2);
        }
        if (!bridge.bars().isEmpty()) {
            drawBridge(row + 2, bridge);
        }
        return row + 2 + ROWS;
    }

    private void legends(int row, Bridge bridge) {
        String unit = Formats.money(frame.language(), scale);
        if (revenue.hasActual()) {
            page.text(row, LEFT, legend(frame.language(), unit, revenue, ahead), Style.SUBTITLE);
        }
        if (!bridge.bars().isEmpty()) {
            String bridgeUnit = Formats.money(frame.language(), Scale.ofColumn(bridge.size()));
            page.text(row, MIDDLE, frame.language().word("legend.bridge", Map.of("unit", bridgeUnit)), Style.SUBTITLE);
        }
    }

    /** What the columns of the chart of weeks are. */
    static String legend(Language language, String unit, Kpi revenue, List<Row> ahead) {
        String key = revenue.hasPlan() ? "legend.weeks.plan" : "legend.weeks";
        String forecast = ahead.isEmpty() ? "" : language.word("legend.weeks.forecast");
        return language.word(key, Map.of("unit", unit, "forecast", forecast));
    }

    private void drawWeeks(int row) {
        SeriesSheet.WeekRanges ranges = series.drawWeeks(revenue, forecast, ahead, scale.power());
        drawStrip(row, ranges);
        double high = largest(revenue::actual, revenue::plan)
                        .max(largestAhead())
                        .movePointLeft(scale.power())
                        .doubleValue()
                * 1.04;
        ColumnChart chart = new ColumnChart(Arrangement.OVERLAPPED, Names.BELOW);
        if (revenue.hasPlan()) {
            chart.add(new Series(
                    ranges.of(ranges.planRow()),
                    frame.word("head.plan"),
                    Filling.SOLID,
                    Palette.WHITE,
                    Palette.ACTUAL,
                    Labels.NONE,
                    "",
                    ""));
        }
        chart.add(new Series(
                ranges.of(ranges.actualRow()),
                frame.word("head.actual"),
                Filling.SOLID,
                Palette.ACTUAL,
                "",
                Labels.INSIDE,
                Palette.WHITE,
                labels(high)));
        if (!ahead.isEmpty()) {
            chart.add(new Series(
                    ranges.of(ranges.forecastRow()),
                    frame.word("head.forecast"),
                    Filling.HATCHED,
                    Palette.ACTUAL,
                    Palette.ACTUAL,
                    Labels.AT_BASE,
                    Palette.INK,
                    labels(high)));
        }
        chart.draw(
                page,
                new ChartFrame(LEFT, row + STRIP_ROWS, MIDDLE, row + ROWS),
                series.page(),
                ranges.names(),
                lowest() * 1.04,
                high,
                frame.word("chart.weeks.about"));
    }

    private void drawStrip(int row, SeriesSheet.WeekRanges ranges) {
        double size =
                largest(revenue::gap, revenue::gap).movePointLeft(scale.power()).doubleValue() * 1.6;
        if (size == 0) {
            return;
        }
        ColumnChart chart = new ColumnChart(Arrangement.ALTERNATIVE, Names.NOWHERE);
        String format = "+" + labels(size) + ";\"\u2212\"" + labels(size);
        chart.add(gaps(ranges.of(ranges.betterRow()), "legend.better", Palette.GOOD, format));
        chart.add(gaps(ranges.of(ranges.worseRow()), "legend.worse", Palette.BAD, format));
        chart.draw(
                page,
                new ChartFrame(LEFT, row, MIDDLE, row + STRIP_ROWS),
                series.page(),
                ranges.names(),
                -size,
                size,
                frame.word("chart.gaps.about"));
    }

    private Series gaps(CellRangeAddress values, String name, String color, String format) {
        return new Series(values, frame.word(name), Filling.SOLID, color, "", Labels.OUTSIDE, color, format);
    }

    private BigDecimal largestAhead() {
        return ahead.stream()
                .map(week -> week.amount("mid").max(week.amount("plan")))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    /** A label stands in a column about six characters wide: large numbers go without decimals. */
    private static String labels(double largest) {
        return isLarge(largest) ? "#,##0" : "0.0";
    }

    private static boolean isLarge(double largest) {
        return largest >= 1000;
    }

    private interface OfWeek {
        @Nullable
        Value of(LocalDate week);
    }

    private BigDecimal largest(OfWeek first, OfWeek second) {
        BigDecimal largest = BigDecimal.ZERO;
        for (LocalDate week : revenue.weeks()) {
            largest = largest.max(size(first.of(week))).max(size(second.of(week)));
        }
        return largest;
    }

    private static BigDecimal size(@Nullable Value value) {
        return value == null ? BigDecimal.ZERO : value.number().abs();
    }

    /** Zero, unless a week of returns fell below it. */
    private double lowest() {
        BigDecimal lowest = BigDecimal.ZERO;
        for (LocalDate week : revenue.weeks()) {
            Value actual = revenue.actual(week);
            lowest = actual == null ? lowest : lowest.min(actual.number());
        }
        return lowest.movePointLeft(scale.power()).doubleValue();
    }

    private void drawBridge(int row, Bridge bridge) {
        Scale own = Scale.ofColumn(bridge.size());
        SeriesSheet.BridgeRanges ranges = series.drawBridge(
                bridge, own, isLarge(bridge.size().movePointLeft(own.power()).doubleValue()) ? 0 : 1);
        List<String> fills = new ArrayList<>(List.of("", Palette.GOOD, Palette.GOOD, Palette.BAD, Palette.BAD));
        fills.add(bridge.total().change().number().signum() < 0 ? Palette.BAD : Palette.GOOD);
        ColumnChart chart = new ColumnChart(Arrangement.STACKED, Names.ABOVE);
        for (int i = 0; i < fills.size(); i++) {
            CellRangeAddress values = ranges.column(i);
            chart.add(Series.bare(values, frame.word("bridge.part." + i), fills.get(i)));
        }
        double high = bridge.all().stream()
                .map(Bridge.Bar::high)
                .reduce(BigDecimal.ZERO, BigDecimal::max)
                .movePointLeft(own.power())
                .doubleValue();
        double low = bridge.all().stream()
                .map(Bridge.Bar::low)
                .reduce(BigDecimal.ZERO, BigDecimal::min)
                .movePointLeft(own.power())
                .doubleValue();
        chart.draw(
                page,
                new ChartFrame(MIDDLE, row, RIGHT, row + ROWS),
                series.page(),
                ranges.names(),
                low * 1.02,
                high * 1.02,
                frame.word("chart.bridge.about"));
    }
}
