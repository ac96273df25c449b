package cartera.jobs.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes whole series of what was read: zeros for missing periods, the middle of the neighbours for unreadable values. */
final class SeriesFiller {

    private long gaps;
    private long seriesWithGaps;
    private long bridged;

    /**
     * The values of all periods from the first to the last that has a readable value.
     *
     * @param index rising
     * @param values NaN where unreadable
     */
    double[] fill(long[] index, double[] values) {
        int first = 0;
        int last = values.length - 1;
        while (first <= last && Double.isNaN(values[first])) {
            first++;
        }
        while (last >= first && Double.isNaN(values[last])) {
            last--;
        }
        if (last < first) {
            return new double[0];
        }
        double[] filled = new double[Math.toIntExact(index[last] - index[first] + 1)];
        for (int i = first; i <= last; i++) {
            filled[Math.toIntExact(index[i] - index[first])] = values[i];
        }
        count(filled.length - (last - first + 1));
        bridge(filled);
        return filled;
    }

    private void count(int missing) {
        gaps += missing;
        seriesWithGaps += missing > 0 ? 1 : 0;
    }

    private void bridge(double[] values) {
        for (int t = 0; t < values.length; t++) {
            if (Double.isNaN(values[t])) {
                int next = t;
                while (Double.isNaN(values[next])) {
                    next++;
                }
                Arrays.fill(values, t, next, (values[t - 1] + values[next]) / 2);
                bridged += next - t;
            }
        }
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (gaps > 0) {
            notes.add(
                    "Periods missing inside a series, taken as zero: %d in %d series".formatted(gaps, seriesWithGaps));
        }
        if (bridged > 0) {
            notes.add("Values that cannot be read: the mean of their neighbours stands for %d".formatted(bridged));
        }
        return notes;
    }
}
