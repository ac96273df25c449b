package cartera.reports.weekly;

import cartera.reports.Metric;
import cartera.reports.Palette;
import cartera.reports.Row;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Language;
import cartera.reports.text.Scale;
import cartera.reports.text.Sentence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What every number means, with which settings and limits it was counted, from which files, by which run. */
final class DefinitionsSheet {

    private static final int NAME = 1;
    private static final int DEFINITION = 2;
    private static final int UNIT = 3;
    private static final int DIRECTION = 4;
    private static final int SOURCE = 5;
    private static final int OWNER = 6;
    private static final int VERSION = 7;

    private static final List<String> FACTS = List.of(
            "company",
            "week",
            "as_of",
            "known_on",
            "data_until",
            "sources",
            "currency",
            "revenue_basis",
            "sales_basis",
            "sales_basis_chosen",
            "customers",
            "repeat_customers",
            "value_rung",
            "value_model",
            "churn_rung",
            "missing_repeat_customers",
            "calling_managers",
            "calls_per_manager");

    private final Frame frame;
    private final Page page;
    private final Grid grid;

    DefinitionsSheet(Frame frame, Page page) {
        this.frame = frame;
        this.page = page;
        this.grid = new Grid(frame, page, "input_file", Scale.ONE);
    }

    void draw(String seriesName) {
        page.widths(1.3, 34, 70, 9, 12, 38, 12, 9);
        Sentence title = language()
                .say("title.definitions", Map.of("run", frame.data().identity().runId()));
        frame.head(page, title, frame.subtitle(), VERSION);
        frame.back(page, VERSION);
        heads(4);
        page.freeze(2, 5);
        page.repeatRows(4, 4);
        int row = metrics(5);
        row = parameters(row + 1);
        row = files(row + 1);
        row = conventions(row + 1, seriesName);
        frame.print(page, row, VERSION, 0);
    }

    private void heads(int at) {
        List<String> keys = List.of("metric", "definition", "unit", "direction", "source", "owner", "version");
        for (int i = 0; i < keys.size(); i++) {
            page.text(at, NAME + i, frame.word("head." + keys.get(i)), Style.HEADER);
        }
        page.height(at, 20);
    }

    private int metrics(int top) {
        int row = top;
        for (Metric metric : frame.data().metrics().all()) {
            metric(row++, metric);
        }
        return row;
    }

    private void metric(int at, Metric metric) {
        String definition = metric.definition(language().code());
        frame.anchor("metric/" + metric.id(), page, at, NAME);
        page.text(at, NAME, metric.name(language().code()), Grid.CELL.bold().wrapped());
        page.text(at, DEFINITION, definition, Grid.CELL.wrapped());
        page.text(at, UNIT, grid.unit(metric), Grid.CELL.inked(Palette.MUTED));
        page.text(
                at,
                DIRECTION,
                frame.word("direction." + metric.polarity().name().toLowerCase(Locale.ROOT)),
                Grid.CELL);
        page.text(at, SOURCE, metric.column().replaceFirst("^reports\\.", ""), Grid.CELL.inked(Palette.MUTED));
        page.text(at, OWNER, language().name("owner", metric.owner()), Grid.CELL);
        page.number(at, VERSION, metric.version(), Grid.CELL.right().formatted("0"));
        page.fit(at);
    }

    private int parameters(int top) {
        page.text(top, NAME, frame.word("parameters.title"), Style.HEADING);
        int row = top + 1;
        for (Map.Entry<String, String> fact : facts()) {
            page.text(row, NAME, language().name("fact", fact.getKey()), Grid.CELL.wrapped());
            parameter(row, fact.getKey(), fact.getValue());
            page.fit(row);
            row++;
        }
        return row;
    }

    /** Those that readers look for first, then the others by name. */
    private List<Map.Entry<String, String>> facts() {
        return frame.data().facts().entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, String> fact) -> place(fact.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .toList();
    }

    private static int place(String fact) {
        int place = FACTS.indexOf(fact);
        return place < 0 ? FACTS.size() : place;
    }

    /** As a number or a date where it is one, as a word where the language has it. */
    private void parameter(int at, String fact, String value) {
        Style style = Grid.CELL;
        if (value.matches("-?\\d{1,15}(\\.\\d+)?")) {
            page.number(
                    at,
                    DEFINITION,
                    new BigDecimal(value).doubleValue(),
                    style.formatted("#,##0.####").inked(Palette.INK));
        } else if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
            page.date(at, DEFINITION, LocalDate.parse(value), style.formatted(Formats.date(language())));
        } else {
            page.text(at, DEFINITION, language().name(fact, value), style);
        }
    }

    private int files(int top) {
        page.text(top, NAME, frame.word("files.ids"), Style.HEADING);
        int row = top + 1;
        for (Row file : frame.data().files()) {
            page.text(row, NAME, file.code("load_id"), Grid.CELL);
            page.text(row, DEFINITION, String.valueOf(file.text("name")), Grid.CELL);
            row++;
        }
        if (row == top + 1) {
            page.text(row++, NAME, frame.word("files.none"), Style.SUBTITLE);
        }
        return row;
    }

    /** How the report is to be read: weeks, signs, grades, the hidden sheet. */
    private int conventions(int top, String seriesName) {
        page.text(top, NAME, frame.word("conventions.title"), Style.HEADING);
        List<String> lines = List.of(
                frame.word("convention.week"),
                frame.word("note.signs"),
                frame.word("grades"),
                frame.word("convention.rungs"),
                frame.word("convention.limits"),
                frame.word("convention.missing"),
                frame.word("note.rounding"),
                language().word("convention.series", Map.of("sheet", seriesName)));
        int row = top + 1;
        for (String line : lines) {
            page.text(row++, NAME, line, Style.TEXT);
        }
        return row;
    }

    private Language language() {
        return frame.language();
    }
}
