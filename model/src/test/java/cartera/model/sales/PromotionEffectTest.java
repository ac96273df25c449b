package cartera.model.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PromotionEffectTest {

    private static final int YEAR = 52;
    private static final int WEEKS = 2 * YEAR;
    private static final int COMPANIES = 200;

    /** The lifts found in companies of the same kind, from the least to the largest; 0 where none is used. */
    private static double[] lifts(int promotions, double lift, double noise) {
        return IntStream.range(0, COMPANIES)
                .mapToDouble(seed -> {
                    Random random = new Random(seed);
                    double[] share = PromotedSales.anyWeeks(promotions, WEEKS, WEEKS, random);
                    return found(PromotedSales.of(share, lift, noise, random), share, YEAR);
                })
                .sorted()
                .toArray();
    }

    private static double found(double[] values, double[] share, int season) {
        return Math.exp(PromotionEffect.of(new PromotedPeriods(values, share, season).seen(), 0)) - 1;
    }

    private static double middle(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static double used(double[] lifts) {
        return Arrays.stream(lifts).filter(lift -> lift != 0).count() / (double) lifts.length;
    }

    @Test
    void aLiftOfFortyPercentInSixWeeksOfTwoYearsIsFound() {
        double[] lifts = lifts(6, 0.4, 0.1);
        assertThat(used(lifts)).isGreaterThan(0.98);
        assertThat(middle(lifts)).isBetween(0.33, 0.40);
        assertThat(lifts[COMPANIES / 20]).isGreaterThan(0.2);
        assertThat(lifts[COMPANIES - COMPANIES / 20]).isLessThan(0.55);
    }

    @Test
    void aDropIsFoundAsALiftIs() {
        assertThat(middle(lifts(6, -0.3, 0.1))).isBetween(-0.3, -0.22);
    }

    @Test
    void withoutALiftThereIsNoEffect() {
        double[] lifts = lifts(6, 0, 0.1);
        assertThat(used(lifts)).isLessThan(0.1);
        assertThat(Arrays.stream(lifts).map(Math::abs).average().orElseThrow()).isLessThan(0.01);
    }

    @Test
    void theFewerTheWeeksTheLessIsSaid() {
        assertThat(middle(lifts(12, 0.4, 0.1))).isBetween(0.34, 0.42);
        assertThat(middle(lifts(2, 0.4, 0.1))).isBetween(0.22, 0.34);
        assertThat(middle(lifts(1, 0.4, 0.1))).isBetween(0.1, 0.27);
    }

    @Test
    void aLiftWithinTheNoiseIsNotUsed() {
        assertThat(used(lifts(2, 0.1, 0.4))).isLessThan(0.12);
    }

    @Test
    void oneWildWeekAmongThemSaysLittle() {
        double[] share = PromotedSales.weeks(WEEKS, t -> t % 17 == 3);
        double[] values = PromotedSales.of(share, 0.4, 0.05, new Random(1));
        double before = found(values, share, YEAR);
        values[3] *= 20;
        assertThat(found(values, share, YEAR)).isCloseTo(before, within(0.15));
    }

    /** Seasons differ from week to week; the promotions, of no effect, are always in the same three. */
    @Test
    void aSeasonThatIsAlwaysOnPromotionIsNotTakenForOne() {
        long used = IntStream.range(0, COMPANIES)
                .filter(seed -> {
                    Random random = new Random(seed);
                    double[] peaks =
                            random.doubles(YEAR, -0.3, 0.3).map(Math::exp).toArray();
                    int[] places = random.ints(3, 0, YEAR).toArray();
                    IntPredicate isPromoted = t -> Arrays.stream(places).anyMatch(place -> place == t % YEAR);
                    double[] share = PromotedSales.weeks(4 * YEAR, isPromoted);
                    double[] values = PromotedSales.of(share, 0, 0.05, random);
                    Arrays.setAll(values, t -> values[t] * peaks[t % YEAR]);
                    return found(values, share, YEAR) != 0;
                })
                .count();
        assertThat(used / (double) COMPANIES).isLessThan(0.1);
    }

    @Test
    void aWeekPartlyOnPromotionCountsByItsPart() {
        double[] share = PromotedSales.weeks(WEEKS, t -> t % 9 == 4);
        double[] half = Arrays.stream(share).map(part -> part / 2).toArray();
        double[] values = PromotedSales.of(new double[WEEKS], 0, 0.02, new Random(2));
        Arrays.setAll(values, t -> values[t] * Math.pow(1.4, half[t]));
        assertThat(found(values, half, YEAR)).isBetween(0.33, 0.42);
    }

    @Test
    void whatCannotBeComparedHasNoEffect() {
        double[] always = PromotedSales.weeks(WEEKS, t -> true);
        double[] sometimes = PromotedSales.weeks(WEEKS, t -> t % 10 == 0);
        double[] rare = new double[WEEKS];
        rare[20] = 1e12;
        double[] negative = new double[WEEKS];
        Arrays.fill(negative, -5);
        double[] constant = new double[WEEKS];
        Arrays.fill(constant, 7);
        assertThat(found(constant, always, YEAR)).isZero();
        assertThat(found(constant, sometimes, YEAR)).isZero();
        assertThat(found(rare, sometimes, YEAR)).isZero();
        assertThat(found(negative, sometimes, YEAR)).isZero();
        assertThat(found(new double[WEEKS], sometimes, YEAR)).isZero();
        assertThat(found(new double[] {1, 2, 3}, new double[] {0, 1, 0}, 1)).isZero();
        assertThat(found(new double[0], new double[0], 1)).isZero();
    }

    @Test
    void aSeriesWithoutNoiseOrSeasonHasItsEffect() {
        double[] share = PromotedSales.weeks(WEEKS, t -> t % 10 == 5);
        double[] values = new double[WEEKS];
        Arrays.setAll(values, t -> share[t] > 0 ? 140 : 100);
        assertThat(found(values, share, 1)).isBetween(0.35, 0.4);
    }
}
