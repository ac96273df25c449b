package cartera.reports.weekly;

import cartera.reports.Palette;
import cartera.reports.Unit;
import cartera.reports.Value;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Language;
import cartera.reports.text.Scale;
import cartera.reports.text.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page that a director reads: message, three actions, the table, two charts. One sheet of paper. */
final class SummarySheet {

    private static final int LAST = 12;
    private static final int ACTIONS = 4;
    private static final int TABLE = 8;

    /** Customers at the start of the week, what came and went, and at its end. */
    private static final List<String> BASE_OF_CUSTOMERS = List.of(
            "customers_opening", "customers_new", "customers_returned", "customers_silent", "customers_closing");

    private final Frame frame;
    private final Page page;
    private final SeriesSheet series;

    SummarySheet(Frame frame, Page page, SeriesSheet series) {
        this.frame = frame;
        this.page = page;
        this.series = series;
    }

    void draw() {
        page.widths(1.3, 23, 8.5, 10, 10, 10, 11.3, 10.5, 10.5, 11.5, 15, 4, 49);
        frame.head(page, new Headline(data(), language()).sentence(), subtitle(), LAST);
        quality();
        actions();
        int end = drawTable();
        frame.print(page, end, LAST, 1);
    }

    private String subtitle() {
        String basis = data().fact("sales_basis")
                .map(code -> " · " + language().name("sales_basis", code))
                .orElse("");
        String tax = data().fact("revenue_basis")
                .map(code -> " · " + language().name("revenue_basis", code))
                .orElse("");
        return frame.subtitle() + basis + tax;
    }

    /** Grade and age of the data, beside the title. */
    private void quality() {
        String grade = Checks.grade(data().rows("data_check"));
        String ink = grade.equals("A") || grade.equals("B") ? Palette.GOOD : Palette.BAD;
        page.text(
                Frame.TITLE_ROW,
                LAST,
                language().word("quality.grade", Map.of("grade", grade)),
                Style.HEADING.right().inked(ink));
        page.text(2, LAST, dataTime(), Style.SUBTITLE.right().below(Palette.ACTUAL));
    }

    private String dataTime() {
        String loaded =
                language().moment(data().identity().dataAt(), data().identity().zone());
        return data().fact("data_until")
                .map(until -> language()
                        .word("data.until", Map.of("until", language().date(LocalDate.parse(until)), "loaded", loaded)))
                .orElseGet(() -> language().word("data.loaded", Map.of("loaded", loaded)));
    }

    private void actions() {
        page.text(ACTIONS, 1, frame.word("actions"), Style.TEXT.bold());
        List<Actions.Action> actions = new Actions(data(), language()).all();
        for (int i = 0; i < actions.size(); i++) {
            page.height(ACTIONS + i, 17);
            page.sentence(
                    ACTIONS + i,
                    2,
                    new Sentence("▸ ", List.of()).then("", actions.get(i).sentence()),
                    Style.TEXT);
            link(ACTIONS + i, actions.get(i).anchor());
        }
        page.height(ACTIONS + actions.size(), 6);
    }

    private void link(int row, String anchor) {
        page.text(row, LAST, frame.word("link." + anchor), Style.LINK.right());
        frame.link(page, row, LAST, anchor);
    }

    /** @return the last row of the sheet */
    private int drawTable() {
        KpiTable table = new KpiTable(frame, page, series);
        table.drawHead(TABLE);
        int row = TABLE + 2;
        for (Kpi kpi : data().summary()) {
            series.draw(kpi, table.scale(kpi).power());
            table.draw(row++, kpi);
        }
        page.height(row, 17);
        page.sentence(row++, 1, customers(), Style.TEXT.inked(Palette.HEADER_INK));
        page.text(row++, 1, String.join(" · ", notes()), Style.SUBTITLE.sized(9));
        page.height(row++, 6);
        return new SummaryCharts(frame, page, series, revenueScale(table)).draw(row);
    }

    private Scale revenueScale(KpiTable table) {
        return table.scale(data().kpi("revenue"));
    }

    /** Opening, new, returned, silent, closing: a sum that the reader can follow. */
    private Sentence customers() {
        Map<String, Value> arguments = new LinkedHashMap<>();
        for (String id : BASE_OF_CUSTOMERS) {
            Value actual = data().kpi(id).actual();
            if (actual == null) {
                return language().say("customers.unknown", Map.of());
            }
            arguments.put(id.replace("customers_", ""), new Value(actual.number(), Unit.CUSTOMERS, id, Kpi.ACTUAL));
        }
        return language().say("customers.base", arguments);
    }

    /** Why some cells say that they know nothing, and how the signs are read. */
    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (data().summary().stream().allMatch(kpi -> kpi.base(Base.PLAN) == null)) {
            notes.add(frame.word("note.no_plan"));
        } else if (data().summary().stream().anyMatch(kpi -> kpi.base(Base.PLAN) == null)) {
            notes.add(frame.word("note.plan_partly"));
        }
        if (data().summary().stream().allMatch(kpi -> kpi.base(Base.LAST_YEAR) == null)) {
            notes.add(frame.word("note.no_last_year"));
        }
        if (data().summary().stream().allMatch(kpi -> kpi.base(Base.PREVIOUS) == null)) {
            notes.add(frame.word("note.no_previous"));
        }
        if (data().summary().stream().anyMatch(SummarySheet::hasZeroBase)) {
            notes.add(frame.word("note.zero_base"));
        }
        notes.add(frame.word("note.signs"));
        notes.add(frame.word("note.rounding"));
        return notes;
    }

    /** Zero or less has no percentage. */
    private static boolean hasZeroBase(Kpi kpi) {
        return Arrays.stream(Base.values())
                .map(kpi::base)
                .anyMatch(base -> base != null && base.number().signum() <= 0 && !kpi.isShare());
    }

    private WeeklyData data() {
        return frame.data();
    }

    private Language language() {
        return frame.language();
    }
}
