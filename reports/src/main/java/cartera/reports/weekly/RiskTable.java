package cartera.reports.weekly;

import cartera.reports.Palette;
import cartera.reports.Row;
import cartera.reports.Unit;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Language;
import cartera.reports.text.Scale;
import cartera.reports.text.Sentence;
import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Whom to call, most money at risk first: how likely they leave, what that costs, why, and what to do. An Excel table; its totals stand above it and follow the filter. */
final class RiskTable {

    static final int LAST = 12;

    private static final int POSITION = 1;
    private static final int NAME = 2;
    private static final int RISK = 3;
    private static final int PROBABILITY = 4;
    private static final int MARGIN = 5;
    private static final int USUAL = 6;
    private static final int SILENT = 7;
    private static final int WHY = 8;
    private static final int STEP = 9;
    private static final int MANAGER = 10;
    private static final int SEGMENT = 11;
    private static final int GRADE = 12;

    private final Frame frame;
    private final Page page;
    private final Risk risk;
    private final Grid grid;

    RiskTable(Frame frame, Page page, Risk risk) {
        this.frame = frame;
        this.page = page;
        this.risk = risk;
        BigDecimal largest = risk.rows().stream()
                .map(row -> row.amount("expected_margin").abs())
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        // the list has a tail: the unit is chosen for it, not for the richest
        this.grid = new Grid(frame, page, "at_risk", Scale.ofColumn(largest.movePointLeft(1)));
    }

    static void widths(Page page) {
        page.widths(1.3, 6, 25, 12.5, 15.5, 13, 12.5, 12, 50, 25, 17.5, 15, 10.5);
    }

    /** @return the last row of the table */
    int draw(int top) {
        int first = top + 2;
        int last = first + risk.rows().size() - 1;
        totals(top, first, last);
        heads(top + 1);
        for (int i = 0; i < risk.rows().size(); i++) {
            row(first + i, risk.rows().get(i), i < Actions.TOP ? Grid.CELL.bold() : Grid.CELL);
        }
        page.table(new CellRangeAddress(top + 1, last, POSITION, GRADE), "at_risk");
        page.bars(new CellRangeAddress(first, last, RISK, RISK), Palette.BAR_BAD);
        page.shade(List.of(new CellRangeAddress(first, last, PROBABILITY, PROBABILITY)), Palette.SCALE_RISK);
        page.repeatRows(top + 1, top + 1);
        return last;
    }

    private void totals(int at, int first, int last) {
        page.text(at, NAME, frame.word("silent.total"), Style.TEXT.bold());
        total(at, RISK, "money_at_risk", first, last);
        total(at, MARGIN, "expected_margin", first, last);
    }

    private void total(int at, int place, String column, int first, int last) {
        String cells = Page.cellName(first, place) + ":" + Page.cellName(last, place);
        Style style = Style.TEXT.bold().right().formatted(Formats.number(Unit.MONEY, grid.power()));
        page.formula(at, place, "SUBTOTAL(109," + cells + ")", risk.total(column), grid.power(), style);
    }

    /** Three characters are left for the filter button. */
    private void heads(int at) {
        Style text = Style.HEADER;
        Style number = Style.HEADER.right().indented(2);
        grid.head(at, POSITION, "position", text);
        grid.head(at, NAME, "name", text);
        grid.head(at, RISK, "money_at_risk", number);
        grid.head(at, PROBABILITY, "probability", number);
        grid.head(at, MARGIN, "expected_margin", number);
        grid.head(at, USUAL, "usual_gap_days", number);
        grid.head(at, SILENT, "silent_days", number);
        page.text(at, WHY, frame.word("head.why"), text.indented());
        page.note(at, WHY, grid.metric("reason_1_value").definition(language().code()));
        grid.head(at, STEP, "next_step", text.indented());
        grid.head(at, MANAGER, "manager", text.indented());
        grid.head(at, SEGMENT, "segment", text.indented());
        grid.head(at, GRADE, "grade", text.indented());
        page.fit(at);
    }

    private void row(int at, Row row, Style style) {
        String key = row.code("party_id");
        Style words = Grid.CELL.wrapped().indented();
        page.number(at, POSITION, row.whole("position"), Grid.CELL.right().inked(Palette.MUTED));
        grid.data(
                at,
                NAME,
                row.text("name") == null ? key : row.text("name"),
                style.wrapped().indented());
        grid.number(at, RISK, row, "money_at_risk", key, style);
        probability(at, row, key);
        grid.number(at, MARGIN, row, "expected_margin", key, Grid.CELL);
        grid.number(at, USUAL, row, "usual_gap_days", key, Grid.CELL);
        grid.number(at, SILENT, row, "silent_days", key, risk.isOverdue(row) ? style.inked(Palette.BAD) : Grid.CELL);
        page.sentence(at, WHY, new Reasons(language()).of(row), words);
        grid.data(at, STEP, step(row), words);
        grid.data(at, MANAGER, row.text("manager"), words);
        grid.data(at, SEGMENT, segment(row), words);
        grid.data(at, GRADE, row.text("grade"), words);
        page.fit(at);
    }

    private @Nullable String segment(Row row) {
        String code = row.text("segment");
        return code == null ? null : language().name("segment.rfm", code);
    }

    private String step(Row row) {
        String code = row.text("next_step");
        return code == null
                ? ""
                : new Sentence(language().name("next_step", code), List.of())
                        .capitalised(language().locale())
                        .text();
    }

    private void probability(int at, Row row, String key) {
        if (row.number("probability") == null) {
            grid.missing(at, PROBABILITY);
        } else {
            Style style = Grid.CELL.right().formatted(Formats.PERCENT_WHOLE);
            page.value(at, PROBABILITY, grid.value("probability", row, key), 0, style);
        }
    }

    private Language language() {
        return frame.language();
    }
}
