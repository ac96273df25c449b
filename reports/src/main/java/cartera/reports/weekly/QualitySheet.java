package cartera.reports.weekly;

import cartera.reports.Palette;
import cartera.reports.Row;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Language;
import cartera.reports.text.Scale;
import cartera.reports.text.Sentence;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was checked, what was found, what it does to the numbers and what to do about it; then the files that the numbers come from. Always there. */
final class QualitySheet {

    private static final int NAME = 1;
    private static final int SEVERITY = 2;
    private static final int ROWS = 3;
    private static final int AMOUNT = 4;
    private static final int EFFECT = 5;
    private static final int STEP = 6;
    private static final int EXAMPLE = 7;

    private final Frame frame;
    private final Page page;

    QualitySheet(Frame frame, Page page) {
        this.frame = frame;
        this.page = page;
    }

    void draw() {
        page.widths(1.3, 25, 17, 10, 13, 50, 34, 26);
        frame.anchor("checks", page, 0, 0);
        frame.head(page, title(), frame.subtitle(), EXAMPLE);
        frame.back(page, EXAMPLE);
        page.freeze(2, 3);
        page.text(4, NAME, frame.word("grades"), Style.SUBTITLE);
        int row = caveats(checks(5));
        row = files(row);
        frame.print(page, row, EXAMPLE, 0);
    }

    private Sentence title() {
        List<Row> checks = frame.data().rows("data_check");
        if (checks.isEmpty()) {
            return language().say("title.quality.none", Map.of());
        }
        String grade = Checks.grade(checks);
        List<Row> faults = frame.data().faults();
        if (faults.isEmpty()) {
            return language().say("title.quality.ok", Map.of("grade", grade));
        }
        Sentence full = language()
                .say("title.quality", Map.of("grade", grade, "fault", Checks.fault(language(), faults.get(0))));
        return Sentence.firstWithin(
                Headline.LONGEST, List.of(full, language().say("title.quality.short", Map.of("grade", grade))));
    }

    /** Those that found something, the worst first, then the others. */
    private int checks(int top) {
        List<Row> all = new ArrayList<>(frame.data().faults());
        frame.data().placed("data_check").stream()
                .filter(row -> row.code("severity").equals(Checks.OK))
                .forEach(all::add);
        BigDecimal largest =
                all.stream().map(row -> row.amount("amount").abs()).reduce(BigDecimal.ZERO, BigDecimal::max);
        Grid grid = new Grid(frame, page, "data_check", Scale.ofColumn(largest));
        grid.head(top, NAME, "check_id", Style.HEADER);
        grid.head(top, SEVERITY, "severity", Style.HEADER);
        grid.head(top, ROWS, "rows", Style.HEADER.right());
        grid.head(top, AMOUNT, "amount", Style.HEADER.right());
        page.text(top, EFFECT, frame.word("head.effect"), Style.HEADER.indented());
        page.text(top, STEP, frame.word("head.step"), Style.HEADER.indented());
        grid.head(top, EXAMPLE, "example", Style.HEADER.indented());
        page.fit(top);
        for (int i = 0; i < all.size(); i++) {
            check(top + 1 + i, all.get(i), grid);
        }
        return top + all.size() + 2;
    }

    /** Where scores, segments and forecast are to be taken with care. @return the row after them */
    private int caveats(int top) {
        List<Sentence> caveats = new Caveats(frame.data(), language()).all();
        if (caveats.isEmpty()) {
            return top;
        }
        page.text(top, NAME, frame.word("caveats.title"), Style.HEADING);
        int row = top + 1;
        for (Sentence caveat : caveats) {
            page.sentence(row++, NAME, new Sentence("▽ ", List.of()).then("", caveat), Style.TEXT);
        }
        return row + 1;
    }

    private void check(int at, Row row, Grid grid) {
        String id = row.code("check_id");
        page.text(at, NAME, language().name("check", id), Grid.CELL.bold().wrapped());
        severity(at, row.code("severity"));
        if (row.code("severity").equals(Checks.OK)) {
            passed(at);
            return;
        }
        count(at, ROWS, row, "rows", id, grid);
        count(at, AMOUNT, row, "amount", id, grid);
        Sentence effect = Checks.effect(language(), row).capitalised(language().locale());
        Sentence step = Checks.step(language(), row).capitalised(language().locale());
        page.sentence(at, EFFECT, effect, Grid.CELL.wrapped().indented());
        page.sentence(at, STEP, step, Grid.CELL.wrapped().indented());
        grid.data(
                at, EXAMPLE, row.text("example"), Grid.CELL.wrapped().indented().inked(Palette.MUTED));
        page.fit(at);
    }

    private void passed(int at) {
        page.text(
                at, EFFECT, frame.word("passed"), Grid.CELL.inked(Palette.MUTED).indented());
        page.text(at, ROWS, "–", Grid.CELL.right().inked(Palette.MUTED));
        page.text(at, AMOUNT, "–", Grid.CELL.right().inked(Palette.MUTED));
        page.blank(at, STEP, EXAMPLE, Grid.CELL);
        page.height(at, 17);
    }

    /** Where a whole source is missing there is nothing to count. */
    private void count(int at, int place, Row row, String column, String id, Grid grid) {
        if (row.number(column) == null) {
            page.text(at, place, "–", Grid.CELL.right().inked(Palette.MUTED));
        } else {
            grid.number(at, place, row, column, id, Grid.CELL);
        }
    }

    private void severity(int at, String severity) {
        String ink = switch (severity) {
            case Checks.OK -> Palette.GOOD;
            case Checks.ERROR -> Palette.BAD;
            default -> Palette.HEADER_INK;
        };
        page.text(at, SEVERITY, frame.word("severity." + severity), Grid.CELL.inked(ink));
    }

    private int files(int top) {
        List<Row> files = frame.data().files();
        page.text(top, NAME, frame.word(files.isEmpty() ? "files.none" : "files.title"), Style.HEADING);
        if (files.isEmpty()) {
            return top + 1;
        }
        Grid grid = new Grid(frame, page, "input_file", Scale.ONE);
        heads(top + 1, grid);
        for (int i = 0; i < files.size(); i++) {
            file(top + 2 + i, files.get(i), grid);
        }
        return top + 2 + files.size();
    }

    private void heads(int at, Grid grid) {
        grid.head(at, NAME, "connector", Style.HEADER);
        grid.head(at, SEVERITY, "source", Style.HEADER);
        grid.head(at, ROWS, "loaded", Style.HEADER.right());
        grid.head(at, AMOUNT, "quarantined", Style.HEADER.right());
        grid.head(at, EFFECT, "name", Style.HEADER.indented());
        grid.head(at, STEP, "extracted_at", Style.HEADER.indented());
        grid.head(at, EXAMPLE, "loaded_at", Style.HEADER.indented());
    }

    private void file(int at, Row row, Grid grid) {
        String key = row.code("load_id");
        String name = String.valueOf(row.text("name"));
        grid.data(at, NAME, row.text("connector"), Grid.CELL);
        grid.data(at, SEVERITY, row.text("source"), Grid.CELL);
        grid.number(at, ROWS, row, "loaded", key, Grid.CELL);
        boolean isClean = row.amount("quarantined").signum() == 0;
        grid.number(at, AMOUNT, row, "quarantined", key, isClean ? Grid.CELL : Grid.CELL.inked(Palette.BAD));
        grid.data(at, EFFECT, name, Grid.CELL.wrapped().indented());
        moment(at, STEP, row.instant("extracted_at"));
        moment(at, EXAMPLE, row.instant("loaded_at"));
        page.fit(at);
    }

    private void moment(int at, int place, @Nullable Instant instant) {
        if (instant == null) {
            page.text(at, place, frame.word("missing"), Grid.CELL.indented().inked(Palette.MUTED));
        } else {
            LocalDateTime local =
                    LocalDateTime.ofInstant(instant, frame.data().identity().zone());
            page.moment(at, place, local, Grid.CELL.indented().formatted(frame.word("cell.moment")));
        }
    }

    private Language language() {
        return frame.language();
    }
}
