package cartera.model.forecast;

import cartera.model.Reference;
import cartera.model.SharedData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The 3,003 series of the M3 competition in their published order, and the scores of methods on them. */
record Competition(List<Entry> entries) {

    static final String ALL = "all";

    /** One series, its last values held out; {@code group} is yearly, quarterly, monthly or other. */
    record Entry(String id, String group, Series history, double[] actual) {}

    static Competition whole() {
        var entries = new ArrayList<Entry>();
        for (String file : List.of("m3_yearly.csv", "m3_quarterly.csv.gz", "m3_monthly.csv.gz", "m3_other.csv")) {
            String group = file.substring(3, file.indexOf('.'));
            SharedData.rows("m3/" + file).forEach(row -> entries.add(entry(group, row)));
        }
        return new Competition(List.copyOf(entries));
    }

    /** Every tenth series, the first being in. */
    Competition tenth() {
        return new Competition(IntStream.range(0, entries.size())
                .filter(i -> i % 10 == 0)
                .mapToObj(entries::get)
                .toList());
    }

    private static Entry entry(String group, Reference row) {
        return new Entry(
                row.text("id"),
                group,
                Series.of(numbers(row.text("train")), row.whole("frequency")),
                numbers(row.text("test")));
    }

    /** Forecasts of the series, by id, as R computed them (packages forecast 8.20 and forecTheta 3.0). */
    static Map<String, double[]> ofR(String name) {
        var forecasts = new HashMap<String, double[]>();
        SharedData.rows("m3/r_forecasts_%s.csv.gz".formatted(name))
                .forEach(row -> forecasts.put(row.text("id"), numbers(row.text("forecasts"))));
        return forecasts;
    }

    private static double[] numbers(String joined) {
        return Arrays.stream(joined.split(";")).mapToDouble(Double::parseDouble).toArray();
    }

    /** Forecasts by a method, in the order of the entries. */
    List<double[]> forecasts(String method) {
        return entries.parallelStream()
                .map(entry -> Methods.of(method).fit(entry.history).forecast(entry.actual.length))
                .toList();
    }

    /** Mean sMAPE of a method by group, and of all. */
    Map<String, Double> smape(String method) {
        return smape(forecasts(method));
    }

    /** Mean sMAPE of forecasts in the order of the entries. */
    Map<String, Double> smape(List<double[]> forecasts) {
        var smapes = new HashMap<String, List<Double>>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            double smape = Measures.smape(entry.actual, forecasts.get(i));
            for (String group : List.of(entry.group, ALL)) {
                smapes.computeIfAbsent(group, key -> new ArrayList<>()).add(smape);
            }
        }
        var means = new HashMap<String, Double>();
        smapes.forEach((group, values) -> means.put(
                group,
                values.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
        return means;
    }
}
