package cartera.model.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cartera.model.forecast.Methods;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SalesPromotionTest {

    private static final int YEAR = 52;
    private static final int PAST = 2 * YEAR;
    private static final int STEPS = 13;
    private static final int COMPANIES = 30;

    private final SalesForecaster forecaster = new SalesForecaster(Methods.of("auto"), YEAR);

    private static int[] days(int periods) {
        int[] days = new int[periods];
        Arrays.fill(days, 5);
        return days;
    }

    private static SalesSeries company(double[] values, double[] share) {
        return new SalesSeries("company", "", "", Arrays.copyOf(values, PAST), share);
    }

    private double[] mid(SalesSeries company) {
        return forecaster
                .forecast(List.of(company), days(PAST + STEPS))
                .get(0)
                .bands()
                .mid();
    }

    /** Absolute errors of the weeks on promotion and of the others, knowing the promotions and not knowing them. */
    private double[] errors(double lift, boolean isYearly) {
        double[] errors = new double[4];
        for (int seed = 0; seed < COMPANIES; seed++) {
            Random random = new Random(seed);
            double[] share = isYearly ? yearly(random) : scattered(random);
            double[] values = PromotedSales.of(share, lift, 0.1, random);
            double[] knowing = mid(company(values, share));
            double[] blind = mid(company(values, new double[0]));
            for (int step = 0; step < STEPS; step++) {
                int at = share[PAST + step] > 0 ? 0 : 2;
                errors[at] += Math.abs(values[PAST + step] - knowing[step]);
                errors[at + 1] += Math.abs(values[PAST + step] - blind[step]);
            }
        }
        return errors;
    }

    /** Six weeks of the past, two of those to come. */
    private static double[] scattered(Random random) {
        double[] share = PromotedSales.anyWeeks(6, PAST, PAST + STEPS, random);
        random.ints(PAST, PAST + STEPS).distinct().limit(2).forEach(t -> share[t] = 1);
        return share;
    }

    /** Three weeks of every year, one of them in the first quarter. */
    private static double[] yearly(Random random) {
        int[] places = {random.nextInt(STEPS), 15 + random.nextInt(15), 32 + random.nextInt(15)};
        return PromotedSales.weeks(PAST + STEPS, t -> Arrays.stream(places).anyMatch(place -> place == t % YEAR));
    }

    @Test
    void knownPromotionsHalveTheErrorOfTheirWeeksAndHelpTheOthers() {
        double[] errors = errors(0.4, false);
        assertThat(errors[0]).isLessThan(errors[1] / 2);
        assertThat(errors[2]).isLessThan(errors[3]);
    }

    @Test
    void promotionsWithoutALiftDoNoHarm() {
        double[] errors = errors(0, false);
        assertThat(errors[0]).isLessThan(1.02 * errors[1]);
        assertThat(errors[2]).isLessThan(1.002 * errors[3]);
    }

    @Test
    void promotionsOfEveryYearAreNotCountedAgainWithTheSeason() {
        double[] errors = errors(0.4, true);
        assertThat(errors[0]).isLessThan(errors[1]);
        assertThat(errors[2]).isLessThan(1.02 * errors[3]);
        Random random = new Random(7);
        double[] share = PromotedSales.weeks(4 * YEAR + STEPS, t -> t % YEAR == 6);
        double[] values = PromotedSales.of(share, 0.4, 0.03, random);
        double[] mid = forecaster
                .forecast(
                        List.of(new SalesSeries("company", "", "", Arrays.copyOf(values, 4 * YEAR), share)),
                        days(4 * YEAR + STEPS))
                .get(0)
                .bands()
                .mid();
        assertThat(2 * mid[6] / (mid[4] + mid[8])).isBetween(1.25, 1.5);
    }

    @Test
    void aComingPromotionLiftsItsWeekAloneAndAPastOneDoesNotStay() {
        double[] share = PromotedSales.weeks(PAST + STEPS, t -> t % 17 == 3 || t == PAST - 1 || t == PAST + 4);
        double[] values = PromotedSales.of(share, 0.4, 0.03, new Random(3));
        double[] without = share.clone();
        without[PAST + 4] = 0;
        double[] lifted = mid(company(values, share));
        double[] plain = mid(company(values, without));
        assertThat(lifted[4] / plain[4]).isBetween(1.3, 1.45);
        assertThat(plain[0] / values[PAST - 1]).isBetween(0.65, 0.8);
        lifted[4] = plain[4];
        assertThat(lifted).isEqualTo(plain);
    }

    @Test
    void whoHasSeenOneDayDoesNotKnowAWeek() {
        double[] share = new double[PAST + STEPS];
        Arrays.setAll(share, t -> t == PAST + 4 ? 1 : t % 9 == 3 && t < PAST ? 1 / 7.0 : 0);
        double[] values = PromotedSales.of(new double[PAST + STEPS], 0, 0.03, new Random(8));
        Arrays.setAll(values, t -> values[t] * (share[t] > 0 ? 1.4 : 1));
        double[] mid = mid(company(values, share));
        assertThat(mid[4] / mid[3]).isBetween(1.5, 2.0);
    }

    @Test
    void aGroupsPromotionLiftsItsGoodsAndNoOthers() {
        double[] share = PromotedSales.weeks(PAST + STEPS, t -> t % 17 == 3 || t == PAST + 2);
        double[] promoted = Arrays.copyOf(PromotedSales.of(share, 0.4, 0.03, new Random(4)), PAST);
        double[] other = Arrays.copyOf(PromotedSales.of(new double[PAST + STEPS], 0, 0.03, new Random(5)), PAST);
        double[] half = Arrays.stream(promoted).map(value -> value / 2).toArray();
        double[] whole = new double[PAST];
        Arrays.setAll(whole, t -> promoted[t] + other[t]);
        List<SalesForecast> forecasts = forecaster.forecast(
                List.of(
                        new SalesSeries("company", "", "", whole),
                        new SalesSeries("category", "a", "", promoted, share),
                        new SalesSeries("category", "b", "", other),
                        new SalesSeries("product", "a1", "a", half),
                        new SalesSeries("product", "a2", "a", half)),
                days(PAST + STEPS));
        double[][] mids = forecasts.stream().map(one -> one.bands().mid()).toArray(double[][]::new);
        assertThat(peak(mids[1])).isBetween(1.15, 1.5);
        assertThat(peak(mids[2])).isCloseTo(1, within(0.06));
        assertThat(peak(mids[3])).isCloseTo(peak(mids[1]), within(1e-4));
        assertThat(mids[0][2]).isCloseTo(mids[1][2] + mids[2][2], within(0.01));
    }

    /** Each group was on promotion twice, too seldom to be told from noise of 25 %; the last one never. */
    @Test
    void groupsLearnFromEachOther() {
        int groups = 8;
        double[] whole = new double[PAST];
        List<SalesSeries> series = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            int own = group;
            double[] share = PromotedSales.weeks(
                    PAST + STEPS, t -> own < groups - 1 && t < PAST && t % 50 == 5 + 6 * own || t == PAST + 2);
            double[] values = Arrays.copyOf(PromotedSales.of(share, 0.5, 0.25, new Random(group)), PAST);
            Arrays.setAll(whole, t -> whole[t] + values[t]);
            series.add(new SalesSeries("category", "g" + group, "", values, share));
        }
        series.add(new SalesSeries("company", "", "", whole));
        List<Promotions> promotions = Promotions.of(series, YEAR);
        assertThat(promotions.subList(0, groups))
                .allSatisfy(one -> assertThat(one.factor(PAST + 2)).isBetween(1.2, 1.8));
        assertThat(promotions.get(groups).factor(PAST + 2)).isEqualTo(1);
        assertThat(Promotions.of(series.subList(groups - 1, groups), YEAR)
                        .get(0)
                        .factor(PAST + 2))
                .isEqualTo(1);
    }

    /** The third week beside the fifth. */
    private static double peak(double[] mid) {
        return mid[2] / mid[4];
    }

    @Test
    void anEarlierDayKnowsThePromotionsPlannedButNotWhatTheyBrought() {
        SalesRecord record = new SalesRecord(forecaster, 4);
        int origin = PAST - 8;
        double[] share = PromotedSales.weeks(PAST + STEPS, t -> t % 11 == 2 || t == origin + 3);
        double[] values = Arrays.copyOf(PromotedSales.of(share, 0.4, 0.05, new Random(6)), PAST);
        double[] otherFuture = values.clone();
        IntStream.range(origin, PAST).forEach(t -> otherFuture[t] *= share[t] > 0 ? 9 : 0.5);
        double[] mid = from(record, origin, values, share);
        assertThat(from(record, origin, otherFuture, share)).isEqualTo(mid);
        double[] unplanned = share.clone();
        unplanned[origin + 3] = 0;
        assertThat(from(record, origin, values, unplanned)[3]).isLessThan(0.8 * mid[3]);
    }

    private static double[] from(SalesRecord record, int origin, double[] values, double[] share) {
        return record.from(origin, List.of(company(values, share)), days(PAST + STEPS), PAST)
                .get(0)
                .bands()
                .mid();
    }
}
