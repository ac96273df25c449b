package cartera.reports.weekly;

import cartera.reports.Row;
import cartera.reports.Value;
import cartera.reports.sheet.Page;
import cartera.reports.sheet.Style;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** The numbers behind the fan: a row a week; its name, actual, plan, forecast, then the heights of the bands from below. All bands open at the last actual number. */
final class ForecastSeries {

    /** Limits from below; each band reaches from one to the next, the first from zero. */
    private static final List<String> LIMITS = List.of("low_95", "low_80", "low_50", "high_50", "high_80", "high_95");

    static final int BANDS = LIMITS.size();

    private static final int NAME = 0;
    private static final int ACTUAL = 1;
    private static final int PLAN = 2;
    private static final int MID = 3;
    private static final int BAND = 4;

    private final Frame frame;
    private final Page page;
    private final Forecast forecast;
    private final int power;
    private final int top;

    /** @param top the first of as many rows as {@link #rows} */
    ForecastSeries(Frame frame, Page page, Forecast forecast, int power, int top) {
        this.frame = frame;
        this.page = page;
        this.forecast = forecast;
        this.power = power;
        this.top = top;
    }

    static int rows(Forecast forecast) {
        return forecast.past().size() + forecast.future().size();
    }

    void draw() {
        int row = top;
        for (Row week : forecast.past()) {
            name(row, week);
            put(row, ACTUAL, forecast.value(week, "actual"));
            put(row, PLAN, forecast.value(week, "plan"));
            fold(row++, week.number("actual"));
        }
        open(row - 1);
        for (Row week : forecast.future()) {
            name(row, week);
            put(row, PLAN, forecast.value(week, "plan"));
            put(row, MID, forecast.value(week, "mid"));
            bands(row++, week);
        }
    }

    private void name(int row, Row week) {
        page.text(row, NAME, SeriesSheet.weekName(frame.language(), week.day("period_on")), Style.TEXT);
    }

    /** Where there is no fan its bands lie folded on the actual line: a gap would be drawn as a fall to zero. */
    private void fold(int row, @Nullable BigDecimal actual) {
        if (actual != null) {
            number(row, BAND, actual);
            for (int i = 1; i < BANDS; i++) {
                number(row, BAND + i, BigDecimal.ZERO);
            }
        }
    }

    /** The forecast begins in the last actual number. */
    private void open(int row) {
        BigDecimal last = forecast.past().isEmpty()
                ? null
                : forecast.past().get(forecast.past().size() - 1).number("actual");
        if (last != null) {
            number(row, MID, last);
        }
    }

    private void bands(int row, Row week) {
        BigDecimal below = BigDecimal.ZERO;
        for (int i = 0; i < BANDS; i++) {
            BigDecimal limit = week.number(LIMITS.get(i)) == null ? week.amount("mid") : week.amount(LIMITS.get(i));
            number(row, BAND + i, limit.subtract(below));
            below = limit;
        }
    }

    private void put(int row, int column, @Nullable Value value) {
        if (value != null) {
            page.value(row, column, value, power, Style.NUMBER.formatted(Formats.TENTHS));
        }
    }

    private void number(int row, int column, BigDecimal number) {
        page.number(row, column, number.movePointLeft(power).doubleValue(), Style.NUMBER.formatted(Formats.TENTHS));
    }

    CellRangeAddress names() {
        return column(NAME);
    }

    CellRangeAddress actual() {
        return column(ACTUAL);
    }

    CellRangeAddress plan() {
        return column(PLAN);
    }

    CellRangeAddress mid() {
        return column(MID);
    }

    List<CellRangeAddress> bands() {
        List<CellRangeAddress> bands = new ArrayList<>();
        for (int i = 0; i < BANDS; i++) {
            bands.add(column(BAND + i));
        }
        return bands;
    }

    private CellRangeAddress column(int column) {
        return new CellRangeAddress(top, top + rows(forecast) - 1, column, column);
    }
}
