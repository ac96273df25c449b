package cartera.model.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cartera.model.Differences;
import cartera.model.Simulation;
import cartera.model.fit.Finding.Kind;
import cartera.model.fit.Fitted;
import cartera.model.fit.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SpendPropertiesTest {

    private static final GammaGamma LAW = new GammaGamma(6.25, 3.74, 1544);

    @RepeatedTest(20)
    void gradientsAgreeWithDifferences(RepetitionInfo info) {
        var random = new Random(info.getCurrentRepetition());
        var likelihood = GammaGammaLikelihood.of(SpendSample.of(customers(LAW, 50, info.getCurrentRepetition())));
        Differences.assertGradient(likelihood, 3, random);
    }

    @Test
    void theTrueParametersLieWithinThreeStandardErrors() {
        var fit = GammaGamma.fit(SpendSample.of(customers(LAW, 20_000, 12)));
        assertThat(fit.isUsable()).as("%s", fit.findings()).isTrue();
        for (var parameter : fit.parameters()) {
            double error = parameter.value() - Parameter.in(LAW.parameters(), parameter.name());
            assertThat(Math.abs(error))
                    .as("%s", parameter)
                    .isLessThan(3 * parameter.standardError().orElseThrow());
        }
    }

    @Test
    void theFitIsTheSameInEveryCurrencyAndOrder() {
        var customers = new ArrayList<>(customers(LAW, 3000, 1));
        var fit = GammaGamma.fit(SpendSample.of(customers));
        Collections.shuffle(customers, new Random(2));
        assertThat(GammaGamma.fit(SpendSample.of(customers))).isEqualTo(fit);
        var inCents = GammaGamma.fit(SpendSample.of(customers.stream()
                .map(customer -> new SpendHistory(customer.repeatPurchases(), 1024 * customer.meanAmount()))
                .toList()));
        assertThat(value(inCents, 0)).isCloseTo(value(fit, 0), within(1e-9));
        assertThat(value(inCents, 2)).isCloseTo(1024 * value(fit, 2), within(1e-4));
    }

    private static double value(Fitted<SpendModel> fit, int parameter) {
        return fit.parameters().get(parameter).value();
    }

    @RepeatedTest(20)
    void expectedAmountsLieBetweenOwnAndEverybodysMean(RepetitionInfo info) {
        var random = new Random(info.getCurrentRepetition());
        var history = new SpendHistory(1 + random.nextInt(9), 3000 * (1 - random.nextDouble()));
        for (var model : List.of(LAW, new ShrunkenMean(1000, 3))) {
            double own = history.meanAmount();
            double all = model.expectedAmount(SpendHistory.NONE);
            assertThat(model.expectedAmount(history)).isBetween(Math.min(own, all), Math.max(own, all));
        }
    }

    @Test
    void fewRepeatBuyersAreNamed() {
        assertFinding(
                Kind.FEW_REPEAT_BUYERS,
                customers(LAW, 49, 1).stream()
                        .map(customer -> new SpendHistory(2, 10 + customer.repeatPurchases()))
                        .toList());
        assertFinding(Kind.FEW_REPEAT_BUYERS, List.of());
        assertFinding(Kind.FEW_REPEAT_BUYERS, List.of(new SpendHistory(3, 1e12)));
    }

    @Test
    void equalAmountsRunToTheBound() {
        assertFinding(Kind.ON_BOUND, Collections.nCopies(1000, new SpendHistory(3, 1e12)));
    }

    @Test
    void aTailTooHeavyForAMeanIsNamed() {
        assertFinding(Kind.INFINITE_MEAN, customers(new GammaGamma(4, 0.7, 100), 3000, 3));
    }

    @Test
    void aTailTooHeavyForASpreadIsNamedButUsable() {
        var fit = GammaGamma.fit(SpendSample.of(customers(new GammaGamma(4, 1.5, 100), 3000, 3)));
        assertThat(fit.has(Kind.INFINITE_SPREAD)).isTrue();
        assertThat(fit.isUsable()).isTrue();
    }

    @Test
    void spendThatDependsOnFrequencyIsNamedButUsable() {
        var fit = GammaGamma.fit(SpendSample.of(customers(LAW, 2000, 4).stream()
                .filter(customer -> customer.repeatPurchases() > 0)
                .map(customer -> new SpendHistory(
                        customer.repeatPurchases(), customer.meanAmount() * customer.repeatPurchases()))
                .toList()));
        assertThat(fit.has(Kind.SPEND_DEPENDS_ON_FREQUENCY)).isTrue();
        assertThat(fit.isUsable()).isTrue();
    }

    private static void assertFinding(Kind kind, List<SpendHistory> customers) {
        var fit = GammaGamma.fit(SpendSample.of(customers));
        assertThat(fit.has(kind)).as("%s", fit.findings()).isTrue();
        assertThat(fit.isUsable()).isFalse();
        assertThat(fit.logLikelihood()).isFinite();
        assertThat(fit.parameters()).allSatisfy(parameter -> {
            assertThat(parameter.value()).isFinite();
            assertThat(parameter.standardError().orElse(0)).isFinite();
        });
    }

    @Test
    void whoSentEverythingBackIsExpectedToSpendNothing() {
        var nothing = new SpendHistory(4, -50);
        var sample = SpendSample.of(List.of(nothing, new SpendHistory(1, 20), SpendHistory.NONE));
        assertThat(sample).isEqualTo(new SpendSample(List.of(new SpendHistory(1, 20)), 1));
        assertThat(LAW.expectedAmount(nothing)).isZero();
        assertThat(ShrunkenMean.of(sample).expectedAmount(nothing)).isZero();
    }

    @Test
    void aMeanThatDoesNotExistIsRefused() {
        var model = new GammaGamma(4, 0.7, 100);
        assertThatThrownBy(() -> model.expectedAmount(SpendHistory.NONE))
                .hasMessage("Cannot compute expectedAmount: q 0.7 makes the mean infinite (must be above 1)");
    }

    @Test
    void aModelSurvivesTheWayThroughATable() {
        for (var model : List.of(LAW, new ShrunkenMean(12, 3))) {
            assertThat(SpendModel.of(model.name(), model.parameters())).isEqualTo(model);
            assertThat(SpendModel.parse(model.text())).isEqualTo(model);
        }
        assertThat(new ShrunkenMean(12, 3).text()).isEqualTo("shrunken_mean mean=12.0 prior_purchases=3.0");
        assertThatThrownBy(() -> SpendModel.of("gamma", Map.of()))
                .hasMessage("Invalid model: 'gamma' (known are gamma_gamma, shrunken_mean, own_mean, global_mean)");
    }

    private static List<SpendHistory> customers(GammaGamma law, int count, int seed) {
        var simulation = new Simulation(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> simulation.spend(law, 1 + i % 6))
                .toList();
    }
}
