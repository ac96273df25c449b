package cartera.reports.weekly;

import cartera.reports.Palette;
import cartera.reports.Row;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Scale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Who is leaving and who is long loyal, with what is proposed to each, what it costs and the margin that it must save. */
final class LoyaltyTable {

    private static final int NAME = 1;
    private static final int INCENTIVE = 2;
    private static final int MANAGER = 3;
    private static final List<String> MONEY =
            List.of("amount_12m", "margin_12m", "margin_at_risk", "cost", "margin_to_save");
    /** Where these are nothing there is nothing to pay. */
    private static final Set<String> FREE = Set.of("cost", "margin_to_save");

    private static final List<String> LISTS = List.of("leaving", "loyal");
    /** So many of each list. */
    private static final int MOST = 8;

    private final Frame frame;
    private final Page page;
    private final Grid grid;

    LoyaltyTable(Frame frame, Page page) {
        this.frame = frame;
        this.page = page;
        BigDecimal largest = LISTS.stream()
                .flatMap(list -> rows(list).stream())
                .map(row -> row.amount("amount_12m").abs())
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        this.grid = new Grid(frame, page, "loyalty", Scale.ofColumn(largest.movePointLeft(2)));
    }

    private List<Row> rows(String list) {
        return frame.data().placed("loyalty").stream()
                .filter(row -> row.code("list").equals(list))
                .limit(MOST)
                .toList();
    }

    /** @return the row after the tables */
    int draw(int top) {
        int row = top;
        for (String list : LISTS) {
            List<Row> rows = rows(list);
            if (!rows.isEmpty()) {
                row = draw(row, list, rows);
            }
        }
        return row;
    }

    private int draw(int top, String list, List<Row> rows) {
        page.text(top, NAME, frame.word("loyalty." + list), Style.HEADING);
        page.text(top + 1, NAME, frame.word("loyalty." + list + ".about"), Style.SUBTITLE);
        heads(top + 2);
        int row = top + 3;
        for (Row one : rows) {
            row(row++, one);
        }
        return row + 1;
    }

    private void heads(int at) {
        grid.head(at, NAME, "name", Style.HEADER);
        grid.head(at, INCENTIVE, "incentive", Style.HEADER.indented());
        grid.head(at, MANAGER, "manager", Style.HEADER.indented());
        for (int i = 0; i < MONEY.size(); i++) {
            grid.head(at, MANAGER + 1 + i, MONEY.get(i), Style.HEADER.right());
        }
        page.fit(at);
    }

    private void row(int at, Row row) {
        String key = row.code("party_id");
        grid.data(
                at,
                NAME,
                row.text("name") == null ? key : row.text("name"),
                Grid.CELL.bold().wrapped());
        page.text(at, INCENTIVE, frame.language().name("incentive", row.code("incentive")), Grid.CELL.indented());
        grid.data(at, MANAGER, row.text("manager"), Grid.CELL.wrapped().indented());
        for (int i = 0; i < MONEY.size(); i++) {
            money(at, MANAGER + 1 + i, row, MONEY.get(i), key);
        }
        page.fit(at);
    }

    private void money(int at, int place, Row row, String column, String key) {
        if (FREE.contains(column) && row.amount(column).signum() == 0) {
            page.text(at, place, "–", Grid.CELL.right().inked(Palette.MUTED));
        } else {
            grid.number(at, place, row, column, key, Grid.CELL);
        }
    }
}
