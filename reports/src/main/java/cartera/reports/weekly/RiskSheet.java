package cartera.reports.weekly;

import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Sentence;
import java.util.List;

/** The customers who may leave, by the money that goes with them: a list as long as the managers can call this week; or why there is none. */
final class RiskSheet {

    private static final int TOP = 4;

    private final Frame frame;
    private final Page page;
    private final Risk risk;

    RiskSheet(Frame frame, Page page) {
        this.frame = frame;
        this.page = page;
        this.risk = Risk.of(frame.data());
    }

    void draw() {
        RiskTable.widths(page);
        frame.anchor("risk", page, 0, 0);
        RiskWords words = new RiskWords(frame.data(), risk, frame.language());
        frame.head(page, words.title(), frame.subtitle(), RiskTable.LAST);
        frame.back(page, RiskTable.LAST);
        boolean isEmpty = risk.rows().isEmpty();
        int row = write(isEmpty ? words.none() : words.lines());
        if (isEmpty) {
            frame.print(page, row, RiskTable.LAST, 1);
            return;
        }
        page.freeze(3, row + 2);
        frame.print(page, new RiskTable(frame, page, risk).draw(row), RiskTable.LAST, 0);
    }

    /** @return the row after the lines */
    private int write(List<Sentence> lines) {
        int row = TOP;
        for (Sentence line : lines) {
            page.sentence(row++, 1, line, Style.SUBTITLE);
        }
        page.height(row, 6);
        return row + 1;
    }
}
