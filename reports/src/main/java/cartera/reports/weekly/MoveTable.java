package cartera.reports.weekly;

import cartera.reports.Palette;
import cartera.reports.Row;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Language;
import cartera.reports.text.Scale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The richest customers who moved within the week, each with the number that crossed a limit; and how far last week's segments still hold. */
final class MoveTable {

    private static final int NAME = 1;
    private static final int FROM = 2;
    private static final int TO = 3;
    private static final int AMOUNT = 4;
    private static final int MANAGER = 5;
    private static final int WHY = 7;
    private static final int LAST_COLUMN = 13;
    /** So many of each scheme. */
    private static final int MOST = 8;

    private static final List<String> SCHEMES = List.of("rfm", "lifecycle");

    private final Frame frame;
    private final Page page;
    private final List<Row> rows;
    private final Grid grid;

    MoveTable(Frame frame, Page page) {
        this.frame = frame;
        this.page = page;
        this.rows = SCHEMES.stream()
                .flatMap(scheme -> richest(frame.data(), scheme).stream())
                .toList();
        BigDecimal largest =
                rows.stream().map(row -> row.amount("amount_12m").abs()).reduce(BigDecimal.ZERO, BigDecimal::max);
        this.grid = new Grid(frame, page, "customer_move", Scale.ofColumn(largest.movePointLeft(1)));
    }

    private static List<Row> richest(WeeklyData data, String scheme) {
        return data.placed("customer_move").stream()
                .filter(row -> row.code("scheme").equals(scheme))
                .limit(MOST)
                .toList();
    }

    /** @return the row after the table */
    int draw(int top) {
        Moves moves = new Moves(frame.data(), language());
        page.text(top, NAME, frame.word("customer_move.title"), Style.HEADING);
        page.sentence(
                top + 1,
                NAME,
                rows.isEmpty() ? language().say("customer_move.none", Map.of()) : moves.stability(),
                Style.SUBTITLE);
        if (rows.isEmpty()) {
            return top + 3;
        }
        heads(top + 2);
        int row = top + 3;
        for (String scheme : SCHEMES) {
            List<Row> ofScheme = richest(frame.data(), scheme);
            if (!ofScheme.isEmpty()) {
                page.text(row, NAME, language().name("scheme", scheme), Grid.CELL.inked(Palette.MUTED));
                page.blank(row++, FROM, LAST_COLUMN, Grid.CELL);
            }
            for (Row move : ofScheme) {
                row(row++, move, moves);
            }
        }
        return row + 1;
    }

    private void heads(int at) {
        grid.head(at, NAME, "name", Style.HEADER);
        grid.head(at, FROM, "from_segment", Style.HEADER.indented());
        grid.head(at, TO, "to_segment", Style.HEADER.indented());
        grid.head(at, AMOUNT, "amount_12m", Style.HEADER.right());
        grid.head(at, MANAGER, "manager", Style.HEADER.indented());
        page.blank(at, MANAGER + 1, MANAGER + 1, Style.HEADER);
        grid.head(at, WHY, "why", Style.HEADER.indented());
        page.blank(at, WHY + 1, LAST_COLUMN, Style.HEADER);
        page.fit(at);
    }

    private void row(int at, Row row, Moves moves) {
        String group = "segment." + row.code("scheme");
        String key = row.code("scheme") + "/" + row.code("party_id");
        grid.data(
                at,
                NAME,
                row.text("name") == null ? row.code("party_id") : row.text("name"),
                Grid.CELL.bold().wrapped());
        page.text(
                at,
                FROM,
                language().name(group, row.code("from_segment")),
                Grid.CELL.wrapped().indented());
        page.text(
                at,
                TO,
                language().name(group, row.code("to_segment")),
                Grid.CELL.wrapped().indented());
        grid.number(at, AMOUNT, row, "amount_12m", key, Grid.CELL);
        grid.data(at, MANAGER, row.text("manager"), Grid.CELL.indented());
        page.blank(at, MANAGER + 1, MANAGER + 1, Grid.CELL);
        page.sentence(at, WHY, moves.why(row), Grid.CELL.indented());
        page.blank(at, WHY + 1, LAST_COLUMN, Grid.CELL);
        page.fit(at);
    }

    private Language language() {
        return frame.language();
    }
}
