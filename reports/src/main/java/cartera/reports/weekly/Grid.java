package cartera.reports.weekly;

import cartera.reports.Metric;
import cartera.reports.Palette;
import cartera.reports.Row;
import cartera.reports.Unit;
import cartera.reports.Value;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Scale;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the cells of one table of {@code reports}: headers are the names of the columns' metrics with their units, cells their values or a word that says that they are unknown. */
final class Grid {

    static final Style CELL = Style.TEXT.below(Palette.ROW_LINE);
    static final Style TOTAL = Style.TEXT.bold().above(Palette.ACTUAL);

    private final Frame frame;
    private final Page page;
    private final String table;
    private final Scale scale;

    Grid(Frame frame, Page page, String table, Scale scale) {
        this.frame = frame;
        this.page = page;
        this.table = table;
        this.scale = scale;
    }

    Page page() {
        return page;
    }

    int power() {
        return scale.power();
    }

    Metric metric(String column) {
        return frame.data().column(table, column);
    }

    /** The header of a column: name, unit of money, the definition as its note. */
    void head(int row, int column, String name, Style style) {
        head(row, column, name, title(name), style);
    }

    /** The header of a column under a heading that names the unit of money. */
    void bareHead(int row, int column, String name, Style style) {
        head(row, column, name, metric(name).name(frame.language().code()), style);
    }

    /** The header of a column in other words than its metric's, where a heading says the rest. */
    void head(int row, int column, String name, String words, Style style) {
        page.text(row, column, words, style);
        page.note(row, column, metric(name).definition(frame.language().code()));
    }

    /** The unit in which the table shows money. */
    String moneyUnit() {
        return Formats.money(frame.language(), scale);
    }

    private String title(String column) {
        Metric metric = metric(column);
        String name = metric.name(frame.language().code());
        return metric.unit() == Unit.MONEY ? name + ", " + moneyUnit() : name;
    }

    Value value(String column, Row row, String key) {
        return metric(column).value(row.amount(column), key);
    }

    /** A number of a row, under its key. */
    void number(int at, int place, Row row, String column, String key, Style style) {
        if (row.number(column) == null) {
            missing(at, place);
            return;
        }
        Unit unit = metric(column).unit();
        int power = unit == Unit.MONEY ? power() : 0;
        page.value(at, place, value(column, row, key), power, style.right().formatted(Formats.number(unit, power)));
    }

    void date(int at, int place, @Nullable LocalDate date) {
        if (date == null) {
            missing(at, place);
        } else {
            page.date(at, place, date, CELL.right().formatted(Formats.date(frame.language())));
        }
    }

    void missing(int at, int place) {
        page.text(at, place, frame.word("missing"), CELL.right().inked(Palette.MUTED));
    }

    /** A text that comes from data, or a dash where there is none. */
    void data(int at, int place, @Nullable String text, Style style) {
        page.text(at, place, text == null || text.isEmpty() ? "–" : text, style);
    }

    String unit(Metric metric) {
        return metric.unit() == Unit.MONEY
                ? frame.language()
                        .word(
                                "unit.money.one",
                                Map.of("currency", frame.language().currency()))
                : frame.word("unit." + metric.unit().name().toLowerCase(Locale.ROOT));
    }
}
