package cartera.model.forecast;

import cartera.model.SharedData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Monthly counts with the last months held out, as published comparisons take them. */
record CountSeries(Series history, double[] actual) {

    /** {@code carparts} or {@code hospital}. */
    static List<CountSeries> of(String set) {
        return set.equals("carparts")
                ? of(SharedData.lines("intermittent/carparts_wide.csv.gz"), 6)
                : of(SharedData.lines("intermittent/hospital_wide.csv"), 12);
    }

    private static List<CountSeries> of(List<String> lines, int heldOut) {
        String[][] cells =
                lines.stream().skip(1).map(line -> line.split(",", -1)).toArray(String[][]::new);
        var series = new ArrayList<CountSeries>();
        for (int column = 1; column < cells[0].length; column++) {
            int i = column;
            double[] values = Arrays.stream(cells)
                    .map(row -> row[i])
                    .filter(cell -> !cell.equals("NA"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (values.length >= heldOut + 12) {
                series.add(of(values, values.length - heldOut));
            }
        }
        return series.stream().filter(CountSeries::isKept).toList();
    }

    private static CountSeries of(double[] values, int origin) {
        int start = 0;
        while (start < origin && values[start] == 0) {
            start++;
        }
        return new CountSeries(
                Series.of(Arrays.copyOfRange(values, start, origin), 12),
                Arrays.copyOfRange(values, origin, values.length));
    }

    private boolean isKept() {
        double[] values = history.values();
        return values.length >= 10
                && Arrays.stream(values).filter(value -> value != 0).count() >= 2
                && Measures.squareScale(values) > 0;
    }

    /** MASE of these sets is scaled by the change from month to month. */
    Measures measures(double[] forecast) {
        return Measures.of(history.values(), 1, actual, forecast);
    }
}
