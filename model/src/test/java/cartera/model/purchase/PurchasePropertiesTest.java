package cartera.model.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cartera.model.Differences;
import cartera.model.Simulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PurchasePropertiesTest {

    private static final BetaGeometric LAW = new BetaGeometric(Dropout.AFTER_ANY_PURCHASE, 2, .9, 2.5, .6, 2);

    @RepeatedTest(20)
    void gradientsAgreeWithDifferences(RepetitionInfo info) {
        var random = new Random(info.getCurrentRepetition());
        int k = 1 + random.nextInt(4);
        var sample = sample(30, info.getCurrentRepetition());
        for (var dropout : Dropout.values()) {
            Differences.assertGradient(new PurchaseLikelihood(sample, Optional.of(dropout), k), 4, random);
        }
        Differences.assertGradient(new PurchaseLikelihood(sample, Optional.empty(), k), 2, random);
    }

    @RepeatedTest(50)
    void countsSumToOneAndTheirMeanIsTheExpectation(RepetitionInfo info) {
        var random = new Random(info.getCurrentRepetition());
        var history = history(random, 40);
        double weeks = 104 * random.nextDouble();
        for (var model : models(random)) {
            double[] distribution = model.purchaseDistribution(history, weeks);
            double mean = IntStream.range(0, distribution.length)
                    .mapToDouble(n -> n * distribution[n])
                    .sum();
            assertThat(Arrays.stream(distribution).sum()).isCloseTo(1, within(1e-12));
            assertThat(distribution[0]).isCloseTo(model.probabilityOfNoPurchase(history, weeks), within(1e-12));
            assertThat(mean).isCloseTo(model.expectedPurchases(history, weeks), within(1e-8 * (1 + mean)));
            assertThat(model.probabilityAlive(history)).isBetween(0.0, 1.0);
        }
    }

    /** p0(H) = L(x, t_x, T + H) / L(x, t_x, T) for every model. */
    @RepeatedTest(50)
    void noPurchaseIsTheRatioOfLikelihoods(RepetitionInfo info) {
        var random = new Random(info.getCurrentRepetition());
        var history = history(random, 20);
        double weeks = 26 * random.nextDouble();
        var later = new PurchaseHistory(history.repeatPurchases(), history.spanWeeks(), history.ageWeeks() + weeks);
        for (var model : models(random)) {
            double ratio = Math.exp(model.logLikelihood(alone(later)) - model.logLikelihood(alone(history)));
            assertThat(model.probabilityOfNoPurchase(history, weeks)).isCloseTo(ratio, within(1e-11));
        }
    }

    /** With a regular rhythm silence may raise hope at first: the customer is due. */
    @RepeatedTest(20)
    void silenceNeverRaisesHopeAndALongerHorizonNeverLowersPurchases(RepetitionInfo info) {
        var random = new Random(info.getCurrentRepetition());
        var history = history(random, 20);
        var silent = new PurchaseHistory(history.repeatPurchases(), history.spanWeeks(), history.ageWeeks() + 5);
        for (var model : models(random)) {
            boolean isAtRandom = !model.parameters().containsKey("k");
            if (isAtRandom) {
                assertThat(model.probabilityOfNoPurchase(silent, 13))
                        .isGreaterThanOrEqualTo(model.probabilityOfNoPurchase(history, 13) - 1e-12);
            }
            assertThat(model.expectedPurchases(history, 27)).isGreaterThan(model.expectedPurchases(history, 26));
            assertThat(model.expectedPurchases(history, 0)).isZero();
        }
    }

    @Test
    void forecastsMatchFuturesThatWereSimulated() {
        var simulation = new Simulation(5);
        var customers = IntStream.range(0, 40_000)
                .mapToObj(i -> simulation.customer(LAW, 30, 26))
                .toList();
        double expected = customers.stream()
                .mapToDouble(customer -> LAW.expectedPurchases(customer.history(), 26))
                .sum();
        double none = customers.stream()
                .mapToDouble(customer -> LAW.probabilityOfNoPurchase(customer.history(), 26))
                .sum();
        assertThat(customers.stream().mapToInt(Simulation.Customer::later).sum())
                .isCloseTo((int) expected, within(900));
        assertThat(customers.stream().filter(customer -> customer.later() == 0).count())
                .isCloseTo((long) none, within(300L));
    }

    @Test
    void countsOfCustomersWhoLeaveAtAnyMomentMatchFuturesThatWereSimulated() {
        var law = new ParetoNbd(.55, 10.6, .61, 11.7);
        var simulation = new Simulation(6);
        double[] expected = new double[4];
        double[] actual = new double[4];
        for (int i = 0; i < 10_000; i++) {
            var customer = simulation.customer(law, 40, 39);
            double[] distribution = law.purchaseDistribution(customer.history(), 39);
            for (int n = 0; n < 4; n++) {
                expected[n] += distribution[n];
                actual[n] += customer.later() == n ? 1 : 0;
            }
        }
        for (int n = 0; n < 4; n++) {
            assertThat(actual[n]).as("customers with %d", n).isCloseTo(expected[n], within(4 * Math.sqrt(expected[n])));
        }
    }

    @Test
    void theFitKnowsNeitherTheOrderOfTheRowsNorTheNumberOfThreads() throws Exception {
        var groups = new ArrayList<>(sample(20_000, 3).groups());
        var fit = BetaGeometric.fit(PurchaseSample.of(groups), Dropout.AFTER_ANY_PURCHASE, 2);
        Collections.shuffle(groups, new Random(4));
        for (int threads : List.of(1, 4)) {
            var pool = new ForkJoinPool(threads);
            var again = pool.submit(() -> BetaGeometric.fit(PurchaseSample.of(groups), Dropout.AFTER_ANY_PURCHASE, 2))
                    .get();
            pool.shutdown();
            assertThat(again).isEqualTo(fit);
        }
    }

    @Test
    void equalHistoriesCollapse() {
        var histories = Collections.nCopies(7, PurchaseHistory.ofDays(2, 30, 60));
        assertThat(PurchaseSample.ofHistories(histories).groups())
                .containsExactly(new PurchaseGroup(PurchaseHistory.ofDays(2, 30, 60), 7));
    }

    @Test
    void aModelSurvivesTheWayThroughATable() {
        for (var model : models(new Random(9))) {
            assertThat(PurchaseModel.of(model.name(), model.parameters())).isEqualTo(model);
        }
    }

    @Test
    void unknownModelsAndMissingParametersAreNamed() {
        assertThatThrownBy(() -> PurchaseModel.of("nbdd", Map.of()))
                .hasMessage(
                        "Invalid model: 'nbdd' (known are nbd, cnbd_k, bg_nbd, bg_cnbd_k, mbg_nbd, mbg_cnbd_k, pareto_nbd)");
        assertThatThrownBy(() -> PurchaseModel.of("nbd", Map.of("r", 1.0)))
                .hasMessage("Invalid parameters: no alpha among [r]");
        assertThatThrownBy(() -> new PurchaseHistory(2, 5, 4))
                .hasMessage("Invalid spanWeeks: 5.0 (must lie between 0 and ageWeeks 4.0)");
    }

    private static List<PurchaseModel> models(Random random) {
        double[] p = random.doubles(4, 0.1, 5).toArray();
        int k = 2 + random.nextInt(3);
        return List.of(
                new Nbd(1, p[0], p[1]),
                new Nbd(k, p[0], p[1]),
                new ParetoNbd(p[0], p[1], p[2], p[3]),
                new BetaGeometric(Dropout.AFTER_REPEAT_PURCHASE, 1, p[0], p[1], p[2], p[3]),
                new BetaGeometric(Dropout.AFTER_REPEAT_PURCHASE, k, p[0], p[1], p[2], p[3]),
                new BetaGeometric(Dropout.AFTER_ANY_PURCHASE, 1, p[0], p[1], p[2], p[3]),
                new BetaGeometric(Dropout.AFTER_ANY_PURCHASE, k, p[0], p[1], p[2], p[3]));
    }

    private static PurchaseHistory history(Random random, int most) {
        int x = random.nextInt(most);
        double age = 1 + 100 * random.nextDouble();
        return new PurchaseHistory(x, x == 0 ? 0 : age * (1 - random.nextDouble()), age);
    }

    private static PurchaseSample alone(PurchaseHistory history) {
        return PurchaseSample.of(List.of(new PurchaseGroup(history, 1, OptionalDouble.of(0))));
    }

    private static PurchaseSample sample(int customers, int seed) {
        var simulation = new Simulation(seed);
        return PurchaseSample.of(IntStream.range(0, customers)
                .mapToObj(i -> simulation.customer(LAW, 10 + i % 60, 0).group())
                .toList());
    }
}
