package cartera.reports.weekly;

import cartera.reports.Palette;
import cartera.reports.Polarity;
import cartera.reports.Row;
import cartera.reports.Value;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Scale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The forecast week by week against plan, and all weeks together. */
final class ForecastWeeks {

    private static final int WEEK = ForecastSheet.LEFT;
    private static final int PLAN = WEEK + 1;
    private static final int LOW = WEEK + 2;
    private static final int MID = WEEK + 3;
    private static final int HIGH = WEEK + 4;
    private static final int GAP = WEEK + 5;
    private static final int GAP_SHARE = WEEK + 6;
    private static final int CHANCE = WEEK + 7;

    private final Frame frame;
    private final Page page;
    private final Forecast forecast;
    private final Grid grid;

    ForecastWeeks(Frame frame, Page page, Forecast forecast, Scale scale) {
        this.frame = frame;
        this.page = page;
        this.forecast = forecast;
        this.grid = new Grid(frame, page, Forecast.TABLE, scale);
    }

    /** @return the last row */
    int draw(int top) {
        page.text(top, WEEK, frame.language().word("forecast.weeks", Map.of("unit", grid.moneyUnit())), Style.HEADING);
        heads(top + 1);
        int first = top + 2;
        int row = first;
        for (Row week : forecast.future()) {
            week(row++, week);
        }
        totals(row, first);
        page.text(row + 1, WEEK, frame.word("forecast.weeks.limits"), Style.SUBTITLE);
        page.text(row + 2, WEEK, frame.word("forecast.weeks.total"), Style.SUBTITLE);
        return promotions(row + 2);
    }

    /** Which weeks are on promotion, those of the same promotions in one line; the last row. */
    private int promotions(int above) {
        Map<String, List<String>> weeks = new LinkedHashMap<>();
        for (Row week : forecast.future()) {
            String promotion = week.text("promotion");
            if (promotion != null) {
                weeks.computeIfAbsent(promotion, name -> new ArrayList<>()).add(weekName(week));
            }
        }
        int row = above;
        for (var named : weeks.entrySet()) {
            Map<String, String> arguments =
                    Map.of("weeks", String.join(", ", named.getValue()), "promotion", named.getKey());
            page.text(++row, WEEK, frame.language().word("forecast.weeks.promotion", arguments), Style.SUBTITLE);
        }
        return row;
    }

    private void heads(int at) {
        Style number = Style.HEADER.right();
        grid.bareHead(at, WEEK, "period_on", Style.HEADER);
        grid.bareHead(at, PLAN, "plan", number);
        grid.bareHead(at, LOW, "low_80", number);
        grid.bareHead(at, MID, "mid", number);
        grid.bareHead(at, HIGH, "high_80", number);
        page.text(at, GAP, frame.word("head.plan_gap"), number);
        page.text(at, GAP_SHARE, frame.word("head.plan_gap_share"), number);
        grid.bareHead(at, CHANCE, "chance_of_plan", number);
        page.fit(at);
    }

    private void week(int at, Row week) {
        String key = Forecast.key(week);
        page.text(at, WEEK, name(week), Grid.CELL);
        grid.number(at, PLAN, week, "plan", key, Grid.CELL.inked(Palette.HEADER_INK));
        grid.number(at, LOW, week, "low_80", key, Grid.CELL);
        grid.number(at, MID, week, "mid", key, Grid.CELL.bold());
        grid.number(at, HIGH, week, "high_80", key, Grid.CELL);
        gap(at, week.number("plan"), forecast.gap(week), Grid.CELL);
        chance(at, week, key);
    }

    private String name(Row week) {
        return frame.language()
                .word(
                        "forecast.week",
                        Map.of(
                                "week", weekName(week),
                                "from", frame.language().day(week.day("period_on"))));
    }

    private String weekName(Row week) {
        return SeriesSheet.weekName(frame.language(), week.day("period_on"));
    }

    private void chance(int at, Row week, String key) {
        if (week.number("chance_of_plan") == null) {
            grid.missing(at, CHANCE);
        } else {
            Style style = Grid.CELL.right().formatted(Formats.PERCENT_WHOLE);
            page.value(at, CHANCE, grid.value("chance_of_plan", week, key), 0, style);
        }
    }

    private void gap(int at, @Nullable BigDecimal plan, Optional<Value> gap, Style style) {
        if (gap.isEmpty()) {
            missing(at, GAP, style);
            missing(at, GAP_SHARE, style);
            return;
        }
        String mid = Page.cellName(at, MID);
        String planned = Page.cellName(at, PLAN);
        page.formula(at, GAP, mid + "-" + planned, gap.get(), grid.power(), changed(gap.get(), style));
        forecast.gapShare(plan, gap.get())
                .ifPresentOrElse(
                        share -> page.formula(
                                at, GAP_SHARE, mid + "/" + planned + "-1", share, 0, changed(share, style)),
                        () -> missing(at, GAP_SHARE, style));
    }

    private void missing(int at, int place, Style style) {
        page.text(at, place, frame.word("missing"), style.right().inked(Palette.MUTED));
    }

    private Style changed(Value change, Style style) {
        int good = Polarity.UP.judge(change.number());
        String ink = good > 0 ? Palette.GOOD : good < 0 ? Palette.BAD : Palette.HEADER_INK;
        return style.right().inked(ink).formatted(Formats.change(change.unit(), grid.power(), frame.language()));
    }

    /** The limits of all weeks together are narrower than the sums of the weeks' limits, so they are not sums. */
    private void totals(int at, int first) {
        page.text(at, WEEK, frame.word("total"), Grid.TOTAL);
        page.blank(at, PLAN, CHANCE, Grid.TOTAL);
        Style style =
                Grid.TOTAL.right().formatted(Formats.number(grid.metric("mid").unit(), grid.power()));
        forecast.plan().ifPresent(plan -> page.formula(at, PLAN, sum(first, at, PLAN), plan, grid.power(), style));
        page.formula(at, MID, sum(first, at, MID), forecast.sum(), grid.power(), style);
        forecast.limit("low_80").ifPresent(low -> page.value(at, LOW, low, grid.power(), style));
        forecast.limit("high_80").ifPresent(high -> page.value(at, HIGH, high, grid.power(), style));
        gap(at, forecast.plan().map(Value::number).orElse(null), forecast.gap(), Grid.TOTAL);
    }

    private static String sum(int first, int at, int column) {
        return "SUM(" + Page.cellName(first, column) + ":" + Page.cellName(at - 1, column) + ")";
    }
}
