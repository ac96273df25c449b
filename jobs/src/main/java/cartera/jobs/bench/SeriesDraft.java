package cartera.jobs.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The values of a series as they are read: in any order, some periods missing, some twice, some values unreadable. */
final class SeriesDraft {

    final String key;
    final String group;
    final int season;
    final int horizon;

    private double[] at = new double[16];
    private double[] values = new double[16];
    private long[] lines = new long[16];
    private int size;

    SeriesDraft(String key, String group, int season, int horizon) {
        this.key = key;
        this.group = group;
        this.season = season;
        this.horizon = horizon;
    }

    /** Adds a value; NaN where it is there but cannot be read. */
    void add(double period, double value, long line) {
        if (size == at.length) {
            at = Arrays.copyOf(at, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
            lines = Arrays.copyOf(lines, 2 * size);
        }
        at[size] = period;
        values[size] = value;
        lines[size] = line;
        size++;
    }

    int size() {
        return size;
    }

    double at(int i) {
        return at[i];
    }

    double value(int i) {
        return values[i];
    }

    long line(int i) {
        return lines[i];
    }

    double[] periods() {
        return Arrays.copyOf(at, size);
    }

    /** Puts the values into the order of their periods; those of one period stay in the order of the file. */
    void sort() {
        boolean isSorted = IntStream.range(1, size).allMatch(i -> at[i - 1] <= at[i]);
        if (isSorted) {
            return;
        }
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> at[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] sortedAt = Arrays.stream(order).mapToDouble(i -> at[i]).toArray();
        double[] sortedValues = Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
        long[] sortedLines = Arrays.stream(order).mapToLong(i -> lines[i]).toArray();
        at = sortedAt;
        values = sortedValues;
        lines = sortedLines;
    }

    /** Drops what a caller does not keep. */
    void keep(boolean[] kept) {
        int n = 0;
        for (int i = 0; i < size; i++) {
            if (kept[i]) {
                at[n] = at[i];
                values[n] = values[i];
                lines[n] = lines[i];
                n++;
            }
        }
        size = n;
    }
}
