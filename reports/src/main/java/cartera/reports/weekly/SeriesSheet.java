package cartera.reports.weekly;

import cartera.reports.Row;
import cartera.reports.Value;
import cartera.reports.sheet.Book;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Language;
import cartera.reports.text.Scale;
import cartera.reports.text.Scaled;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/**
 * The hidden sheet: what charts and sparklines draw, numbers that stand in sentences and in no table, and the list of all numbers in sentences with the cells that they quote.
 */
final class SeriesSheet {

    /** The name of the range that lists the numbers of sentences. */
    static final String QUOTES = "quotes";

    private static final int HEAD = 1;
    private static final int FIRST = 1;
    private static final int EXTRA = 15;

    private final Frame frame;
    private final Page page;
    private final List<LocalDate> weeks;
    private final Map<String, Integer> rows = new HashMap<>();
    private int next = HEAD + 1;

    SeriesSheet(Frame frame, Page page) {
        this.frame = frame;
        this.page = page;
        this.weeks = frame.data().weeks();
    }

    Page page() {
        return page;
    }

    /** The range of a series drawn before with its sheet, for sparklines. */
    String reference(String series) {
        return page.rowRange(row(series), FIRST, FIRST + weeks.size() - 1);
    }

    /** Where last year's number of a metric stands. */
    String lastYear(String metric) {
        return page.reference(row(metric), EXTRA);
    }

    void drawHead() {
        page.widths(44);
        page.text(0, 0, frame.word("series.title"), Style.HEADING);
        page.text(HEAD, 0, frame.word("series.metric"), Style.HEADER);
        for (int i = 0; i < weeks.size(); i++) {
            page.text(HEAD, FIRST + i, weekName(frame.language(), weeks.get(i)), Style.HEADER.right());
        }
        page.text(HEAD, EXTRA, frame.word("head.last_year"), Style.HEADER.right());
        page.text(HEAD, EXTRA + 1, frame.word("series.cause"), Style.HEADER.right());
    }

    static String weekName(Language language, LocalDate week) {
        return language.word(
                "week.short",
                Map.of("n", String.format(Locale.ROOT, "%02d", week.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))));
    }

    /** The weeks of a metric, with what else sentences and formulas need of it. */
    void draw(Kpi kpi, int power) {
        int row = next(kpi.metric().id(), kpi.metric().name(frame.language().code()));
        Style style = style(kpi, power);
        for (int i = 0; i < weeks.size(); i++) {
            put(row, FIRST + i, kpi.actual(weeks.get(i)), power, style);
        }
        put(row, EXTRA, kpi.base(Base.LAST_YEAR), power, style);
        Optional<Row> cause =
                frame.data().cause(kpi.metric().id()).filter(found -> found.number("cause_value") != null);
        cause.ifPresent(found -> put(row, EXTRA + 1, Comments.value(kpi, found), kpi.isShare() ? 0 : power, style));
    }

    /** What the chart of weeks draws: names, what was, plan, what is expected, and the gaps, the better and the worse ones apart. */
    WeekRanges drawWeeks(Kpi kpi, Forecast forecast, List<Row> ahead, int power) {
        WeekRanges ranges = new WeekRanges(++next, weeks.size() + ahead.size());
        next += WeekRanges.ROWS;
        List<String> labels =
                List.of("series.metric", "head.actual", "head.plan", "head.forecast", "legend.better", "legend.worse");
        for (int i = 0; i < labels.size(); i++) {
            page.text(ranges.top() + i, 0, frame.word(labels.get(i)), Style.TEXT);
        }
        Style style = style(kpi, power);
        int column = FIRST;
        for (LocalDate week : weeks) {
            page.text(ranges.top(), column, weekName(frame.language(), week), Style.TEXT);
            put(ranges.actualRow(), column, kpi.actual(week), power, style);
            put(ranges.planRow(), column, kpi.plan(week), power, style);
            Value gap = kpi.gap(week);
            put(
                    gap != null && gap.number().signum() < 0 ? ranges.worseRow() : ranges.betterRow(),
                    column++,
                    gap,
                    power,
                    style);
        }
        for (Row week : ahead) {
            page.text(ranges.top(), column, weekName(frame.language(), week.day("period_on")), Style.TEXT);
            put(ranges.planRow(), column, forecast.value(week, "plan"), power, style);
            put(ranges.forecastRow(), column++, forecast.value(week, "mid"), power, style);
        }
        return ranges;
    }

    /** The rows of the chart of weeks, each {@code width} columns wide. */
    record WeekRanges(int top, int width) {

        static final int ROWS = 6;

        int actualRow() {
            return top + 1;
        }

        int planRow() {
            return top + 2;
        }

        int forecastRow() {
            return top + 3;
        }

        int betterRow() {
            return top + 4;
        }

        int worseRow() {
            return top + 5;
        }

        CellRangeAddress names() {
            return of(top);
        }

        CellRangeAddress of(int row) {
            return new CellRangeAddress(row, row, FIRST, FIRST + width - 1);
        }
    }

    /** The bridge, a row a bar: its name over its change, then the invisible base, and the parts over and under zero by colour. */
    BridgeRanges drawBridge(Bridge bridge, Scale scale, int decimals) {
        int top = ++next;
        String[] heads = {"base", "better_up", "better_down", "worse_up", "worse_down", "total", "change"};
        for (int i = 0; i < heads.length; i++) {
            page.text(top, FIRST + i, heads[i], Style.HEADER.right());
        }
        next++;
        bridge.all().forEach(bar -> drawBar(bar, scale.power(), decimals));
        return new BridgeRanges(top + 1, next - 1);
    }

    /** Rows of the bridge; its columns are the names, then as {@code drawBridge} says. */
    record BridgeRanges(int first, int last) {

        CellRangeAddress names() {
            return column(-1);
        }

        CellRangeAddress column(int index) {
            return new CellRangeAddress(first, last, FIRST + index, FIRST + index);
        }
    }

    /** The forecast, a row a week. */
    ForecastSeries drawForecast(Forecast forecast, int power) {
        ForecastSeries drawn = new ForecastSeries(frame, page, forecast, power, ++next);
        drawn.draw();
        next += ForecastSeries.rows(forecast);
        return drawn;
    }

    private void drawBar(Bridge.Bar bar, int power, int decimals) {
        int row = next++;
        page.sentence(
                row,
                0,
                frame.language()
                        .say(
                                "bar",
                                Map.of(
                                        "segment",
                                        segment(bar.segment()),
                                        "change",
                                        new Scaled(bar.change(), power, decimals))),
                Style.TEXT);
        Style style = Style.NUMBER.formatted(Formats.TENTHS);
        BarParts parts = BarParts.of(bar);
        for (int i = 0; i < parts.numbers().size(); i++) {
            if (parts.numbers().get(i).signum() != 0) {
                page.number(
                        row,
                        FIRST + i,
                        parts.numbers().get(i).movePointLeft(power).doubleValue(),
                        style);
            }
        }
        page.value(row, FIRST + parts.numbers().size(), bar.change(), power, style);
    }

    private String segment(String code) {
        return frame.language().name("segment.rfm", code);
    }

    /** Numbers of sentences that stand in no table, then the list of all numbers of sentences. Call when all sheets are drawn. */
    void drawQuotes() {
        next++;
        for (Value value : frame.book().unplaced()) {
            int row = next++;
            page.text(row, 0, value.id(), Style.TEXT);
            page.value(row, FIRST, value, 0, Style.NUMBER.formatted("General"));
        }
        int first = ++next;
        for (Book.Quote quote : frame.book().quotes()) {
            drawQuote(next++, quote);
        }
        frame.book()
                .name(
                        QUOTES,
                        page.reference(first, 0) + ":"
                                + page.reference(Math.max(first, next - 1), 6).replaceAll(".*!", ""));
    }

    /** Sentence, position in it, cell, power of the cell, power and decimals of the sentence, 1 if the sign is left to the words. */
    private void drawQuote(int row, Book.Quote quote) {
        page.text(row, 0, quote.cell(), Style.TEXT);
        page.number(row, 1, quote.position(), Style.NUMBER);
        page.text(row, 2, quote.place().reference(), Style.TEXT);
        page.number(row, 3, quote.place().power(), Style.NUMBER);
        page.number(row, 4, quote.mention().power(), Style.NUMBER);
        page.number(row, 5, quote.mention().decimals(), Style.NUMBER);
        page.number(row, 6, quote.mention().isMagnitude() ? 1 : 0, Style.NUMBER);
    }

    private int next(String series, String label) {
        rows.put(series, next);
        page.text(next, 0, label, Style.TEXT);
        return next++;
    }

    private int row(String series) {
        Integer row = rows.get(series);
        if (row == null) {
            throw new IllegalStateException("Cannot refer to series %s: it is not drawn".formatted(series));
        }
        return row;
    }

    private void put(int row, int column, @Nullable Value value, int power, Style style) {
        if (value != null) {
            page.value(row, column, value, power, style);
        }
    }

    private static Style style(Kpi kpi, int power) {
        return Style.NUMBER.formatted(Formats.number(kpi.metric().unit(), power));
    }

    /** The heights of the parts of a bar: base, better above zero, better below, worse above, worse below, total. */
    private record BarParts(List<BigDecimal> numbers) {

        static BarParts of(Bridge.Bar bar) {
            BigDecimal zero = BigDecimal.ZERO;
            BigDecimal up = bar.high().max(zero).subtract(bar.low().max(zero));
            BigDecimal down = bar.low().min(zero).subtract(bar.high().min(zero));
            BigDecimal base = bar.low().max(zero).add(bar.high().min(zero));
            if (bar.segment().equals(Bridge.TOTAL)) {
                return new BarParts(
                        List.of(zero, zero, zero, zero, zero, bar.change().number()));
            }
            return bar.change().number().signum() >= 0
                    ? new BarParts(List.of(base, up, down, zero, zero, zero))
                    : new BarParts(List.of(base, zero, zero, up, down, zero));
        }
    }
}
