package cartera.model.sales;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.model.forecast.Methods;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SalesForecasterTest {

    private static final int PAST = 60;
    private static final int STEPS = 6;

    private final SalesForecaster forecaster = new SalesForecaster(Methods.of("mean"), 12);

    /** A company of two top groups, one of which has a group below it beside goods of its own; cents add up. */
    private static List<SalesSeries> company(Random random) {
        double[][] goods = new double[5][PAST];
        for (double[] good : goods) {
            double level = 10 + random.nextInt(500);
            Arrays.setAll(
                    good,
                    t -> random.nextInt(4) == 0 ? 0 : Math.round(100 * level * (1 + random.nextDouble())) / 100.0);
        }
        List<SalesSeries> series = new ArrayList<>();
        String[] parents = {"a", "a", "a1", "b", ""};
        for (int i = 0; i < goods.length; i++) {
            series.add(new SalesSeries("product", "g" + i, parents[i], goods[i]));
        }
        series.add(new SalesSeries("category", "a1", "a", goods[2]));
        series.add(new SalesSeries("category", "a", "", sum(goods[0], goods[1], goods[2])));
        series.add(new SalesSeries("category", "b", "", goods[3]));
        series.add(new SalesSeries("category", "", "", goods[4]));
        series.add(new SalesSeries("company", "", "", sum(goods)));
        series.add(new SalesSeries("manager", "m1", "", sum(goods[0], goods[3])));
        series.add(new SalesSeries("manager", "", "", sum(goods[1], goods[2], goods[4])));
        return series;
    }

    private static double[] sum(double[]... rows) {
        double[] sum = new double[PAST];
        Arrays.stream(rows).forEach(row -> Arrays.setAll(sum, t -> sum[t] + row[t]));
        return sum;
    }

    private static int[] days() {
        return IntStream.range(0, PAST + STEPS).map(t -> 18 + t % 5).toArray();
    }

    private static long cents(List<SalesForecast> forecasts, int step, String level, String... keys) {
        return forecasts.stream()
                .filter(one -> one.level().equals(level)
                        && (keys.length == 0 || List.of(keys).contains(one.key())))
                .mapToLong(one -> Math.round(100 * one.bands().mid()[step]))
                .sum();
    }

    @RepeatedTest(10)
    void everyLevelAddsUpToTheHundredth(RepetitionInfo repetition) {
        List<SalesForecast> forecasts =
                forecaster.forecast(company(new Random(repetition.getCurrentRepetition())), days());
        for (int step = 0; step < STEPS; step++) {
            long company = cents(forecasts, step, "company");
            assertThat(cents(forecasts, step, "manager")).isEqualTo(company);
            assertThat(cents(forecasts, step, "product")).isEqualTo(company);
            assertThat(cents(forecasts, step, "category", "a", "b", "")).isEqualTo(company);
            assertThat(cents(forecasts, step, "category", "a"))
                    .isEqualTo(cents(forecasts, step, "product", "g0", "g1", "g2"));
            assertThat(cents(forecasts, step, "category", "a1")).isEqualTo(cents(forecasts, step, "product", "g2"));
        }
    }

    @RepeatedTest(5)
    void boundsEncloseTheForecastAndAreNeverNegative(RepetitionInfo repetition) {
        for (SalesForecast one : forecaster.forecast(company(new Random(repetition.getCurrentRepetition())), days())) {
            for (int step = 0; step < STEPS; step++) {
                assertThat(one.bands().low95()[step]).isBetween(0.0, one.bands().low80()[step]);
                assertThat(one.bands().mid()[step])
                        .isBetween(one.bands().low50()[step], one.bands().high50()[step]);
                assertThat(one.bands().high95()[step])
                        .isGreaterThanOrEqualTo(one.bands().high80()[step]);
                assertThat(one.total(step, -1)).isLessThanOrEqualTo(one.total(step));
            }
        }
    }

    @Test
    void theOrderOfTheSeriesChangesNothing() {
        List<SalesSeries> series = company(new Random(3));
        List<SalesSeries> shuffled = new ArrayList<>(series);
        Collections.shuffle(shuffled, new Random(1));
        List<SalesForecast> one = forecaster.forecast(series, days());
        List<SalesForecast> other = forecaster.forecast(shuffled, days());
        for (SalesForecast forecast : one) {
            assertThat(other)
                    .filteredOn(
                            o -> o.level().equals(forecast.level()) && o.key().equals(forecast.key()))
                    .singleElement()
                    .satisfies(o -> assertThat(o.bands().mid())
                            .isEqualTo(forecast.bands().mid()));
        }
    }

    @Test
    void aRecordKnowsNothingOfWhatCameAfterItsOrigin() {
        SalesRecord record = new SalesRecord(forecaster, 4);
        List<SalesSeries> series = company(new Random(5));
        List<SalesSeries> otherFuture = series.stream()
                .map(one -> {
                    double[] values = one.values().clone();
                    Arrays.fill(values, 40, PAST, 7);
                    return new SalesSeries(one.level(), one.key(), one.parent(), values);
                })
                .toList();
        List<SalesForecast> one = record.from(40, series, days(), PAST);
        List<SalesForecast> other = record.from(40, otherFuture, days(), PAST);
        for (int i = 0; i < one.size(); i++) {
            assertThat(other.get(i).bands().mid()).isEqualTo(one.get(i).bands().mid());
            assertThat(other.get(i).bands().high95())
                    .isEqualTo(one.get(i).bands().high95());
        }
        assertThat(record.origins(PAST)).containsExactly(28, 32, 36, 40, 44, 48, 52, 56);
        assertThat(record.origins(10)).isEmpty();
    }

    @Test
    void holidaysAreAsTheyWereSeen() {
        double[] values = new double[104];
        int[] days = new int[104 + 52];
        Arrays.setAll(values, t -> t % 52 == 10 ? 5 : 100 + t % 3);
        Arrays.setAll(days, t -> t % 52 == 10 ? 0 : 5);
        List<SalesForecast> forecasts = new SalesForecaster(Methods.of("mean"), 52)
                .forecast(List.of(new SalesSeries("company", "", "", values)), Arrays.copyOf(days, 104 + 13));
        double[] mid = forecasts.get(0).bands().mid();
        assertThat(mid[9]).isBetween(80.0, 120.0);
        assertThat(mid[10]).isBetween(0.0, 30.0);
    }

    @Test
    void aCompanyWithoutAPastHasAForecastOfZero() {
        List<SalesForecast> forecasts =
                forecaster.forecast(List.of(new SalesSeries("company", "", "", new double[0])), new int[] {5, 5});
        assertThat(forecasts)
                .singleElement()
                .satisfies(one -> assertThat(one.bands().mid()).containsExactly(0, 0));
    }
}
