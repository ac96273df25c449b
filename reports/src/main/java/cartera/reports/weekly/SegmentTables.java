package cartera.reports.weekly;

import cartera.reports.Palette;
import cartera.reports.Row;
import cartera.reports.Unit;
import cartera.reports.Value;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Scale;
import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;

/** How many customers with how much money each segment of a scheme has, and how that changed within the week. */
final class SegmentTables {

    private static final int NAME = 1;
    private static final int CUSTOMERS = 2;
    private static final int PREVIOUS = 3;
    private static final int CHANGE = 4;
    private static final int ARRIVED = 5;
    private static final int LEFT = 6;
    private static final int AMOUNT = 7;
    private static final int AMOUNT_CHANGE = 8;
    private static final int SHARE = 9;

    private static final String CUSTOMERS_METRIC = "segment_summary_customers";
    private static final String AMOUNT_METRIC = "segment_summary_amount_12m";

    private static final Style HEAD = Style.HEADER.right();

    private final Frame frame;
    private final Page page;
    private final Grid grid;

    SegmentTables(Frame frame, Page page, Scale scale) {
        this.frame = frame;
        this.page = page;
        this.grid = new Grid(frame, page, "segment_summary", scale);
    }

    /** @return the row after the table */
    int draw(int top, String scheme) {
        List<Row> rows = frame.data().segments(scheme);
        if (rows.isEmpty()) {
            return top;
        }
        page.text(top, NAME, frame.language().name("scheme", scheme), Style.HEADING);
        heads(top + 1);
        int first = top + 2;
        for (int i = 0; i < rows.size(); i++) {
            row(first + i, scheme, rows.get(i));
        }
        int total = first + rows.size();
        totals(total, first, total - 1, scheme, rows);
        page.bars(new CellRangeAddress(first, total - 1, AMOUNT, AMOUNT), Palette.BAR_NEUTRAL);
        return total + 2;
    }

    private void heads(int row) {
        grid.head(row, NAME, "segment", Style.HEADER);
        grid.head(row, CUSTOMERS, "customers", HEAD);
        grid.head(row, PREVIOUS, "previous_customers", HEAD);
        page.text(row, CHANGE, frame.word("head.week_change"), HEAD);
        grid.head(row, ARRIVED, "arrived_customers", HEAD);
        grid.head(row, LEFT, "left_customers", HEAD);
        grid.head(row, AMOUNT, "amount_12m", HEAD);
        page.text(row, AMOUNT_CHANGE, frame.word("head.week_change"), HEAD);
        grid.head(row, SHARE, "share", HEAD);
        page.fit(row);
    }

    private void row(int at, String scheme, Row row) {
        String code = row.code("segment");
        String key = scheme + "/" + code;
        page.text(at, NAME, frame.language().name("segment." + scheme, code), Grid.CELL.bold());
        grid.number(at, CUSTOMERS, row, "customers", key, Grid.CELL.bold());
        grid.number(at, PREVIOUS, row, "previous_customers", key, Grid.CELL.inked(Palette.HEADER_INK));
        customersChange(at, scheme, row);
        grid.number(at, ARRIVED, row, "arrived_customers", key, Grid.CELL);
        grid.number(at, LEFT, row, "left_customers", key, Grid.CELL);
        grid.number(at, AMOUNT, row, "amount_12m", key, Grid.CELL);
        moneyChange(at, row, key);
        grid.number(at, SHARE, row, "share", key, Grid.CELL);
    }

    /** The change of the number of customers of a segment. */
    static Value change(String scheme, Row row) {
        BigDecimal number = row.amount("customers").subtract(row.amount("previous_customers"));
        return new Value(number, Unit.CUSTOMERS, CUSTOMERS_METRIC, "change/" + scheme + "/" + row.code("segment"));
    }

    private void customersChange(int at, String scheme, Row row) {
        if (row.number("customers") == null || row.number("previous_customers") == null) {
            grid.missing(at, CHANGE);
            return;
        }
        String formula = Page.cellName(at, CUSTOMERS) + "-" + Page.cellName(at, PREVIOUS);
        Style style = Grid.CELL.right().formatted(Formats.change(Unit.CUSTOMERS, 0, frame.language()));
        page.formula(at, CHANGE, formula, change(scheme, row), 0, style);
    }

    private void moneyChange(int at, Row row, String key) {
        if (row.number("amount_12m") == null || row.number("previous_amount_12m") == null) {
            grid.missing(at, AMOUNT_CHANGE);
            return;
        }
        BigDecimal number = row.amount("amount_12m").subtract(row.amount("previous_amount_12m"));
        Value change = new Value(number, Unit.MONEY, AMOUNT_METRIC, "change/" + key);
        Style style = Grid.CELL.right().formatted(Formats.change(Unit.MONEY, grid.power(), frame.language()));
        page.value(at, AMOUNT_CHANGE, change, grid.power(), style);
    }

    private void totals(int at, int first, int last, String scheme, List<Row> rows) {
        page.text(at, NAME, frame.word("total"), Grid.TOTAL);
        for (String column :
                List.of("customers", "previous_customers", "arrived_customers", "left_customers", "amount_12m")) {
            total(at, first, last, column, scheme, rows);
        }
        String customers = Page.cellName(at, CUSTOMERS) + "-" + Page.cellName(at, PREVIOUS);
        Value change = new Value(
                WeeklyData.sum(rows, "customers").subtract(WeeklyData.sum(rows, "previous_customers")),
                Unit.CUSTOMERS,
                CUSTOMERS_METRIC,
                "change/" + scheme + "/total");
        page.formula(
                at,
                CHANGE,
                customers,
                change,
                0,
                Grid.TOTAL.right().formatted(Formats.change(Unit.CUSTOMERS, 0, frame.language())));
        BigDecimal known = rows.stream()
                .filter(row -> row.number("amount_12m") != null && row.number("previous_amount_12m") != null)
                .map(row -> row.amount("amount_12m").subtract(row.amount("previous_amount_12m")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Value money = new Value(known, Unit.MONEY, AMOUNT_METRIC, "change/" + scheme + "/total");
        Style style = Grid.TOTAL.right().formatted(Formats.change(Unit.MONEY, grid.power(), frame.language()));
        page.formula(at, AMOUNT_CHANGE, sum(first, last, AMOUNT_CHANGE), money, grid.power(), style);
        page.blank(at, SHARE, SHARE, Grid.TOTAL);
    }

    private void total(int at, int first, int last, String column, String scheme, List<Row> rows) {
        int place = switch (column) {
            case "customers" -> CUSTOMERS;
            case "previous_customers" -> PREVIOUS;
            case "arrived_customers" -> ARRIVED;
            case "left_customers" -> LEFT;
            default -> AMOUNT;
        };
        Unit unit = grid.metric(column).unit();
        int power = unit == Unit.MONEY ? grid.power() : 0;
        Value total = grid.metric(column).value(WeeklyData.sum(rows, column), scheme + "/total");
        page.formula(
                at,
                place,
                sum(first, last, place),
                total,
                power,
                Grid.TOTAL.right().formatted(Formats.number(unit, power)));
    }

    private static String sum(int first, int last, int column) {
        return "SUM(" + Page.cellName(first, column) + ":" + Page.cellName(last, column) + ")";
    }
}
