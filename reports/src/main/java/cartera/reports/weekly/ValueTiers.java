package cartera.reports.weekly;

import cartera.reports.Row;
import cartera.reports.Unit;
import cartera.reports.Value;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Scale;
import java.math.BigDecimal;
import java.util.List;

/** What the customers are expected to bring in the next twelve months, by tiers; and by which means that was found. */
final class ValueTiers {

    private static final int NAME = 1;
    private static final List<String> NUMBERS =
            List.of("customers", "historic_amount", "expected_margin_12m", "low", "high");

    private final Frame frame;
    private final Page page;
    private final List<Row> rows;
    private final Grid grid;

    ValueTiers(Frame frame, Page page) {
        this.frame = frame;
        this.page = page;
        this.rows = frame.data().placed("value_tier");
        BigDecimal largest =
                rows.stream().map(row -> row.amount("historic_amount").abs()).reduce(BigDecimal.ZERO, BigDecimal::max);
        this.grid = new Grid(frame, page, "value_tier", Scale.ofColumn(largest.movePointLeft(1)));
    }

    /** @return the row after the table */
    int draw(int top) {
        page.text(top, NAME, frame.word("value.title"), Style.HEADING);
        page.text(top + 1, NAME, about(), Style.SUBTITLE);
        if (rows.isEmpty()) {
            return top + 3;
        }
        heads(top + 2);
        int first = top + 3;
        for (int i = 0; i < rows.size(); i++) {
            row(first + i, rows.get(i));
        }
        int total = first + rows.size();
        totals(total, first);
        return total + 2;
    }

    private String about() {
        if (rows.isEmpty()) {
            return frame.word("value.none");
        }
        String rung = frame.data()
                .fact("value_rung")
                .map(code -> frame.language().name("value_rung", code))
                .orElse("");
        return rung.isEmpty() ? frame.word("value.about") : frame.word("value.about") + " · " + rung;
    }

    private void heads(int at) {
        grid.head(at, NAME, "tier", Style.HEADER);
        for (int i = 0; i < NUMBERS.size(); i++) {
            grid.head(at, NAME + 1 + i, NUMBERS.get(i), Style.HEADER.right());
        }
        page.fit(at);
    }

    private void row(int at, Row row) {
        String tier = row.code("tier");
        page.text(at, NAME, tier, Grid.CELL.bold());
        for (int i = 0; i < NUMBERS.size(); i++) {
            grid.number(at, NAME + 1 + i, row, NUMBERS.get(i), tier, Grid.CELL);
        }
    }

    /** Sums for all but the interval: ends of intervals do not add up. */
    private void totals(int at, int first) {
        page.text(at, NAME, frame.word("total"), Grid.TOTAL);
        for (int i = 0; i < NUMBERS.size(); i++) {
            String column = NUMBERS.get(i);
            int place = NAME + 1 + i;
            if (column.equals("low") || column.equals("high")) {
                page.blank(at, place, place, Grid.TOTAL);
                continue;
            }
            Unit unit = grid.metric(column).unit();
            int power = unit == Unit.MONEY ? grid.power() : 0;
            Value total = grid.metric(column).value(WeeklyData.sum(rows, column), "total");
            String cells = Page.cellName(first, place) + ":" + Page.cellName(at - 1, place);
            page.formula(
                    at,
                    place,
                    "SUM(" + cells + ")",
                    total,
                    power,
                    Grid.TOTAL.right().formatted(Formats.number(unit, power)));
        }
    }
}
