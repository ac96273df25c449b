package cartera.model.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Steps of a series beside its trend and its season, one after the other, the surest first, for as long as the next passes the test
 * for a break at an unknown time.
 *
 * <p>Sources: D. W. K. Andrews, Econometrica 61 (1993); J. Bai, Econometric Theory 13 (1997), for several. The critical value for
 * 5 % of the series left out at each end is 13.0 at 1 %; it is higher here, for the season is
 * fitted too.
 */
final class LevelShifts {

    private static final double SURE = 16;
    private static final double LEFT_OUT = .05;
    private static final int FEWEST_ON_A_SIDE = 6;
    private static final int MOST = 5;

    /** Share of the old level below which a new one is no news, however regular the series. */
    private static final double NOTEWORTHY = .1;

    /** Periods on each side of a step that may have been cleaned away. */
    private static final int BLURRED = 3;

    private final double[] values;
    private final double[] cleaned;
    private final Regression smooth;
    private final Regression usual;
    private final int margin;
    private final List<Integer> found = new ArrayList<>();

    private LevelShifts(double[] values, Outliers outliers, int season) {
        this.values = values;
        this.cleaned = outliers.cleaned();
        this.smooth = Regression.onTrendAndSeason(cleaned.length, season);
        this.usual = smooth.without(outliers.ofPeaks());
        this.margin = Math.max(FEWEST_ON_A_SIDE, (int) Math.ceil(LEFT_OUT * cleaned.length));
    }

    /**
     * The shifts in the order of time.
     *
     * @param values by which steps are placed and measured, for cleaning blurs their edges
     * @param outliers in whose cleaned values they are looked for
     */
    static List<Deviation> of(double[] values, Outliers outliers, int season) {
        var shifts = new LevelShifts(values, outliers, season);
        shifts.search();
        return shifts.found.stream()
                .sorted()
                .map(shifts::deviation)
                .filter(one -> one.isShare(NOTEWORTHY))
                .toList();
    }

    private void search() {
        Optional<Integer> next = next();
        while (next.isPresent() && found.size() < MOST) {
            int at = next.orElseThrow();
            found.add(surest(
                            withSteps(smooth, found),
                            values,
                            Math.max(1, at - BLURRED),
                            Math.min(values.length - 1, at + BLURRED))
                    .at());
            next = next();
        }
    }

    private Optional<Integer> next() {
        Step next = surest(withSteps(usual, found), cleaned, margin, cleaned.length - margin);
        return next.test() > SURE ? Optional.of(next.at()) : Optional.empty();
    }

    private record Step(int at, double test) {}

    /** The surest in the range that is not beside one known. */
    private Step surest(Regression known, double[] values, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .filter(at -> found.stream().noneMatch(other -> Math.abs(other - at) < margin))
                .mapToObj(at -> new Step(at, known.test(values, at)))
                .max(Comparator.comparingDouble(Step::test))
                .orElse(new Step(first, 0));
    }

    private static Regression withSteps(Regression without, List<Integer> steps) {
        Regression all = without;
        for (int at : steps) {
            all = all.withStep(at);
        }
        return all;
    }

    private Deviation deviation(int at) {
        List<Integer> others = found.stream().filter(other -> other != at).toList();
        int from = others.stream()
                .filter(other -> other < at)
                .max(Comparator.naturalOrder())
                .orElse(0);
        double[] sharp = sharp(at);
        double before = Arrays.stream(sharp, Math.max(from, at - FEWEST_ON_A_SIDE), at)
                .average()
                .orElse(0);
        return new Deviation(at, before, withSteps(usual, others).size(sharp, at));
    }

    private double[] sharp(int at) {
        double[] sharp = cleaned.clone();
        int from = Math.max(0, at - FEWEST_ON_A_SIDE);
        System.arraycopy(values, from, sharp, from, Math.min(values.length, at + FEWEST_ON_A_SIDE) - from);
        return sharp;
    }
}
