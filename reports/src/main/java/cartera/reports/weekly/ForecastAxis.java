package cartera.reports.weekly;

import cartera.reports.Row;
import cartera.reports.Unit;
import cartera.reports.Value;
import cartera.reports.sheet.FanChart;
import cartera.reports.text.Scale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The value axis of the fan, in the chart's unit: from zero, or from near the lowest number where all lie far above zero and the spread would not show.
 *
 * @param low its start, {@code high} its end, {@code step} between its numbers
 */
record ForecastAxis(double low, double high, double step, int power) {

    private static final List<String> COLUMNS = List.of("actual", "plan", "mid", "low_95", "high_95");
    private static final int STEPS = 6;
    /** Where the lowest number is over this share of the highest, the axis is cut. */
    private static final double FAR_FROM_ZERO = 0.4;

    static ForecastAxis of(Forecast forecast, Scale scale) {
        List<Row> weeks = new ArrayList<>(forecast.past());
        weeks.addAll(forecast.future());
        return of(weeks, COLUMNS, scale);
    }

    /** Around the numbers of some columns. */
    static ForecastAxis of(List<Row> rows, List<String> columns, Scale scale) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (Row row : rows) {
            for (String column : columns) {
                BigDecimal number = row.number(column);
                if (number != null) {
                    numbers.add(number.movePointLeft(scale.power()));
                }
            }
        }
        double lowest =
                numbers.stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0);
        double highest =
                numbers.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(0);
        return around(lowest, Math.max(highest, lowest + 1e-9), scale.power());
    }

    private static ForecastAxis around(double lowest, double highest, int power) {
        double from = lowest > FAR_FROM_ZERO * highest ? lowest : Math.min(0, lowest);
        double step = step((highest - from) / STEPS);
        return new ForecastAxis(
                step * Math.floor(from / step + 1e-9), step * Math.ceil(highest / step - 1e-9), step, power);
    }

    /** The smallest of 1, 2, 2.5, 5 times a power of ten that is not below {@code size}. */
    private static double step(double size) {
        double ten = Math.pow(10, Math.floor(Math.log10(size)));
        for (double factor : new double[] {1, 2, 2.5, 5}) {
            if (factor * ten >= size * (1 - 1e-9)) {
                return factor * ten;
            }
        }
        return 10 * ten;
    }

    boolean isCut() {
        return low > 0;
    }

    /** Where the axis starts. */
    Value start() {
        return new Value(BigDecimal.valueOf(low).movePointRight(power), Unit.MONEY, "forecast_week_mid", "axis");
    }

    FanChart.Axis drawn() {
        boolean isWhole = Math.abs(step - Math.rint(step)) < 1e-9;
        return new FanChart.Axis(low, high, step, isWhole ? "#,##0" : step < 0.1 ? "0.00" : "0.0");
    }
}
