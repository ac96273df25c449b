package cartera.reports.weekly;

import cartera.reports.Palette;
import cartera.reports.Row;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Scale;
import cartera.reports.text.Sentence;
import java.math.BigDecimal;
import java.util.List;

/** Who became a VIP within the week and who ceased to be one, the lost ones first. */
final class VipTable {

    private static final int NAME = 1;
    private static final int CHANGE = 2;
    private static final int MANAGER = 3;
    private static final int AMOUNT = 4;
    private static final int PREVIOUS = 5;
    private static final int LAST = 6;
    private static final int WHY = 7;
    private static final int LAST_COLUMN = 12;
    /** More than these are not read. */
    private static final int MOST = 15;

    private final Frame frame;
    private final Page page;
    private final List<Row> rows;
    private final Grid grid;

    VipTable(Frame frame, Page page) {
        this.frame = frame;
        this.page = page;
        this.rows = frame.data().placed("vip_change");
        BigDecimal largest = rows.stream()
                .map(row -> row.amount("amount_12m")
                        .abs()
                        .max(row.amount("previous_amount_12m").abs()))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        this.grid = new Grid(frame, page, "vip_change", Scale.ofColumn(largest.movePointLeft(1)));
    }

    /** @return the row after the table */
    int draw(int top) {
        page.text(top, NAME, frame.word("vip.title"), Style.HEADING);
        page.sentence(top + 1, NAME, new Moves(frame.data(), frame.language()).vip(rows), Style.SUBTITLE);
        if (rows.isEmpty()) {
            return top + 3;
        }
        heads(top + 2);
        int row = top + 3;
        for (Row change : rows.subList(0, Math.min(MOST, rows.size()))) {
            row(row++, change);
        }
        return row + 1;
    }

    private void heads(int at) {
        Style number = Style.HEADER.right();
        grid.head(at, NAME, "name", Style.HEADER);
        grid.head(at, CHANGE, "change", Style.HEADER.indented());
        grid.head(at, MANAGER, "manager", Style.HEADER.indented());
        grid.head(at, AMOUNT, "amount_12m", number);
        grid.head(at, PREVIOUS, "previous_amount_12m", number);
        grid.head(at, LAST, "last_on", number);
        grid.head(at, WHY, "why", Style.HEADER.indented());
        page.blank(at, WHY + 1, LAST_COLUMN, Style.HEADER);
        page.fit(at);
    }

    private void row(int at, Row row) {
        String key = row.code("party_id");
        boolean isLost = row.code("change").equals("lost");
        grid.data(
                at,
                NAME,
                row.text("name") == null ? key : row.text("name"),
                Grid.CELL.bold().wrapped());
        Style change = Grid.CELL.indented().inked(isLost ? Palette.BAD : Palette.GOOD);
        page.text(at, CHANGE, frame.language().name("vip_change", row.code("change")), change);
        grid.data(at, MANAGER, row.text("manager"), Grid.CELL.wrapped().indented());
        grid.number(at, AMOUNT, row, "amount_12m", key, Grid.CELL);
        grid.number(at, PREVIOUS, row, "previous_amount_12m", key, Grid.CELL);
        grid.date(at, LAST, row.date("last_on"));
        Sentence why = new Moves(frame.data(), frame.language()).vipWhy(row);
        page.sentence(at, WHY, why, Grid.CELL.indented());
        page.blank(at, WHY + 1, LAST_COLUMN, Grid.CELL);
        page.fit(at);
    }
}
