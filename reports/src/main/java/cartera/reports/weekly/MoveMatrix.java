package cartera.reports.weekly;

import cartera.reports.Palette;
import cartera.reports.Row;
import cartera.reports.Unit;
import cartera.reports.Value;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Scale;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Who went from which segment to which within the week: rows are from, columns are to. Those who stayed are the grey diagonal; to its right, worse, in one colour, to its left, better, in
 * another.
 */
final class MoveMatrix {

    private static final String SCHEME = "rfm";
    private static final String NONE = "none";
    private static final int NAME = 1;
    private static final int FIRST = 2;

    private final Frame frame;
    private final Page page;
    private final String column;
    private final Unit unit;
    private final int power;
    private final List<String> segments = new ArrayList<>();
    private final Map<String, BigDecimal> moves = new HashMap<>();

    /** @param column of {@code reports.segment_move}: customers or amount */
    MoveMatrix(Frame frame, Page page, String column, Scale scale) {
        this.frame = frame;
        this.page = page;
        this.column = column;
        this.unit = frame.data().column("segment_move", column).unit();
        this.power = unit == Unit.MONEY ? scale.power() : 0;
        frame.data().segments(SCHEME).forEach(row -> segments.add(row.code("segment")));
        for (Row row : frame.data().moves(SCHEME)) {
            moves.merge(row.code("from_segment") + ">" + row.code("to_segment"), row.amount(column), BigDecimal::add);
        }
    }

    /** @return the row after the table */
    int draw(int top) {
        if (moves.isEmpty()) {
            return top;
        }
        heads(top);
        int first = top + 1;
        for (int i = 0; i < segments.size(); i++) {
            row(first + i, segments.get(i));
        }
        int last = first + segments.size();
        row(last, NONE);
        totals(last + 1, first, last);
        shade(first);
        return last + 3;
    }

    private int end() {
        return FIRST + segments.size();
    }

    private void heads(int row) {
        page.text(row, NAME, frame.word("head.from_to"), Style.HEADER);
        for (int i = 0; i < segments.size(); i++) {
            page.text(row, FIRST + i, name(segments.get(i)), Style.HEADER.right());
        }
        page.text(row, end(), frame.word("head.was"), Style.HEADER.right());
        page.text(row, end() + 1, frame.word("head.gone"), Style.HEADER.right());
        page.fit(row);
    }

    private String name(String segment) {
        return frame.language().name("segment." + SCHEME, segment);
    }

    private void row(int at, String from) {
        page.text(at, NAME, name(from), Grid.CELL.bold());
        for (int i = 0; i < segments.size(); i++) {
            String to = segments.get(i);
            boolean isStay = to.equals(from);
            Style style = isStay ? Grid.CELL.filled(Palette.ROW_LINE).inked(Palette.HEADER_INK) : Grid.CELL;
            page.value(at, FIRST + i, move(from, to), power, style.right().formatted(format()));
        }
        Value was = value(
                segments.stream().map(to -> amount(from, to)).reduce(BigDecimal.ZERO, BigDecimal::add), from + ">");
        String cells = Page.cellName(at, FIRST) + ":" + Page.cellName(at, end() - 1);
        page.formula(
                at,
                end(),
                "SUM(" + cells + ")",
                was,
                power,
                Grid.CELL.bold().right().formatted(format()));
        gone(at, from, was);
    }

    /** The share that did not stay; a segment that was empty has none, nor have customers who are new in the base. */
    private void gone(int at, String from, Value was) {
        if (was.number().signum() <= 0 || from.equals(NONE)) {
            page.text(at, end() + 1, "–", Grid.CELL.right().inked(Palette.MUTED));
            return;
        }
        BigDecimal stayed = amount(from, from).divide(was.number(), MathContext.DECIMAL64);
        Value gone = new Value(BigDecimal.ONE.subtract(stayed), Unit.SHARE, "segment_move_" + column, from + "/gone");
        String formula = "1-" + Page.cellName(at, FIRST + segments.indexOf(from)) + "/" + Page.cellName(at, end());
        page.formula(at, end() + 1, formula, gone, 0, Grid.CELL.right().formatted(Formats.PERCENT_WHOLE));
    }

    private void totals(int at, int first, int last) {
        page.text(at, NAME, frame.word("head.became"), Grid.TOTAL);
        List<String> from = new ArrayList<>(segments);
        from.add(NONE);
        for (int i = 0; i <= segments.size(); i++) {
            List<String> to = i < segments.size() ? List.of(segments.get(i)) : segments;
            BigDecimal sum = from.stream()
                    .flatMap(f -> to.stream().map(t -> amount(f, t)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            String cells = Page.cellName(first, FIRST + i) + ":" + Page.cellName(last, FIRST + i);
            String key = i < segments.size() ? ">" + segments.get(i) : ">";
            page.formula(
                    at,
                    FIRST + i,
                    "SUM(" + cells + ")",
                    value(sum, key),
                    power,
                    Grid.TOTAL.right().formatted(format()));
        }
        page.blank(at, end() + 1, end() + 1, Grid.TOTAL);
    }

    private void shade(int first) {
        List<CellRangeAddress> worse = new ArrayList<>();
        List<CellRangeAddress> better = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            if (i + 1 < segments.size()) {
                worse.add(new CellRangeAddress(first + i, first + i, FIRST + i + 1, end() - 1));
            }
            if (i > 0) {
                better.add(new CellRangeAddress(first + i, first + i, FIRST, FIRST + i - 1));
            }
        }
        if (!better.isEmpty()) {
            page.shade(worse, Palette.SCALE_WORSE);
            page.shade(better, Palette.SCALE_BETTER);
        }
    }

    private String format() {
        return power == 0 ? Formats.WHOLE_OR_DASH : Formats.TENTHS_OR_DASH;
    }

    private Value move(String from, String to) {
        return value(amount(from, to), from + ">" + to);
    }

    private BigDecimal amount(String from, String to) {
        return moves.getOrDefault(from + ">" + to, BigDecimal.ZERO);
    }

    private Value value(BigDecimal number, String key) {
        return new Value(number, unit, "segment_move_" + column, key);
    }
}
