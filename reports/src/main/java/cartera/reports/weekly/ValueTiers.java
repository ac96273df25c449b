package cartera.reports.weekly;

import cartera.reports.Row;
import cartera.reports.Unit;
import cartera.reports.Value;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Scale;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the customers are expected to bring in the next twelve months, by tiers; and by which means that was found. */
final class ValueTiers {

    private static final int NAME = 1;
    private static final List<String> COLUMNS = List.of(
            "customers", "historic_amount", "expected_margin_12m", "low", "high", "budget", "budget_per_customer");
    /** Ends of intervals and means do not add up. */
    private static final Set<String> NO_SUM = Set.of("low", "high", "budget_per_customer");

    private final Frame frame;
    private final Page page;
    private final List<Row> rows;
    private final List<String> numbers;
    /** Budgets are small beside revenue: they have units of their own. */
    private final Map<String, Grid> grids = new HashMap<>();

    ValueTiers(Frame frame, Page page) {
        this.frame = frame;
        this.page = page;
        this.rows = frame.data().placed("value_tier");
        this.numbers = COLUMNS.stream().filter(this::isShown).toList();
        Scale scale = Scale.ofColumn(largest("historic_amount"));
        COLUMNS.forEach(column -> grids.put(
                column,
                new Grid(
                        frame,
                        page,
                        "value_tier",
                        column.startsWith("budget") ? Scale.ofColumn(largest(column)) : scale)));
    }

    /** A tenth of it: the smallest tier must still show. */
    private BigDecimal largest(String column) {
        return numbers.contains(column)
                ? rows.stream()
                        .map(row -> row.amount(column).abs())
                        .reduce(BigDecimal.ZERO, BigDecimal::max)
                        .movePointLeft(1)
                : BigDecimal.ZERO;
    }

    private Grid grid(String column) {
        return Objects.requireNonNull(grids.get(column), column);
    }

    /** A budget is shown only where one is given. */
    private boolean isShown(String column) {
        return !column.startsWith("budget")
                || frame.data().has("value_tier", column) && rows.stream().anyMatch(row -> row.number(column) != null);
    }

    /** @return the row after the table */
    int draw(int top) {
        page.text(top, NAME, frame.word("value.title"), Style.HEADING);
        page.text(top + 1, NAME, about(), Style.SUBTITLE);
        if (rows.isEmpty()) {
            return top + 3;
        }
        heads(top + 2);
        int first = top + 3;
        for (int i = 0; i < rows.size(); i++) {
            row(first + i, rows.get(i));
        }
        int total = first + rows.size();
        totals(total, first);
        return total + 2;
    }

    private String about() {
        if (rows.isEmpty()) {
            return frame.word("value.none");
        }
        String rung = frame.data()
                .fact("value_rung")
                .map(code -> frame.language().name("value_rung", code))
                .orElse("");
        return rung.isEmpty() ? frame.word("value.about") : frame.word("value.about") + " · " + rung;
    }

    private void heads(int at) {
        grid("customers").head(at, NAME, "tier", Style.HEADER);
        for (int i = 0; i < numbers.size(); i++) {
            grid(numbers.get(i)).head(at, NAME + 1 + i, numbers.get(i), Style.HEADER.right());
        }
        page.fit(at);
    }

    private void row(int at, Row row) {
        String tier = row.code("tier");
        page.text(at, NAME, tier, Grid.CELL.bold());
        for (int i = 0; i < numbers.size(); i++) {
            grid(numbers.get(i)).number(at, NAME + 1 + i, row, numbers.get(i), tier, Grid.CELL);
        }
    }

    private void totals(int at, int first) {
        page.text(at, NAME, frame.word("total"), Grid.TOTAL);
        for (int i = 0; i < numbers.size(); i++) {
            String column = numbers.get(i);
            int place = NAME + 1 + i;
            if (NO_SUM.contains(column)) {
                page.blank(at, place, place, Grid.TOTAL);
                continue;
            }
            Grid grid = grid(column);
            Unit unit = grid.metric(column).unit();
            int power = unit == Unit.MONEY ? grid.power() : 0;
            Value total = grid.metric(column).value(WeeklyData.sum(rows, column), "total");
            String cells = Page.cellName(first, place) + ":" + Page.cellName(at - 1, place);
            page.formula(
                    at,
                    place,
                    "SUM(" + cells + ")",
                    total,
                    power,
                    Grid.TOTAL.right().formatted(Formats.number(unit, power)));
        }
    }
}
