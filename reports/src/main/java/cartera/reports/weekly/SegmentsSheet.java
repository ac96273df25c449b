package cartera.reports.weekly;

import cartera.reports.Palette;
import cartera.reports.Row;
import cartera.reports.Unit;
import cartera.reports.Value;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Language;
import cartera.reports.text.Scale;
import cartera.reports.text.Sentence;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sizes of the segments of all schemes, who moved between them within the week and why, their value, the VIPs that came and went, and the customers who have fallen silent. */
final class SegmentsSheet {

    private static final int LAST = 13;
    private static final List<String> OTHER_SCHEMES = List.of("lifecycle", "activity", "regularity", "kind");
    private static final List<String> LAST_SCHEMES = List.of("vip", "cluster");

    private final Frame frame;
    private final Page page;
    private final Scale scale;

    SegmentsSheet(Frame frame, Page page) {
        this.frame = frame;
        this.page = page;
        this.scale = Scale.ofColumn(largest());
    }

    void draw() {
        page.widths(1.3, 27, 16, 16, 12.3, 12.3, 12.3, 12.3, 12.3, 12.3, 12.3, 12.3, 12.3, 12.3);
        frame.anchor("segments", page, 0, 0);
        frame.head(page, title(), frame.subtitle(), LAST);
        frame.back(page, LAST);
        page.freeze(2, 3);
        int row = new SegmentTables(frame, page, scale).draw(4, "rfm");
        row = matrix(row, "customers", "moves.customers");
        page.breakAfter(row - 1);
        row = matrix(row, "amount", "moves.amount");
        row = new ValueTiers(frame, page).draw(row);
        page.breakAfter(row - 1);
        row = new MoveTable(frame, page).draw(row);
        row = new VipTable(frame, page).draw(row);
        page.breakAfter(row - 1);
        row = schemes(row, OTHER_SCHEMES);
        page.breakAfter(row - 1);
        row = schemes(row, LAST_SCHEMES);
        row = new LoyaltyTable(frame, page).draw(row);
        row = new StabilityTable(frame, page).draw(row);
        page.breakAfter(row - 1);
        row = new SilentTable(frame, page).draw(row);
        frame.print(page, row, LAST, 0);
    }

    private int schemes(int top, List<String> schemes) {
        int row = top;
        for (String scheme : schemes) {
            row = new SegmentTables(frame, page, scale).draw(row, scheme);
        }
        return row;
    }

    private int matrix(int row, String column, String key) {
        String unit = Formats.money(language(), scale);
        page.text(row, 1, language().word(key, Map.of("unit", unit)), Style.HEADING);
        page.text(
                row + 1,
                1,
                frame.word(moves().isEmpty() ? "moves.none" : "moves.about"),
                Style.SUBTITLE.inked(Palette.MUTED));
        return moves().isEmpty() ? row + 3 : new MoveMatrix(frame, page, column, scale).draw(row + 2);
    }

    private List<Row> moves() {
        return frame.data().moves("rfm");
    }

    /** The segment that changed most in customers, and where most of them came from or went to. */
    private Sentence title() {
        List<Row> rows = frame.data().segments("rfm");
        if (rows.isEmpty()) {
            return language().say("title.segments.none", Map.of());
        }
        return rows.stream()
                .filter(row -> row.number("previous_customers") != null)
                .filter(row -> SegmentTables.change("rfm", row).number().signum() != 0)
                .max(Comparator.comparing((Row row) ->
                                SegmentTables.change("rfm", row).number().abs())
                        .thenComparing(row -> row.amount("amount_12m"))
                        .thenComparing(row -> row.code("segment")))
                .map(this::title)
                .orElseGet(() -> language().say("title.segments.same", Map.of()));
    }

    private Sentence title(Row row) {
        Value change = SegmentTables.change("rfm", row);
        boolean isGrown = change.number().signum() > 0;
        String code = row.code("segment");
        String key = isGrown ? "title.segments.grew" : "title.segments.fell";
        Sentence plain = language().say(key, Map.of("segment", name(code), "change", change));
        Optional<Row> move =
                largestMove(code, isGrown ? "to_segment" : "from_segment", isGrown ? "from_segment" : "to_segment");
        return move.map(found ->
                        Sentence.firstWithin(Headline.LONGEST, List.of(plain.then("", moved(found, isGrown)), plain)))
                .orElse(plain);
    }

    private Sentence moved(Row move, boolean isGrown) {
        String from = move.code("from_segment");
        String to = move.code("to_segment");
        Value customers =
                new Value(move.amount("customers"), Unit.CUSTOMERS, "segment_move_customers", from + ">" + to);
        String key = isGrown ? "title.segments.came" : "title.segments.went";
        return language().say(key, Map.of("customers", customers, "segment", name(isGrown ? from : to)));
    }

    private Optional<Row> largestMove(String segment, String here, String there) {
        return moves().stream()
                .filter(row ->
                        row.code(here).equals(segment) && !row.code(there).equals(segment))
                .max(Comparator.comparing((Row row) -> row.amount("customers"))
                        .thenComparing(row -> row.amount("amount"))
                        .thenComparing(row -> row.code(there)));
    }

    private String name(String code) {
        return language().name("segment.rfm", code);
    }

    private BigDecimal largest() {
        return frame.data().rows("segment_summary").stream()
                .map(row -> row.amount("amount_12m").abs())
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    private Language language() {
        return frame.language();
    }
}
