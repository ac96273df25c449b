package cartera.model.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cartera.model.Simulation;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlendTest {

    private static final Nbd STEADY = new Nbd(1, .38, 12);
    private static final BetaGeometric LEAVING = new BetaGeometric(Dropout.AFTER_ANY_PURCHASE, 1, .52, 6.2, .9, 1.6);
    private static final ParetoNbd PARETO = new ParetoNbd(.55, 10.6, .61, 11.7);
    private static final Blend BLEND =
            new Blend(List.of(new Blend.Part(STEADY, .25), new Blend.Part(LEAVING, .45), new Blend.Part(PARETO, .3)));
    private static final PurchaseHistory ASKED = PurchaseHistory.ofDays(3, 100, 200);

    @Test
    void answersAreTheWeightedMeansOfThePartsAnswers() {
        assertThat(BLEND.expectedPurchases(ASKED, 20))
                .isCloseTo(
                        .25 * STEADY.expectedPurchases(ASKED, 20)
                                + .45 * LEAVING.expectedPurchases(ASKED, 20)
                                + .3 * PARETO.expectedPurchases(ASKED, 20),
                        within(1e-12));
        double[] counts = BLEND.purchaseDistribution(ASKED, 20);
        double mean = IntStream.range(0, counts.length)
                .mapToDouble(n -> n * counts[n])
                .sum();
        assertThat(Arrays.stream(counts).sum()).isCloseTo(1, within(1e-12));
        assertThat(mean).isCloseTo(BLEND.expectedPurchases(ASKED, 20), within(1e-9));
        assertThat(counts[0]).isCloseTo(BLEND.probabilityOfNoPurchase(ASKED, 20), within(1e-12));
    }

    @Test
    void aTextGivesTheSameBlendBackToTheLastBit() {
        assertThat(BLEND.text()).startsWith("0.45 mbg_nbd r=0.52 alpha=6.2 a=0.9 b=1.6; 0.3 pareto_nbd r=0.55 ");
        assertThat(Blend.parse(BLEND.text())).isEqualTo(BLEND);
        assertThatThrownBy(() -> Blend.parse("1.0")).hasMessage("Invalid blend: '1.0' (weight, model and parameters)");
        assertThatThrownBy(() -> Blend.parse("0.5 nbd r=1 alpha=1"))
                .hasMessage("Invalid weights: [0.5] (must be positive and sum to 1)");
    }

    @RepeatedTest(10)
    void noOtherWeightsComeCloserToTheHoldout(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var holdout = Holdout.of(
                IntStream.range(0, 200)
                        .mapToObj(i -> new HoldoutGroup(history(random), random.nextInt(4), 1 + random.nextInt(3)))
                        .toList(),
                20);
        var models = List.of(STEADY, LEAVING, PARETO);
        double[] best = BlendWeights.of(models, holdout, random.nextInt(3));
        assertThat(Arrays.stream(best).sum()).isCloseTo(1, within(1e-12));
        assertThat(Arrays.stream(best).min().orElseThrow()).isNotNegative();
        for (int trial = 0; trial < 50; trial++) {
            double[] other = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            assertThat(error(best, holdout)).isLessThanOrEqualTo(error(other, holdout) + 1e-9);
        }
    }

    private static double error(double[] weights, Holdout holdout) {
        return holdout.accuracy(Blend.weighed(List.of(STEADY, LEAVING, PARETO), weights))
                .rootMeanSquareError();
    }

    private static PurchaseHistory history(Random random) {
        int x = random.nextInt(6);
        int span = x == 0 ? 0 : x + random.nextInt(200);
        return PurchaseHistory.ofDays(x, span, span + random.nextInt(100));
    }

    @Test
    void ofFewCustomersTheLikeliestModelKeepsMostOfTheWeight() {
        var holdout = Holdout.of(List.of(new HoldoutGroup(ASKED, 5, 10)), 20);
        var models = List.<PurchaseModel>of(STEADY, LEAVING);
        var blend = Blend.learn(models, models, holdout, 1);
        assertThat(blend.parts().get(0).model()).isEqualTo(LEAVING);
        assertThat(blend.parts().get(0).weight()).isCloseTo(300 / 310.0, within(1e-12));
    }

    /** Purchases of three years: in the seasonal shop none of the models is true, but whole years are alike. */
    private static List<Double> purchases(String truth, Simulation simulation, Random random) {
        var mbg = new BetaGeometric(Dropout.AFTER_ANY_PURCHASE, 1, .8, 5, .7, 2);
        return switch (truth) {
            case "nbd" ->
                simulation.purchases(new BetaGeometric(Dropout.AFTER_REPEAT_PURCHASE, 1, .7, 9, 1e-9, 1), 156);
            case "bg_nbd" ->
                simulation.purchases(new BetaGeometric(Dropout.AFTER_REPEAT_PURCHASE, 1, .5, 5, .8, 2.4), 156);
            case "mbg_nbd" -> simulation.purchases(mbg, 156);
            case "pareto_nbd" -> simulation.purchases(PARETO, 156);
            case "mbg_cnbd_2" ->
                simulation.purchases(new BetaGeometric(Dropout.AFTER_ANY_PURCHASE, 2, .9, 2.5, .4, 2), 156);
            default ->
                simulation.purchases(mbg, 156).stream()
                        .filter(week -> random.nextDouble() < 0.6 + 0.4 * Math.sin(2 * Math.PI * week / 52))
                        .toList();
        };
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"nbd", "bg_nbd", "mbg_nbd", "pareto_nbd", "mbg_cnbd_2", "seasonal"})
    void whateverTheTruthTheBlendIsNearlyAsGoodAsTheBestCandidate(String truth) {
        var simulation = new Simulation(17);
        var random = new Random(17);
        var shop = IntStream.range(0, 5000)
                .mapToObj(i -> purchases(truth, simulation, random))
                .toList();
        var earlier = shop.stream().map(times -> until(times, 52)).toList();
        var now = shop.stream().map(times -> until(times, 104)).toList();
        var later = holdout(now);
        var choice = PurchaseChoice.byHoldout(sample(earlier), holdout(earlier), sample(now));
        double best = choice.candidates().stream()
                .filter(fit -> fit.isUsable())
                .mapToDouble(fit -> later.accuracy(fit.model()).rootMeanSquareError())
                .min()
                .orElseThrow();
        assertThat(later.accuracy(choice.blend()).rootMeanSquareError())
                .as("%s: %s", truth, choice.blend())
                .isLessThanOrEqualTo(1.005 * best);
    }

    /** A customer at some age and the purchases of the year after. */
    private static Simulation.Customer until(List<Double> times, double age) {
        return Simulation.customer(
                times.stream().filter(time -> time <= age + 52).toList(), age);
    }

    private static PurchaseSample sample(List<Simulation.Customer> customers) {
        return PurchaseSample.of(
                customers.stream().map(Simulation.Customer::group).toList());
    }

    private static Holdout holdout(List<Simulation.Customer> customers) {
        return Holdout.of(
                customers.stream()
                        .map(customer -> new HoldoutGroup(customer.history(), customer.later(), 1))
                        .toList(),
                52);
    }
}
