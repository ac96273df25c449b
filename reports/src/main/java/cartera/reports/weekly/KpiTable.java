package cartera.reports.weekly;

import cartera.reports.Metric;
import cartera.reports.Palette;
import cartera.reports.Unit;
import cartera.reports.Value;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Language;
import cartera.reports.text.Scale;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of Summary: a metric a row; this week, plan, previous week, last year, thirteen weeks, status, cause. */
final class KpiTable {

    /** Columns, from B. */
    private static final int NAME = 1;

    private static final int UNIT = 2;
    private static final int ACTUAL = 3;
    private static final int PLAN = 4;
    private static final int PLAN_GAP = 5;
    private static final int PLAN_SHARE = 6;
    private static final int PREVIOUS = 7;
    private static final int PREVIOUS_SHARE = 8;
    private static final int LAST_YEAR_SHARE = 9;
    private static final int SPARKLINE = 10;
    private static final int STATUS = 11;
    private static final int CAUSE = 12;

    /** A shortfall of less than this share is only slight. */
    static final BigDecimal SLIGHT = new BigDecimal("0.03");

    private static final Style CELL = Style.TEXT.below(Palette.ROW_LINE);
    private static final Style MISSING = CELL.right().inked(Palette.MUTED);

    private final Frame frame;
    private final Page page;
    private final SeriesSheet series;
    private final Map<String, Scale> scales = new HashMap<>();

    KpiTable(Frame frame, Page page, SeriesSheet series) {
        this.frame = frame;
        this.page = page;
        this.series = series;
        chooseScales();
    }

    /** One scale for all sums of money, so that they can be compared by eye; the average sale has its own. */
    private void chooseScales() {
        List<Kpi> money = frame.data().summary().stream()
                .filter(kpi -> kpi.metric().unit() == Unit.MONEY)
                .toList();
        Kpi average = frame.data().kpi("average_sale");
        BigDecimal largest = money.stream()
                .filter(kpi -> !kpi.metric().id().equals(average.metric().id()))
                .map(Kpi::size)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        money.forEach(kpi -> scales.put(kpi.metric().id(), Scale.ofColumn(largest)));
        scales.put(average.metric().id(), Scale.ofColumn(average.size()));
    }

    Scale scale(Kpi kpi) {
        return scales.getOrDefault(kpi.metric().id(), Scale.ONE);
    }

    void drawHead(int row) {
        page.height(row, 16);
        Style group = Style.TEXT.bold().inked(Palette.HEADER_INK).centred().below(Palette.MUTED);
        page.text(
                row,
                ACTUAL,
                language()
                        .word(
                                "head.week",
                                Map.of("week", frame.data().identity().week())),
                group);
        page.text(row, PREVIOUS, frame.word("head.comparison"), group);
        page.blank(row, PLAN, PLAN_SHARE, group);
        page.blank(row, PREVIOUS_SHARE, LAST_YEAR_SHARE, group);
        page.merge(row, ACTUAL, PLAN_SHARE);
        page.merge(row, PREVIOUS, LAST_YEAR_SHARE);
        heads(row + 1);
    }

    private void heads(int row) {
        page.height(row, 32);
        page.text(row, NAME, frame.word("head.metric"), Style.HEADER);
        page.text(row, UNIT, frame.word("head.unit"), Style.HEADER);
        List<String> numbers = List.of(
                "head.actual",
                "head.plan",
                "head.plan_gap",
                "head.plan_gap_share",
                "head.previous",
                "head.previous_gap_share",
                "head.last_year_gap_share");
        for (int i = 0; i < numbers.size(); i++) {
            page.text(row, ACTUAL + i, frame.word(numbers.get(i)), Style.HEADER.right());
        }
        page.text(row, SPARKLINE, frame.word("head.weeks"), Style.HEADER.indented());
        page.text(row, STATUS, "", Style.HEADER);
        page.text(row, CAUSE, frame.word("head.cause"), Style.HEADER.indented());
    }

    void draw(int row, Kpi kpi) {
        page.height(row, 19);
        name(row, kpi.metric());
        page.text(row, UNIT, unit(kpi), CELL.inked(Palette.MUTED));
        numbers(row, kpi);
        page.blank(row, SPARKLINE, SPARKLINE, CELL);
        if (kpi.actual() != null) {
            page.sparkline(row, SPARKLINE, series.reference(kpi.metric().id()), Palette.ACTUAL);
        }
        status(row, kpi);
        page.sentence(
                row,
                CAUSE,
                new Comments(frame.data(), language()).of(kpi),
                CELL.inked(Palette.HEADER_INK).indented());
    }

    private void name(int row, Metric metric) {
        page.text(
                row,
                NAME,
                metric.name(language().code()),
                CELL.inked(Palette.LINK).underlined());
        frame.link(page, row, NAME, "metric/" + metric.id());
        page.note(row, NAME, metric.definition(language().code()));
        frame.anchor("kpi/" + metric.id(), page, row, ACTUAL);
        frame.book().name("kpi_" + metric.id(), page.reference(row, ACTUAL));
    }

    private String unit(Kpi kpi) {
        Metric metric = kpi.metric();
        return metric.unit() == Unit.MONEY
                ? Formats.money(language(), scale(kpi))
                : frame.word("unit." + metric.unit().name().toLowerCase(Locale.ROOT));
    }

    private void numbers(int row, Kpi kpi) {
        Style plain = CELL.right()
                .formatted(Formats.number(kpi.metric().unit(), scale(kpi).power()));
        put(row, ACTUAL, kpi, kpi.actual(), plain.bold());
        put(row, PLAN, kpi, kpi.base(Base.PLAN), plain.inked(Palette.HEADER_INK));
        put(row, PREVIOUS, kpi, kpi.base(Base.PREVIOUS), plain.inked(Palette.HEADER_INK));
        String actual = Page.cellName(row, ACTUAL);
        gap(row, kpi, actual);
        share(row, PLAN_SHARE, kpi, Base.PLAN, actual, Page.cellName(row, PLAN));
        share(row, PREVIOUS_SHARE, kpi, Base.PREVIOUS, actual, Page.cellName(row, PREVIOUS));
        share(
                row,
                LAST_YEAR_SHARE,
                kpi,
                Base.LAST_YEAR,
                actual,
                series.lastYear(kpi.metric().id()));
    }

    private void put(int row, int column, Kpi kpi, @Nullable Value value, Style style) {
        if (value == null) {
            missing(row, column);
        } else {
            page.value(row, column, value, scale(kpi).power(), style);
        }
    }

    private void missing(int row, int column) {
        page.text(row, column, frame.word("missing"), MISSING);
    }

    private void gap(int row, Kpi kpi, String actual) {
        Value gap = kpi.gap(Base.PLAN);
        if (gap == null) {
            missing(row, PLAN_GAP);
        } else {
            difference(row, PLAN_GAP, kpi, gap, actual + "-" + Page.cellName(row, PLAN));
        }
    }

    /** The change by its base; for a share the change in percentage points, for percentages of percentages mislead. */
    private void share(int row, int column, Kpi kpi, Base base, String actual, String other) {
        Value gap = kpi.gap(base);
        Value share = kpi.gapShare(base);
        if (share != null) {
            page.formula(row, column, actual + "/" + other + "-1", share, 0, changed(kpi, share));
        } else if (gap != null && kpi.isShare() && column != PLAN_SHARE) {
            difference(row, column, kpi, gap, actual + "-" + other);
        } else if (gap != null && kpi.isShare()) {
            page.text(row, column, frame.word("in_points"), MISSING);
        } else {
            missing(row, column);
        }
    }

    private void difference(int row, int column, Kpi kpi, Value gap, String formula) {
        boolean isPoints = gap.unit() == Unit.POINTS;
        page.formula(
                row,
                column,
                isPoints ? "(" + formula + ")*100" : formula,
                gap,
                isPoints ? 0 : scale(kpi).power(),
                changed(kpi, gap));
    }

    private Style changed(Kpi kpi, Value change) {
        String ink = switch (kpi.metric().polarity().judge(change.number())) {
            case 1 -> Palette.GOOD;
            case -1 -> Palette.BAD;
            default -> Palette.HEADER_INK;
        };
        return CELL.right()
                .inked(ink)
                .formatted(Formats.change(change.unit(), scale(kpi).power(), language()));
    }

    /** A glyph as well as a colour: ● not worse, ▽ slightly worse, ▼ worse; than the plan, or than the previous week where there is no plan. */
    private void status(int row, Kpi kpi) {
        Optional<Integer> level = level(kpi);
        String ink = level.map(n -> n > 0 ? Palette.GOOD : n == 0 ? Palette.WARN : Palette.BAD)
                .orElse(Palette.MUTED);
        Style style = CELL.centred().inked(ink).formatted("\"●\";\"▼\";\"▽\"");
        if (level.isPresent()) {
            page.number(row, STATUS, level.get(), style);
        } else {
            page.text(row, STATUS, "–", style);
        }
    }

    private static Optional<Integer> level(Kpi kpi) {
        Base base = kpi.base(Base.PLAN) == null ? Base.PREVIOUS : Base.PLAN;
        Value gap = kpi.gap(base);
        Value share = kpi.gapShare(base);
        if (gap == null || kpi.metric().polarity().judge(BigDecimal.ONE) == 0) {
            return Optional.empty();
        }
        if (kpi.metric().polarity().judge(gap.number()) >= 0) {
            return Optional.of(1);
        }
        BigDecimal size = share == null ? gap.number().movePointLeft(kpi.isShare() ? 2 : 0) : share.number();
        return Optional.of(size.abs().compareTo(SLIGHT) < 0 ? 0 : -1);
    }

    private Language language() {
        return frame.language();
    }
}
