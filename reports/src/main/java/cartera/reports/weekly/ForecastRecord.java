package cartera.reports.weekly;

import cartera.reports.Palette;
import cartera.reports.Row;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Scale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How past forecasts did: each beside what came, last year repeated, and the plan; and how exact they were at every level. */
final class ForecastRecord {

    private static final int NAME = ForecastSheet.RIGHT;
    private static final int ACTUAL = NAME + 1;
    private static final int MID = NAME + 2;
    private static final int ERROR = NAME + 3;
    private static final int NAIVE = NAME + 4;
    private static final int PLAN = NAME + 5;
    private static final int COVERED = NAME + 6;

    private static final List<String> SHARES = List.of("wape", "naive_wape", "plan_wape", "bias", "coverage_80");

    private final Frame frame;
    private final Page page;
    private final Forecast forecast;
    private final Scale scale;

    ForecastRecord(Frame frame, Page page, Forecast forecast, Scale scale) {
        this.frame = frame;
        this.page = page;
        this.forecast = forecast;
        this.scale = scale;
    }

    /** @return the last row */
    int draw(int top, ForecastWords words) {
        Grid grid = new Grid(frame, page, "forecast_origin", scale);
        page.text(
                top, NAME, frame.language().word("forecast.origins", Map.of("unit", grid.moneyUnit())), Style.HEADING);
        int row = top + 1;
        if (!forecast.origins().isEmpty()) {
            heads(row++, grid);
            for (Row origin : forecast.origins()) {
                origin(row++, origin, grid);
            }
        }
        page.sentence(row++, NAME, words.record(), Style.SUBTITLE);
        if (forecast.levels().isEmpty()) {
            return row;
        }
        row = levels(row + 1);
        page.sentence(row, NAME, words.used(), Style.SUBTITLE);
        return row;
    }

    private void heads(int at, Grid grid) {
        Style number = Style.HEADER.right();
        grid.bareHead(at, NAME, "origin_on", Style.HEADER);
        grid.bareHead(at, ACTUAL, "actual", number);
        grid.bareHead(at, MID, "mid", number);
        grid.bareHead(at, ERROR, "error", number);
        grid.bareHead(at, NAIVE, "naive", number);
        grid.bareHead(at, PLAN, "plan", number);
        grid.bareHead(at, COVERED, "is_covered_80", number);
        page.fit(at);
    }

    /** Bold: the nearest to what came. */
    private void origin(int at, Row row, Grid grid) {
        String key = row.day("origin_on").toString();
        String best = row.text("best");
        page.date(at, NAME, row.day("origin_on"), Grid.CELL.formatted(Formats.date(frame.language())));
        grid.number(at, ACTUAL, row, "actual", key, Grid.CELL);
        grid.number(at, MID, row, "mid", key, style(best, "model"));
        error(at, row, key, grid);
        grid.number(at, NAIVE, row, "naive", key, style(best, "naive"));
        grid.number(at, PLAN, row, "plan", key, style(best, "plan"));
        boolean isCovered = row.flag("is_covered_80");
        page.text(
                at,
                COVERED,
                isCovered ? "●" : "▽",
                Grid.CELL.right().inked(isCovered ? Palette.GOOD : Palette.HEADER_INK));
    }

    private static Style style(@Nullable String best, String who) {
        return who.equals(best) ? Grid.CELL.bold() : Grid.CELL;
    }

    private void error(int at, Row row, String key, Grid grid) {
        BigDecimal actual = row.number("actual");
        BigDecimal mid = row.number("mid");
        if (actual == null || mid == null) {
            grid.missing(at, ERROR);
            return;
        }
        String formula = Page.cellName(at, MID) + "-" + Page.cellName(at, ACTUAL);
        Style style = Grid.CELL
                .right()
                .formatted(Formats.change(grid.metric("error").unit(), grid.power(), frame.language()));
        page.formula(at, ERROR, formula, grid.metric("error").value(mid.subtract(actual), key), grid.power(), style);
    }

    private int levels(int top) {
        Grid grid = new Grid(frame, page, "forecast_record_summary", scale);
        page.text(top, NAME, frame.word("forecast.levels"), Style.HEADING);
        grid.head(top + 1, NAME, "level", Style.HEADER);
        for (int i = 0; i < SHARES.size(); i++) {
            String column = SHARES.get(i);
            grid.head(top + 1, NAME + 1 + i, column, frame.word("forecast.levels." + column), Style.HEADER.right());
        }
        grid.head(top + 1, COVERED, "used", Style.HEADER.indented());
        int row = top + 2;
        for (Row level : forecast.levels()) {
            level(row++, level, grid);
        }
        return row;
    }

    private void level(int at, Row row, Grid grid) {
        String code = row.code("level");
        page.text(at, NAME, frame.language().name("forecast_level", code), Grid.CELL);
        for (int i = 0; i < SHARES.size(); i++) {
            grid.number(at, NAME + 1 + i, row, SHARES.get(i), code, i == 0 ? Grid.CELL.bold() : Grid.CELL);
        }
        String used = Objects.requireNonNullElse(row.text("used"), "model");
        page.text(at, COVERED, frame.language().name("forecast_used", used), Grid.CELL.indented());
    }
}
