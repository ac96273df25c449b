package cartera.model.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Outliers and level shifts of a series.
 *
 * <p>An outlier lies {@value #OUTLIER} robust standard deviations and {@link #NOTEWORTHY} of the usual size from what its
 * neighbours and its season make usual (F. R. Hampel, The influence curve and its role in robust estimation, JASA 69, 1974).
 * A level shift is the step that explains most of what a straight line leaves, where it passes the test for a break at an unknown
 * time (D. W. K. Andrews, Econometrica 61, 1993) with errors allowed to hang together; more of them are looked for on both sides
 * (J. Bai, Econometric Theory 13, 1997). A wandering series has no steps: what looks like one is its nature.
 */
public final class SeriesFindings {

    private static final double OUTLIER = 6;

    /** Share of the usual size below which a deviation is no news, however regular the series. */
    private static final double NOTEWORTHY = .2;

    /** Critical value at 1 % of the largest Wald statistic over break times, 15 % of the series at each end left out. */
    private static final double SHIFT = 12.35;

    private static final int FEWEST_VALUES = 8;
    private static final int FEWEST_ON_A_SIDE = 5;

    /** Periods on each side of a step that may have been cleaned away. */
    private static final int BLURRED = 2;

    private static final double NORMAL_MEDIAN = 1.4826;

    private SeriesFindings() {}

    /** The findings in the order of time; none for a series of under {@value #FEWEST_VALUES} values or with rare demand. */
    public static List<SeriesFinding> of(Series series) {
        Demand demand = Demand.of(series);
        if (series.length() - demand.start() < FEWEST_VALUES || demand.isRare()) {
            return List.of();
        }
        double[] values = Arrays.copyOfRange(series.values(), demand.start(), series.length());
        double[] cleaned = values.clone();
        outliers(values, series.season()).forEach(finding -> cleaned[finding.position()] = finding.usual());
        List<SeriesFinding> findings = new ArrayList<>(shifts(values, cleaned, series.season()));
        findings.addAll(outliers(level(values, findings), series.season()));
        return findings.stream()
                .map(finding -> new SeriesFinding(
                        finding.kind(), finding.position() + demand.start(), finding.size(), finding.usual()))
                .sorted(Comparator.comparingInt(SeriesFinding::position).thenComparing(SeriesFinding::kind))
                .toList();
    }

    /** The values with later levels moved onto the first. */
    private static double[] level(double[] values, List<SeriesFinding> shifts) {
        double[] level = values.clone();
        for (SeriesFinding shift : shifts) {
            for (int t = shift.position(); t < level.length; t++) {
                level[t] -= shift.size();
            }
        }
        return level;
    }

    private static List<SeriesFinding> outliers(double[] values, int season) {
        double[] usual = RobustLevel.of(values, season);
        double[] sizes = IntStream.range(0, values.length)
                .mapToDouble(t -> Math.abs(values[t] - usual[t]))
                .toArray();
        double deviation = NORMAL_MEDIAN * RobustLevel.median(sizes);
        return IntStream.range(0, values.length)
                .filter(t -> sizes[t] > Math.max(OUTLIER * deviation, NOTEWORTHY * Math.abs(usual[t])))
                .mapToObj(t -> new SeriesFinding(SeriesFinding.Kind.OUTLIER, t, values[t] - usual[t], usual[t]))
                .toList();
    }

    /** Shifts are looked for in cleaned values and placed by the values as they are: cleaning blurs the edge of a step. */
    private static List<SeriesFinding> shifts(double[] values, double[] cleaned, int season) {
        double[] pattern = SeasonalIndex.of(Series.of(cleaned, season), SeasonalIndex.Form.ADDITIVE)
                .index();
        var found = new ArrayList<SeriesFinding>();
        search(without(pattern, values), without(pattern, cleaned), 0, values.length, found);
        return found;
    }

    private static double[] without(double[] pattern, double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(t -> values[t] - pattern[t % pattern.length])
                .toArray();
    }

    private static void search(double[] values, double[] cleaned, int from, int to, List<SeriesFinding> found) {
        int margin = Math.max(FEWEST_ON_A_SIDE, (int) Math.ceil(.15 * (to - from)));
        Step best = Step.best(cleaned, from, from + margin, to - margin, to);
        if (best.statistic() <= SHIFT || Math.abs(best.size()) < NOTEWORTHY * Math.abs(best.before())) {
            return;
        }
        int at = Step.best(values, from, best.at() - BLURRED, best.at() + BLURRED, to)
                .at();
        search(values, cleaned, from, at, found);
        found.add(new SeriesFinding(SeriesFinding.Kind.LEVEL_SHIFT, at, best.size(), best.before()));
        search(values, cleaned, at, to, found);
    }

    /**
     * A line with a step, fitted to a stretch of values by least squares.
     *
     * @param statistic squared step over its variance, which is multiplied by (1 + r) / (1 - r) for errors of autocorrelation r
     * @param before where the line stands just before the step
     */
    private record Step(int at, double size, double before, double statistic) {

        static final Step NONE = new Step(0, 0, 0, 0);

        /** The step of the largest statistic in the range; none where the range is empty. */
        static Step best(double[] values, int from, int first, int last, int to) {
            return IntStream.rangeClosed(first, last)
                    .mapToObj(at -> Step.of(values, from, at, to))
                    .max(Comparator.comparingDouble(Step::statistic))
                    .orElse(NONE);
        }

        static Step of(double[] values, int from, int at, int to) {
            double[] y = detrended(
                    IntStream.range(from, to).mapToDouble(t -> values[t]).toArray());
            double[] x = detrended(
                    IntStream.range(from, to).mapToDouble(t -> t < at ? 0 : 1).toArray());
            double xx = dot(x, x);
            double size = dot(x, y) / xx;
            double[] errors = IntStream.range(0, y.length)
                    .mapToDouble(t -> y[t] - size * x[t])
                    .toArray();
            double variance = dot(errors, errors) / Math.max(1, errors.length - 3);
            double r = Math.min(.95, Math.max(0, autocorrelation(errors)));
            double statistic = size * size * xx / (variance * (1 + r) / (1 - r));
            double before = IntStream.range(Math.max(from, at - FEWEST_ON_A_SIDE), at)
                    .mapToDouble(t -> values[t])
                    .average()
                    .orElse(0);
            boolean isExact = variance <= 1e-18 * dot(y, y);
            return new Step(at, size, before, isExact ? Double.MAX_VALUE : statistic);
        }

        private static double[] detrended(double[] values) {
            double middle = (values.length - 1) / 2.0;
            double mean = Arrays.stream(values).average().orElse(0);
            double slope = 0;
            double squares = 0;
            for (int t = 0; t < values.length; t++) {
                slope += (t - middle) * values[t];
                squares += (t - middle) * (t - middle);
            }
            double perPeriod = slope / squares;
            return IntStream.range(0, values.length)
                    .mapToDouble(t -> values[t] - mean - perPeriod * (t - middle))
                    .toArray();
        }

        private static double autocorrelation(double[] errors) {
            double squares = dot(errors, errors);
            double products = 0;
            for (int t = 1; t < errors.length; t++) {
                products += errors[t] * errors[t - 1];
            }
            return squares > 0 ? products / squares : 0;
        }

        private static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int t = 0; t < a.length; t++) {
                sum += a[t] * b[t];
            }
            return sum;
        }
    }
}
