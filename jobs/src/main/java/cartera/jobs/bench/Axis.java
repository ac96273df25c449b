package cartera.jobs.bench;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * The equal steps of time on which series of one season lie.
 *
 * @param step of dates; {@link Step#NUMBER} for numbers
 * @param from of numbers: the smallest
 * @param width of one step, in numbers or in steps of dates
 */
record Axis(Step step, double from, double width) {

    /** Two days of one series in one week say that its step is no week, unless it happens this rarely. */
    private static final double ODD = 0.001;

    private static final double WHOLE = 1e-6;

    /**
     * The axis on which the periods of some series fit: of dates the longest step at which hardly two of a series share a
     * period, unless the season speaks for a shorter one; of numbers their common divisor.
     *
     * @param series the sorted periods of each
     * @param finest the shortest period that their texts name
     */
    static Axis of(Collection<double[]> series, Step finest, int season) {
        return finest == Step.NUMBER ? ofNumbers(series, season) : ofDates(series, finest, season);
    }

    private static Axis ofDates(Collection<double[]> series, Step finest, int season) {
        Optional<Step> usual = Step.ofSeason(season).filter(step -> step.compareTo(finest) >= 0);
        Step longest = Arrays.stream(Step.values())
                .filter(step -> step.compareTo(finest) >= 0 && shared(series, step) <= ODD)
                .reduce(finest, (one, longer) -> longer);
        if (usual.isPresent() && usual.get().compareTo(longest) <= 0) {
            return new Axis(usual.get(), 0, 1);
        }
        double divisor = 0;
        for (double[] at : series) {
            for (int i = 1; i < at.length; i++) {
                divisor = divisor(divisor, longest.index(at[i]) - (double) longest.index(at[i - 1]));
            }
        }
        return new Axis(longest, 0, Math.max(1, divisor));
    }

    /** The share of neighbours, not of one day, that fall into one period. */
    private static double shared(Collection<double[]> series, Step step) {
        long pairs = 0;
        long shared = 0;
        for (double[] at : series) {
            for (int i = 1; i < at.length; i++) {
                boolean isOther = at[i] != at[i - 1];
                pairs += isOther ? 1 : 0;
                shared += isOther && step.index(at[i]) == step.index(at[i - 1]) ? 1 : 0;
            }
        }
        return pairs == 0 ? 1 : (double) shared / pairs;
    }

    private static Axis ofNumbers(Collection<double[]> series, int season) {
        double from = series.stream().mapToDouble(at -> at[0]).min().orElse(0);
        double divisor = 0;
        double smallest = Double.POSITIVE_INFINITY;
        boolean areWhole = true;
        for (double[] at : series) {
            for (int i = 0; i < at.length; i++) {
                areWhole &= at[i] == Math.rint(at[i]);
                double gap = i == 0 ? 0 : at[i] - at[i - 1];
                divisor = areWhole ? divisor(divisor, gap) : 0;
                smallest = gap > WHOLE ? Math.min(smallest, gap) : smallest;
            }
        }
        double width = areWhole ? divisor : yearly(smallest, season);
        return new Axis(Step.NUMBER, areWhole ? 0 : from, width > 0 && Double.isFinite(width) ? width : 1);
    }

    /** Decimal years are as wide as the season says, if that is about their smallest gap. */
    private static double yearly(double smallest, int season) {
        return Math.abs(smallest * season - 1) < 0.1 ? 1.0 / season : smallest;
    }

    private static double divisor(double a, double b) {
        double x = Math.abs(a);
        double y = Math.abs(b);
        while (y > 0.5) {
            double rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }

    /** The index of a period on the axis. */
    long index(double at) {
        return step == Step.NUMBER ? Math.round((at - from) / width) : Math.floorDiv(step.index(at), Math.round(width));
    }

    /** Whether the period of a day ends after another day. */
    boolean endsAfter(double at, LocalDate day) {
        return step != Step.NUMBER && step.end(LocalDate.ofEpochDay((long) at)).isAfter(day);
    }

    /** In words. */
    String name() {
        String unit = step == Step.NUMBER ? "" : " " + step;
        return width == 1 && step != Step.NUMBER ? "one" + unit : Headers.shown(String.valueOf((float) width)) + unit;
    }
}
