package cartera.model.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.model.Simulation;
import cartera.model.fit.Parameter;
import cartera.model.spend.GammaGamma;
import cartera.model.spend.SpendSample;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often intervals of 95 % hold the true parameter. {@code -Dsimulations=1000} tries more than the suite has time for,
 * and prints the shares.
 */
@Tag("slow")
class CoverageTest {

    private static final int SIMULATIONS = Integer.getInteger("simulations", 24);
    private static final int CUSTOMERS = 3000;
    private static final BetaGeometric BG =
            new BetaGeometric(Dropout.AFTER_REPEAT_PURCHASE, 1, .243, 4.414, .793, 2.426);
    private static final BetaGeometric MBG = new BetaGeometric(Dropout.AFTER_ANY_PURCHASE, 1, .525, 6.183, .891, 1.614);
    private static final BetaGeometric REGULAR = new BetaGeometric(Dropout.AFTER_ANY_PURCHASE, 2, .9, 2.5, .6, 2);
    private static final BetaGeometric STEADY =
            new BetaGeometric(Dropout.AFTER_REPEAT_PURCHASE, 1, .385, 12.07, 1e-9, 1);
    private static final ParetoNbd PARETO = new ParetoNbd(.553, 10.58, .606, 11.67);
    private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);

    @ParameterizedTest
    @ValueSource(strings = {"nbd", "bg_nbd", "mbg_nbd", "mbg_cnbd_2", "pareto_nbd", "gamma_gamma"})
    void intervalsHoldTheTruthAboutAsOftenAsTheySay(String model) {
        Map<String, Integer> held = new TreeMap<>();
        var truth = truth(model);
        LongStream.range(0, SIMULATIONS)
                .parallel()
                .mapToObj(seed -> fits(model).apply(1000 + seed))
                .toList()
                .forEach(parameters -> parameters.stream()
                        .filter(parameter -> !parameter.name().equals("k"))
                        .forEach(parameter -> held.merge(
                                parameter.name(),
                                isHeld(parameter, Parameter.in(truth, parameter.name())),
                                Integer::sum)));
        if (SIMULATIONS > 24) {
            System.out.println(model + " of " + SIMULATIONS + ": " + held);
        }
        double deviation = Math.sqrt(.95 * .05 / SIMULATIONS);
        assertThat(held.values())
                .as("%s: %s of %d", model, held, SIMULATIONS)
                .allSatisfy(count ->
                        assertThat(count / (double) SIMULATIONS).isBetween(.92 - 3 * deviation, .97 + 3 * deviation));
    }

    private static int isHeld(Parameter parameter, double truth) {
        return parameter.interval().filter(interval -> interval.contains(truth)).isPresent() ? 1 : 0;
    }

    private static Map<String, Double> truth(String model) {
        return switch (model) {
            case "nbd" -> Map.of("r", STEADY.r(), "alpha", STEADY.alpha());
            case "bg_nbd" -> BG.parameters();
            case "mbg_nbd" -> MBG.parameters();
            case "mbg_cnbd_2" -> REGULAR.parameters();
            case "pareto_nbd" -> PARETO.parameters();
            default -> SPEND.parameters();
        };
    }

    private static LongFunction<List<Parameter>> fits(String model) {
        return switch (model) {
            case "nbd" -> seed -> Nbd.fit(sample(STEADY, seed), 1).parameters();
            case "bg_nbd" -> seed -> fit(BG, seed);
            case "mbg_nbd" -> seed -> fit(MBG, seed);
            case "mbg_cnbd_2" -> seed -> fit(REGULAR, seed);
            case "pareto_nbd" -> CoverageTest::pareto;
            default -> CoverageTest::spend;
        };
    }

    private static List<Parameter> fit(BetaGeometric law, long seed) {
        return BetaGeometric.fit(sample(law, seed), law.dropout(), law.k()).parameters();
    }

    private static PurchaseSample sample(BetaGeometric law, long seed) {
        var simulation = new Simulation(seed);
        return PurchaseSample.of(IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> simulation.customer(law, 26 + i % 79, 0).group())
                .toList());
    }

    private static List<Parameter> pareto(long seed) {
        var simulation = new Simulation(seed);
        return ParetoNbd.fit(PurchaseSample.of(IntStream.range(0, CUSTOMERS)
                        .mapToObj(
                                i -> simulation.customer(PARETO, 26 + i % 79, 0).group())
                        .toList()))
                .parameters();
    }

    private static List<Parameter> spend(long seed) {
        var simulation = new Simulation(seed);
        return GammaGamma.fit(SpendSample.of(IntStream.range(0, CUSTOMERS)
                        .mapToObj(i -> simulation.spend(SPEND, 1 + i % 5))
                        .toList()))
                .parameters();
    }
}
