package cartera.reports.weekly;

import cartera.reports.Palette;
import cartera.reports.ReportIdentity;
import cartera.reports.sheet.Book;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Language;
import cartera.reports.text.Sentence;
import java.util.HashMap;
import java.util.Map;

/**
 * What all sheets of the workbook have in common: the data, the language, the book, and names for the cells that links go to.
 */
record Frame(WeeklyData data, Language language, Book book, Map<String, String> anchors) {

    static final int TITLE_ROW = 1;

    Frame(WeeklyData data, Language language, Book book) {
        this(data, language, book, new HashMap<>());
    }

    /** Title, subtitle and the line under them, from column B to {@code lastColumn}. */
    void head(Page page, Sentence title, String subtitle, int lastColumn) {
        page.height(0, 6);
        page.height(TITLE_ROW, 27);
        page.height(2, 17);
        page.height(3, 6);
        page.sentence(TITLE_ROW, 1, title, Style.TITLE);
        page.text(2, 1, subtitle, Style.SUBTITLE.below(Palette.ACTUAL));
        page.blank(2, 2, lastColumn, Style.TEXT.below(Palette.ACTUAL));
    }

    /** The way back to Summary, at the right end of the title. */
    void back(Page page, int column) {
        page.text(TITLE_ROW, column, language.word("link.back"), Style.LINK.right());
        link(page, TITLE_ROW, column, "summary");
    }

    /** Company, week and its days. */
    String subtitle() {
        ReportIdentity identity = data.identity();
        Map<String, String> arguments = Map.of(
                "week", identity.week(),
                "from", language.day(data.week()),
                "to", language.date(data.week().plusDays(6)),
                "company", identity.company());
        return language.word(identity.company().isEmpty() ? "subtitle" : "subtitle.company", arguments);
    }

    void print(Page page, int lastRow, int lastColumn, int pagesTall) {
        String left = language.word("footer", Map.of("run", data.identity().runId()));
        page.print(lastRow, lastColumn, pagesTall, left, page.name());
    }

    void anchor(String name, Page page, int row, int column) {
        anchors.put(name, page.reference(row, column));
    }

    /** Makes the cell a link, if the place has been drawn. */
    void link(Page page, int row, int column, String anchor) {
        String reference = anchors.get(anchor);
        if (reference != null) {
            page.link(row, column, reference);
        }
    }

    String word(String key) {
        return language.word(key);
    }
}
