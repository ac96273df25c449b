package cartera.reports.weekly;

import cartera.reports.Palette;
import cartera.reports.Row;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Scale;
import cartera.reports.text.Sentence;
import java.util.Comparator;
import java.util.List;

/** How far last week's segments still hold, scheme by scheme, and whether what they are made of has shifted. */
final class StabilityTable {

    private static final int NAME = 1;
    private static final List<String> NUMBERS = List.of("customers", "moved_customers", "moved_share", "ari", "psi");
    private static final int NOTE = NAME + 1 + 5;
    private static final int LAST_COLUMN = 9;

    private final Frame frame;
    private final Page page;
    private final List<Row> rows;
    private final Grid grid;

    StabilityTable(Frame frame, Page page) {
        this.frame = frame;
        this.page = page;
        this.rows = frame.data().rows("stability").stream()
                .filter(row -> row.number("ari") != null || row.number("psi") != null)
                .sorted(Comparator.comparing((Row row) -> row.code("kind"))
                        .reversed()
                        .thenComparing(row -> row.code("subject")))
                .toList();
        this.grid = new Grid(frame, page, "stability", Scale.ONE);
    }

    /** @return the row after the table */
    int draw(int top) {
        if (rows.isEmpty()) {
            return top;
        }
        page.text(top, NAME, frame.word("stability.title"), Style.HEADING);
        page.text(top + 1, NAME, frame.word("stability.about"), Style.SUBTITLE);
        grid.head(top + 2, NAME, "subject", Style.HEADER);
        for (int i = 0; i < NUMBERS.size(); i++) {
            grid.head(top + 2, NAME + 1 + i, NUMBERS.get(i), Style.HEADER.right());
        }
        grid.head(top + 2, NOTE, "note", Style.HEADER.indented());
        page.blank(top + 2, NOTE + 1, LAST_COLUMN, Style.HEADER);
        page.fit(top + 2);
        int row = top + 3;
        for (Row one : rows) {
            row(row++, one);
        }
        return row + 1;
    }

    private void row(int at, Row row) {
        String subject = row.code("subject");
        String group = row.code("kind").equals("scheme") ? "scheme" : "stability";
        Sentence name = new Sentence(frame.language().name(group, subject), List.of());
        page.sentence(
                at,
                NAME,
                name.capitalised(frame.language().locale()),
                Grid.CELL.bold().wrapped());
        page.fit(at);
        for (int i = 0; i < NUMBERS.size(); i++) {
            String column = NUMBERS.get(i);
            if (row.number(column) == null) {
                page.text(at, NAME + 1 + i, "–", Grid.CELL.right().inked(Palette.MUTED));
            } else if (column.equals("ari") || column.equals("psi")) {
                Style style = Grid.CELL.right().formatted(Formats.HUNDREDTHS);
                page.value(at, NAME + 1 + i, grid.value(column, row, subject), 0, style);
            } else {
                grid.number(at, NAME + 1 + i, row, column, subject, Grid.CELL);
            }
        }
        String note = row.text("note");
        Style style = Grid.CELL.indented().inked(note == null ? Palette.GOOD : Palette.BAD);
        page.text(at, NOTE, frame.word("stability.note." + (note == null ? "ok" : note)), style);
        page.blank(at, NOTE + 1, LAST_COLUMN, Grid.CELL);
    }
}
