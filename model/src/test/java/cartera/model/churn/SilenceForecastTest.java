package cartera.model.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cartera.model.churn.CustomerDays.Day;
import cartera.model.value.Rung;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceForecastTest {

    private static final long CUT = 500;
    private static final int HORIZON = 60;

    /** Customers who join over a year, buy at their own rates and leave at their own. */
    private static List<TreeMap<Long, Day>> shop(int size, long seed) {
        var random = new Random(seed);
        var shop = new ArrayList<TreeMap<Long, Day>>();
        for (int i = 0; i < size; i++) {
            var days = new TreeMap<Long, Day>();
            double gap = 10 + 80 * random.nextDouble();
            double leaving = .6 * random.nextDouble() * random.nextDouble();
            double day = random.nextInt(300);
            do {
                days.put((long) day, new Day(true, 5 + random.nextInt(100)));
                day += 1 - gap * Math.log(1 - random.nextDouble());
            } while (day < CUT + HORIZON && random.nextDouble() > leaving);
            shop.add(days);
        }
        return shop;
    }

    private static List<CustomerDays> customers(List<TreeMap<Long, Day>> shop) {
        return shop.stream().map(CustomerDays::of).toList();
    }

    private static SilenceForecast forecast(List<TreeMap<Long, Day>> shop) {
        return SilenceForecast.of(customers(shop), CUT, HORIZON).orElseThrow();
    }

    @Test
    void theScoreRanksBetterThanTheBestRuleOfSilence() {
        var shop = shop(1500, 1);
        var forecast = forecast(shop);
        assertThat(forecast.chosen().name()).isEqualTo("logistic");
        assertThat(forecast.rung()).isEqualTo(Rung.OWN_MODEL);
        assertThat(forecast.windows()).hasSize(4).allMatch(window -> window.cutDay() <= CUT - HORIZON);
        boolean[] outcomes = SharedLogs.outcomes(forecast, customers(shop), CUT, HORIZON);
        assertThat(forecast.scorers().stream().map(Scorer::name))
                .containsExactly("logistic", "p0", "silence_rule", "silent_days", "share");
        assertThat(Evaluation.of(forecast.chosen().probabilities(), outcomes).auc())
                .isGreaterThan(Evaluation.of(forecast.scorers().get(2).probabilities(), outcomes)
                        .auc());
    }

    @Test
    void whatComesAfterTheCutChangesNoScore() {
        var shop = shop(600, 2);
        var forecast = forecast(shop);
        var random = new Random(3);
        var changed = shop.stream()
                .map(days -> {
                    var other = new TreeMap<>(days.headMap(CUT, true));
                    days.tailMap(CUT, false)
                            .forEach((day, bought) ->
                                    other.put(day + random.nextInt(5000), new Day(random.nextBoolean(), 1e9)));
                    return other;
                })
                .toList();
        assertThat(changed).isNotEqualTo(shop);
        var again = forecast(changed);
        for (int i = 0; i < forecast.scorers().size(); i++) {
            assertThat(again.scorers().get(i).probabilities())
                    .isEqualTo(forecast.scorers().get(i).probabilities());
        }
    }

    @Test
    void theOrderOfCustomersChangesNoScore() {
        var shop = shop(400, 4);
        var forecast = forecast(shop);
        int[] order = EvaluationTest.order(400, new Random(5));
        var moved = forecast(Arrays.stream(order).mapToObj(shop::get).toList());
        for (int i = 0; i < forecast.scorers().size(); i++) {
            assertThat(moved.scorers().get(i).probabilities())
                    .isEqualTo(SharedLogs.shuffled(forecast.scorers().get(i).probabilities(), order));
        }
    }

    @Test
    void onlyCustomersWithAPurchaseUpToTheCutAreScored() {
        var shop = shop(300, 6);
        shop.add(3, new TreeMap<>(Map.of(CUT + 1, new Day(true, 5))));
        shop.add(5, new TreeMap<>(Map.of(CUT - 9, new Day(false, -5))));
        assertThat(forecast(shop).scored()).hasSize(300).doesNotContain(3, 5).contains(4, 6, 301);
    }

    @Test
    void thePurchaseOfTheCutDayIsKnownAndThatOfTheNextDayIsAnOutcome() {
        var shop = shop(400, 9);
        var bought = new TreeMap<>(shop.get(0).headMap(CUT - 30, true));
        var onTheDay = new TreeMap<>(bought);
        onTheDay.put(CUT, new Day(true, 50));
        var dayAfter = new TreeMap<>(bought);
        dayAfter.put(CUT + 1, new Day(true, 50));
        assertThat(first(shop, onTheDay)).isLessThan(first(shop, bought));
        assertThat(first(shop, dayAfter)).isEqualTo(first(shop, bought));
    }

    private static double first(List<TreeMap<Long, Day>> shop, TreeMap<Long, Day> days) {
        var changed = new ArrayList<>(shop);
        changed.set(0, days);
        return forecast(changed).chosen().probabilities()[0];
    }

    @Test
    void whereNothingTellsCustomersApartTheScoreIsRefused() {
        var random = new Random(10);
        var shop = new ArrayList<TreeMap<Long, Day>>();
        for (int i = 0; i < 800; i++) {
            var days = new TreeMap<>(Map.of(0L, new Day(true, 9)));
            for (long day = 1; day < CUT; day++) {
                if (random.nextDouble() < .01) {
                    days.put(day, new Day(true, 9));
                }
            }
            shop.add(days);
        }
        var forecast = forecast(shop);
        assertThat(forecast.remarks()).extracting(Remark::code).contains(Remark.Code.REFUSED);
        assertThat(forecast.rung()).isEqualTo(Rung.COUNTS);
        assertThat(Arrays.stream(forecast.chosen().probabilities()).distinct()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1500, OWN_MODEL", "110, POOLED_MODEL", "30, RULE", "6, COUNTS"})
    void theScorerIsTheOneThatTheRepeatBuyersCarry(int size, Rung rung) {
        var forecast = forecast(shop(size, 7));
        assertThat(forecast.rung().compareTo(rung)).as("%s", forecast.remarks()).isGreaterThanOrEqualTo(0);
        assertThat(Arrays.stream(forecast.chosen().probabilities())).allMatch(p -> p > 0 && p < 1);
        assertThat(forecast.remarks().isEmpty()).isEqualTo(rung == Rung.OWN_MODEL);
    }

    @Test
    void theScoreByItsNumbersGivesEveryCustomerTheSameProbability() {
        for (int size : new int[] {1500, 110, 30, 6}) {
            var shop = shop(size, 1);
            var forecast = forecast(shop);
            var score = SilenceScore.of(
                    forecast.score().scorer(), HORIZON, forecast.score().parameters());
            double[] expected = forecast.chosen().probabilities();
            for (int i = 0; i < expected.length; i++) {
                var customer = CustomerDays.of(shop.get(forecast.scored().get(i)));
                assertThat(score.probability(customer, CUT)).isEqualTo(expected[i]);
            }
        }
    }

    @Test
    void reasonsAreWhatRaisesTheScoreAndHolds() {
        var shop = shop(1500, 1);
        var forecast = forecast(shop);
        var score = forecast.score();
        var customers = customers(shop);
        int silent = 0;
        int whole = 0;
        for (int place : forecast.scored()) {
            var customer = customers.get(place);
            var reasons = score.reasons(customer, CUT, 40);
            long silentDays = CUT - customer.until(CUT).lastDay();
            assertThat(reasons).hasSizeLessThanOrEqualTo(3).doesNotHaveDuplicates();
            var codes = reasons.stream().map(Explanation::code).toList();
            assertThat(codes.containsAll(List.of("silent", "rare"))).isFalse();
            whole += codes.contains("silent") && codes.size() == 3 ? 1 : 0;
            for (var reason : reasons) {
                if (reason.code().equals("silent")) {
                    assertThat(reason.value()).isEqualTo((double) silentDays).isGreaterThan(40);
                    silent++;
                }
                if (reason.code().startsWith("fewer")) {
                    assertThat(reason.value()).isLessThan(reason.base().orElseThrow());
                }
            }
        }
        assertThat(silent).isGreaterThan(100);
        assertThat(whole).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one customer", "nobody twice", "equal", "ten years", "huge", "all returned", "every day"})
    void oddDataGiveProbabilitiesOrNothing(String kind) {
        var forecast = SilenceForecast.of(customers(odd(kind)), CUT, HORIZON);
        forecast.ifPresent(answer -> assertThat(answer.scorers())
                .isNotEmpty()
                .allSatisfy(scorer ->
                        assertThat(Arrays.stream(scorer.probabilities())).allMatch(p -> p >= 0 && p <= 1)));
        assertThat(forecast.isPresent()).isEqualTo(!kind.equals("all returned"));
    }

    private static List<TreeMap<Long, Day>> odd(String kind) {
        var random = new Random(8);
        var shop = new ArrayList<TreeMap<Long, Day>>();
        for (int i = 0; i < (kind.equals("one customer") ? 1 : 40); i++) {
            var days = new TreeMap<Long, Day>();
            long first = random.nextInt(400);
            switch (kind) {
                case "equal" -> days.putAll(Map.of(100L, new Day(true, 9), 130L, new Day(true, 9)));
                case "ten years" ->
                    days.putAll(
                            Map.of(first - 3650, new Day(true, 9), first, new Day(true, 9), CUT + 3, new Day(true, 9)));
                case "huge" ->
                    days.putAll(Map.of(
                            first,
                            new Day(true, 1e12),
                            first + 9,
                            new Day(true, -1e12),
                            first + 40,
                            new Day(true, 1e300)));
                case "all returned" -> days.put(first, new Day(false, -3));
                case "every day" -> {
                    for (long day = 400 + first / 8; day < CUT + HORIZON; day++) {
                        days.put(day, new Day(true, 0));
                    }
                }
                default -> days.put(first, new Day(true, 9));
            }
            shop.add(days);
        }
        return shop;
    }

    @Test
    void aHorizonOfNothingIsRefused() {
        assertThatThrownBy(() -> SilenceForecast.of(List.of(), CUT, 0))
                .hasMessage("Invalid horizonDays: 0 (must be 1 or more)");
        assertThat(SilenceForecast.of(List.of(), CUT, 1)).isEmpty();
    }
}
