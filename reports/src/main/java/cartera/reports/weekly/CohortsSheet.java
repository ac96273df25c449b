package cartera.reports.weekly;

import cartera.reports.Palette;
import cartera.reports.Unit;
import cartera.reports.Value;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import cartera.reports.text.Language;
import cartera.reports.text.Scale;
import cartera.reports.text.Sentence;
import cartera.reports.weekly.Cohorts.Cohort;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Who comes back, and what customers bring in the end, by the month of their first purchase. Months that have not ended are empty or in italics, never shown as a drop. */
final class CohortsSheet {

    private static final int AGES = 12;
    private static final int MONTH = 1;
    private static final int CUSTOMERS = 2;
    private static final int FIRST = 3;
    private static final int LAST = FIRST + AGES - 1;

    private final Frame frame;
    private final Page page;
    private final Cohorts cohorts;

    CohortsSheet(Frame frame, Page page) {
        this.frame = frame;
        this.page = page;
        this.cohorts = new Cohorts(frame.data().rows("cohort"));
    }

    /** One matrix: its numbers by cohort and age, and the ratio of sums by age under them. */
    private interface Matrix {
        @Nullable
        BigDecimal cell(Cohort cohort, int age);

        Optional<BigDecimal> mean(int age);

        Value value(BigDecimal number, String key);
    }

    void draw() {
        page.widths(1.3, 18, 11);
        for (int age = 0; age < AGES; age++) {
            page.width(FIRST + age, 9);
        }
        frame.head(page, title(), frame.subtitle(), LAST);
        frame.back(page, LAST);
        page.freeze(FIRST, 3);
        int end = cohorts.all().isEmpty() ? 5 : matrices();
        frame.print(page, end, LAST, 1);
    }

    private int matrices() {
        page.text(4, MONTH, frame.word("cohorts.retention"), Style.HEADING);
        page.text(5, MONTH, frame.word("cohorts.about"), Style.SUBTITLE);
        int row = draw(6, retention(), 0, Formats.PERCENT_WHOLE, 1);
        String column = cohorts.hasMargin() ? "margin" : "amount";
        Scale scale = Scale.ofColumn(cohorts.largestPerCustomer(column, AGES));
        String unit = Formats.money(language(), scale);
        page.text(row, MONTH, language().word("cohorts." + column, Map.of("unit", unit)), Style.HEADING);
        page.text(row + 1, MONTH, frame.word("cohorts.money.about"), Style.SUBTITLE);
        return draw(row + 2, money(column), scale.power(), Formats.number(Unit.MONEY, scale.power()), 0);
    }

    private Matrix retention() {
        return new Matrix() {
            @Override
            public @Nullable BigDecimal cell(Cohort cohort, int age) {
                return cohort.retention(age);
            }

            @Override
            public Optional<BigDecimal> mean(int age) {
                return cohorts.retention(age);
            }

            @Override
            public Value value(BigDecimal number, String key) {
                return frame.data().column("cohort", "retention").value(number, key);
            }
        };
    }

    private Matrix money(String column) {
        return new Matrix() {
            @Override
            public @Nullable BigDecimal cell(Cohort cohort, int age) {
                return cohort.perCustomer(age, column);
            }

            @Override
            public Optional<BigDecimal> mean(int age) {
                return cohorts.perCustomer(age, column);
            }

            @Override
            public Value value(BigDecimal number, String key) {
                return frame.data().column("cohort", column).value(number, key);
            }
        };
    }

    /** @return the second row after the matrix */
    private int draw(int top, Matrix matrix, int power, String format, int firstShaded) {
        heads(top);
        List<Cohort> all = cohorts.all();
        for (int i = 0; i < all.size(); i++) {
            row(top + 1 + i, all.get(i), matrix, power, format);
        }
        int total = top + 1 + all.size();
        means(total, top + 1, matrix, power, format);
        page.shade(List.of(new CellRangeAddress(top + 1, total - 1, FIRST + firstShaded, LAST)), Palette.SCALE_COHORT);
        return total + 2;
    }

    private void heads(int at) {
        page.text(
                at,
                MONTH,
                frame.data().column("cohort", "cohort_on").name(language().code()),
                Style.HEADER);
        page.text(
                at,
                CUSTOMERS,
                frame.data().column("cohort", "customers").name(language().code()),
                Style.HEADER.right());
        for (int age = 0; age < AGES; age++) {
            page.number(at, FIRST + age, age, Style.HEADER.right().formatted("0"));
        }
    }

    private void row(int at, Cohort cohort, Matrix matrix, int power, String format) {
        page.date(at, MONTH, cohort.month(), Grid.CELL.formatted(Formats.month(language())));
        Value customers = frame.data()
                .column("cohort", "customers")
                .value(cohort.customers(), cohort.month().toString());
        page.value(
                at,
                CUSTOMERS,
                customers,
                0,
                Grid.CELL.right().inked(Palette.HEADER_INK).formatted(Formats.WHOLE));
        for (int age = 0; age < AGES; age++) {
            BigDecimal number = matrix.cell(cohort, age);
            if (number != null) {
                Style style = Style.NUMBER.formatted(format);
                page.value(
                        at,
                        FIRST + age,
                        matrix.value(number, cohort.month() + "/" + age),
                        power,
                        cohort.isMature(age) ? style : style.italic());
            }
        }
    }

    /** Sums over the cohorts that have come to the age, divided: the mean of ratios would count small cohorts as much as large ones. */
    private void means(int at, int first, Matrix matrix, int power, String format) {
        page.text(at, MONTH, frame.word("cohorts.mean"), Grid.TOTAL);
        int all = cohorts.all().size();
        BigDecimal customers = cohorts.all().stream().map(Cohort::customers).reduce(BigDecimal.ZERO, BigDecimal::add);
        Value total = frame.data().column("cohort", "customers").value(customers, "total");
        page.formula(
                at,
                CUSTOMERS,
                "SUM(" + cells(CUSTOMERS, first, all) + ")",
                total,
                0,
                Grid.TOTAL.right().formatted(Formats.WHOLE));
        for (int age = 0; age < AGES; age++) {
            Optional<BigDecimal> mean = matrix.mean(age);
            int place = FIRST + age;
            int mature = cohorts.mature(age);
            Style style = Grid.TOTAL.right().formatted(format);
            String key = "mean/" + age;
            mean.ifPresentOrElse(
                    number -> page.formula(
                            at, place, ratio(place, first, mature), matrix.value(number, key), power, style),
                    () -> page.blank(at, place, place, style));
        }
    }

    private static String ratio(int column, int first, int rows) {
        String customers = cells(CUSTOMERS, first, rows);
        return "SUMPRODUCT(" + customers + "," + cells(column, first, rows) + ")/SUM(" + customers + ")";
    }

    private static String cells(int column, int first, int rows) {
        return Page.cellName(first, column) + ":" + Page.cellName(first + rows - 1, column);
    }

    /** How many buy again after a month, and whether the newest cohort that can be judged does better. */
    private Sentence title() {
        int mature = cohorts.mature(1);
        Optional<BigDecimal> mean = cohorts.retention(1);
        BigDecimal latest = mature == 0 ? null : cohorts.all().get(mature - 1).retention(1);
        if (mean.isEmpty() || latest == null) {
            return language().say("title.cohorts.none", Map.of());
        }
        Value share = retention().value(mean.get(), "mean/1");
        Value gap =
                new Value(latest.subtract(mean.get()).movePointRight(2), Unit.POINTS, "cohort_retention", "latest_gap");
        if (mature < 3 || gap.number().abs().compareTo(new BigDecimal("0.05")) < 0) {
            return language().say("title.cohorts", Map.of("share", share));
        }
        return language().say("title.cohorts." + Headline.direction(gap), Map.of("share", share, "gap", gap));
    }

    private Language language() {
        return frame.language();
    }
}
