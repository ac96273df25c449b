package cartera.reports.weekly;

import cartera.reports.Palette;
import cartera.reports.Row;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Language;
import cartera.reports.text.Scale;
import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;

/** The customers who have fallen silent, by money: whom to call first. An Excel table; its totals stand above it and follow the filter. */
final class SilentTable {

    private static final int NAME = 1;
    private static final int SEGMENT = 2;
    private static final int MANAGER = 3;
    private static final int AMOUNT = 4;
    private static final int SILENT = 5;
    private static final int USUAL = 6;
    private static final int LAST = 7;
    private static final int SINCE = 8;
    private static final int REASON = 9;
    private static final int LAST_COLUMN = 12;

    private final Frame frame;
    private final Page page;
    private final List<Row> rows;
    private final Grid grid;

    SilentTable(Frame frame, Page page) {
        this.frame = frame;
        this.page = page;
        this.rows = frame.data().placed("silent_customer");
        BigDecimal largest =
                rows.stream().map(row -> row.amount("amount_12m").abs()).reduce(BigDecimal.ZERO, BigDecimal::max);
        // the list has a long tail: the unit is chosen for it, not for the richest
        this.grid = new Grid(frame, page, "silent_customer", Scale.ofColumn(largest.movePointLeft(2)));
    }

    /** @return the row after the table */
    int draw(int top) {
        frame.anchor("silent", page, top, NAME);
        page.text(top, NAME, frame.word("silent.title"), Style.HEADING);
        if (rows.isEmpty()) {
            page.text(top + 1, NAME, frame.word("silent.none"), Style.SUBTITLE);
            return top + 3;
        }
        page.text(top + 1, NAME, frame.word("silent.about"), Style.SUBTITLE);
        int first = top + 4;
        int last = first + rows.size() - 1;
        totals(top + 2, first, last);
        heads(top + 3);
        for (int i = 0; i < rows.size(); i++) {
            row(first + i, rows.get(i), i < Actions.TOP ? Grid.CELL.bold() : Grid.CELL);
        }
        page.table(new CellRangeAddress(top + 3, last, NAME, REASON), "silent_customers");
        page.bars(new CellRangeAddress(first, last, AMOUNT, AMOUNT), Palette.BAR_BAD);
        page.repeatRows(top + 3, top + 3);
        return last + 2;
    }

    private void totals(int at, int first, int last) {
        page.text(at, NAME, frame.word("silent.total"), Style.TEXT.bold());
        String names = Page.cellName(first, NAME) + ":" + Page.cellName(last, NAME);
        Style style = Style.TEXT.bold().right();
        page.formula(
                at,
                SEGMENT,
                "SUBTOTAL(103," + names + ")",
                Actions.silentCustomers(rows),
                0,
                style.formatted(Formats.counted(frame.word("unit.customers"))));
        String amounts = Page.cellName(first, AMOUNT) + ":" + Page.cellName(last, AMOUNT);
        Style money = style.formatted(Formats.number(grid.metric("amount_12m").unit(), grid.power()));
        page.formula(at, AMOUNT, "SUBTOTAL(109," + amounts + ")", Actions.silentAmount(rows), grid.power(), money);
    }

    /** Three characters are left for the filter button. */
    private void heads(int at) {
        Style text = Style.HEADER;
        Style number = Style.HEADER.right().indented(2);
        grid.head(at, NAME, "name", text);
        grid.head(at, SEGMENT, "segment", text.indented());
        grid.head(at, MANAGER, "manager", text.indented());
        grid.head(at, AMOUNT, "amount_12m", number);
        grid.head(at, SILENT, "silent_days", number);
        grid.head(at, USUAL, "usual_gap_days", number);
        grid.head(at, LAST, "last_on", number);
        grid.head(at, SINCE, "first_silent_on", number);
        grid.head(at, REASON, "reason", text.indented());
        page.blank(at, REASON + 1, LAST_COLUMN, text);
        page.fit(at);
    }

    private void row(int at, Row row, Style style) {
        String key = row.code("party_id");
        String segment = language().name("segment.rfm", String.valueOf(row.text("segment")));
        String name = row.text("name") == null ? key : row.text("name");
        grid.data(at, NAME, name, style.wrapped());
        grid.data(at, SEGMENT, segment, Grid.CELL.wrapped().indented());
        grid.data(at, MANAGER, row.text("manager"), Grid.CELL.wrapped().indented());
        grid.number(at, AMOUNT, row, "amount_12m", key, style);
        grid.number(at, SILENT, row, "silent_days", key, style);
        grid.number(at, USUAL, row, "usual_gap_days", key, Grid.CELL);
        grid.date(at, LAST, row.date("last_on"));
        grid.date(at, SINCE, row.date("first_silent_on"));
        grid.data(at, REASON, language().name("reason", String.valueOf(row.text("reason"))), Grid.CELL.indented());
        page.blank(at, REASON + 1, LAST_COLUMN, Grid.CELL);
        page.fit(at);
    }

    private Language language() {
        return frame.language();
    }
}
