package cartera.reports.weekly;

import cartera.reports.Palette;
import cartera.reports.Row;
import cartera.reports.Value;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Scale;
import java.util.List;
import java.util.Map;

/** What the forecast is made of, and what the months come to. */
final class ForecastParts {

    private static final int NAME = ForecastSheet.RIGHT;
    private static final List<String> PARTS = List.of("amount", "low_80", "high_80", "previous", "last_year", "growth");
    private static final List<String> MONTHS = List.of("actual", "mid", "low_80", "high_80", "plan", "chance_of_plan");

    private final Frame frame;
    private final Page page;
    private final Forecast forecast;
    private final Scale scale;

    ForecastParts(Frame frame, Page page, Forecast forecast, Scale scale) {
        this.frame = frame;
        this.page = page;
        this.forecast = forecast;
        this.scale = scale;
    }

    /** @return the row after both tables */
    int draw(int top) {
        int row = parts(top);
        return months(row + 1);
    }

    private int parts(int top) {
        Grid grid = new Grid(frame, page, "forecast_part", scale);
        heading(top, "forecast.parts", grid);
        List<Row> parts = forecast.parts();
        if (parts.isEmpty()) {
            page.text(top + 1, NAME, frame.word("forecast.parts.none"), Style.SUBTITLE);
            return top + 2;
        }
        heads(top + 1, grid, "part", PARTS);
        int first = top + 2;
        int row = first;
        for (Row part : parts) {
            part(row++, part, grid);
        }
        total(row, first, parts, grid);
        return row + 1;
    }

    private void heading(int at, String key, Grid grid) {
        page.text(at, NAME, frame.language().word(key, Map.of("unit", grid.moneyUnit())), Style.HEADING);
    }

    private void heads(int at, Grid grid, String name, List<String> numbers) {
        grid.bareHead(at, NAME, name, Style.HEADER);
        for (int i = 0; i < numbers.size(); i++) {
            grid.bareHead(at, NAME + 1 + i, numbers.get(i), Style.HEADER.right());
        }
        page.fit(at);
    }

    private void part(int at, Row row, Grid grid) {
        String code = row.code("part");
        page.text(at, NAME, frame.language().name("forecast_part", code), Grid.CELL);
        numbers(at, row, code, grid);
    }

    /** What is not said of a part is a dash, not an unknown. */
    private void numbers(int at, Row row, String key, Grid grid) {
        for (int i = 0; i < PARTS.size(); i++) {
            String column = PARTS.get(i);
            Style style = i == 0 ? Grid.CELL.bold() : Grid.CELL;
            if (row.number(column) == null) {
                page.text(at, NAME + 1 + i, "–", style.right().inked(Palette.MUTED));
            } else if (column.equals("growth")) {
                page.value(
                        at,
                        NAME + 1 + i,
                        grid.value(column, row, key),
                        0,
                        style.right().formatted(Formats.PERCENT_CHANGE));
            } else {
                grid.number(at, NAME + 1 + i, row, column, key, style);
            }
        }
    }

    /** Sums of the parts; the limits are those of the whole. */
    private void total(int at, int first, List<Row> parts, Grid grid) {
        page.text(at, NAME, frame.word("total"), Grid.TOTAL);
        page.blank(at, NAME + 1, NAME + PARTS.size(), Grid.TOTAL);
        Style money = Grid.TOTAL
                .right()
                .formatted(Formats.number(grid.metric("amount").unit(), grid.power()));
        for (String column : List.of("amount", "previous", "last_year")) {
            sum(at, first, column, parts, grid, money);
        }
        forecast.limit("low_80").ifPresent(low -> page.value(at, NAME + 2, low, grid.power(), money));
        forecast.limit("high_80").ifPresent(high -> page.value(at, NAME + 3, high, grid.power(), money));
        forecast.total().filter(row -> row.number("growth") != null).ifPresent(row -> {
            Style style = Grid.TOTAL.right().formatted(Formats.PERCENT_CHANGE);
            page.value(at, NAME + PARTS.size(), grid.value("growth", row, Forecast.TOTAL), 0, style);
        });
    }

    /** Where a part is unknown the whole is what it is said to be. */
    private void sum(int at, int first, String column, List<Row> parts, Grid grid, Style style) {
        int place = NAME + 1 + PARTS.indexOf(column);
        if (parts.stream().allMatch(row -> row.number(column) != null)) {
            String cells = Page.cellName(first, place) + ":" + Page.cellName(at - 1, place);
            Value sum = grid.metric(column).value(WeeklyData.sum(parts, column), "parts");
            page.formula(at, place, "SUM(" + cells + ")", sum, grid.power(), style);
        } else {
            forecast.limit(column).ifPresent(total -> page.value(at, place, total, grid.power(), style));
        }
    }

    private int months(int top) {
        Grid grid = new Grid(frame, page, "forecast_month", scale);
        List<Row> months = forecast.months();
        if (months.isEmpty()) {
            return top;
        }
        heading(top, "forecast.months", grid);
        heads(top + 1, grid, "month_on", MONTHS);
        int row = top + 2;
        for (Row month : months) {
            month(row++, month, grid);
        }
        return row;
    }

    private void month(int at, Row row, Grid grid) {
        String key = row.day("month_on").toString();
        page.date(at, NAME, row.day("month_on"), Grid.CELL.formatted(Formats.month(frame.language())));
        for (int i = 0; i < MONTHS.size(); i++) {
            month(at, NAME + 1 + i, row, MONTHS.get(i), key, grid);
        }
    }

    /** A month that has not begun has sold nothing yet: a dash, not a zero. */
    private void month(int at, int place, Row row, String column, String key, Grid grid) {
        boolean isAhead = row.day("month_on").isAfter(frame.data().identity().asOf());
        if (column.equals("actual") && isAhead) {
            page.text(at, place, "–", Grid.CELL.right().inked(Palette.MUTED));
        } else if (column.equals("chance_of_plan") && row.number(column) != null) {
            Style style = Grid.CELL.right().formatted(Formats.PERCENT_WHOLE);
            page.value(at, place, grid.value(column, row, key), 0, style);
        } else {
            grid.number(at, place, row, column, key, column.equals("mid") ? Grid.CELL.bold() : Grid.CELL);
        }
    }
}
