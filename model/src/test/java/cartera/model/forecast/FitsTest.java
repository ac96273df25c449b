package cartera.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cartera.model.forecast.SeasonalIndex.Form;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The searches and recursions that the methods rest on. */
class FitsTest {

    private static final int SEASON = 4;

    private static Series noisy(Random random, int length) {
        double[] values = new double[length];
        double level = 1;
        for (int t = 0; t < length; t++) {
            level += .05 * random.nextGaussian();
            values[t] = Math.abs(level) + .3 + .2 * Math.sin(Math.PI * t / 2) + .05 * random.nextGaussian();
        }
        return Series.of(Arrays.stream(values).map(Math::abs).toArray(), SEASON);
    }

    @RepeatedTest(10)
    void theLinearisationOfEveryFormAgreesWithDifferences(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var series = noisy(random, 30);
        for (var form : EtsForm.candidates(true, true)) {
            var coordinates = new EtsCoordinates(form, SEASON);
            var residuals = new EtsResiduals(coordinates, series.values());
            double[] index = SeasonalIndex.of(series, form.season()).index();
            double[] point = coordinates.start(1.2, .01, index);
            point[0] += random.nextGaussian();
            double[] gradient = new double[residuals.size()];
            double sum = residuals.linearise(point, new double[gradient.length * gradient.length], gradient);
            assertThat(sum).as("%s", form).isCloseTo(residuals.sum(point), within(1e-12 * sum));
            for (int i = 0; i < gradient.length; i++) {
                double slope = (moved(residuals, point, i, 1e-6) - moved(residuals, point, i, -1e-6)) / 2e-6;
                assertThat(2 * gradient[i]).as("%s, coordinate %d", form, i).isCloseTo(slope, within(1e-6 * (1 + sum)));
            }
        }
    }

    private static double moved(EtsResiduals residuals, double[] point, int coordinate, double step) {
        double[] moved = point.clone();
        moved[coordinate] += step;
        return residuals.sum(moved);
    }

    @RepeatedTest(5)
    void aFittedModelHasTheErrorsItWasFittedBy(RepetitionInfo repetition) {
        var series = noisy(new Random(repetition.getCurrentRepetition()), 40);
        for (var form : EtsForm.candidates(true, true)) {
            var model = EtsFit.of(form, series).model();
            var residuals = new EtsResiduals(new EtsCoordinates(form, SEASON), series.values());
            double[] start = new EtsCoordinates(form, SEASON)
                    .start(
                            series.value(0),
                            0,
                            SeasonalIndex.of(series, form.season()).index());
            assertThat(likelihoodSum(form, model, series)).as("%s", form).isLessThan(residuals.sum(start) * 1.001);
        }
    }

    private static double likelihoodSum(EtsForm form, EtsModel model, Series series) {
        double sum = 0;
        double logs = 0;
        for (int t = 0; t < series.length(); t++) {
            double mean = model.forecast(series.first(t), 1)[0];
            boolean isRelative = form.noise() == EtsForm.Noise.MULTIPLICATIVE;
            double error = (series.value(t) - mean) / (isRelative ? mean : 1);
            sum += error * error;
            logs += isRelative ? Math.log(mean) : 0;
        }
        return sum * Math.exp(2 * logs / series.length());
    }

    @RepeatedTest(10)
    void noOtherParametersOfTheDynamicThetaModelHaveSmallerErrors(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var series = noisy(random, 25);
        double best = oneStepErrors(DynamicTheta.fit(series), series, 2);
        for (int i = 0; i < 100; i++) {
            var other = new DynamicTheta(
                    .1 + .89 * random.nextDouble(), series.value(0) + random.nextGaussian(), random.nextDouble());
            assertThat(best).isLessThan(oneStepErrors(other, series, 2) + .01);
        }
    }

    @RepeatedTest(10)
    void noOtherParametersOfSimpleSmoothingHaveSmallerErrors(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var series = noisy(random, 25);
        double best = oneStepErrors(SimpleSmoothing.fit(series), series, 1);
        for (int i = 0; i < 100; i++) {
            var other = new SimpleSmoothing(random.nextDouble(), series.value(0) + random.nextGaussian());
            assertThat(best + errorOfFirst(SimpleSmoothing.fit(series).level(), series))
                    .isLessThanOrEqualTo(oneStepErrors(other, series, 1) + errorOfFirst(other.level(), series) + 1e-12);
        }
    }

    private static double errorOfFirst(double level, Series series) {
        return (series.value(0) - level) * (series.value(0) - level);
    }

    private static double oneStepErrors(Rule rule, Series series, int from) {
        return IntStream.range(from, series.length())
                .mapToDouble(t -> series.value(t) - rule.forecast(series.first(t), 1)[0])
                .map(error -> error * error)
                .sum();
    }

    /** The bound is held against the growth of the model's own error recursion. */
    @RepeatedTest(200)
    void modelsThatForgetAreAdmissibleAndModelsThatDoNotAreNot(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        int season = 2 + random.nextInt(11);
        double alpha = random.nextDouble();
        double beta = alpha * random.nextDouble();
        double gamma = 1.5 * random.nextDouble();
        double damping = .8 + .2 * random.nextDouble();
        double growth = growth(alpha, beta, gamma, damping, season);
        boolean isAdmissible = Admissible.isSeasonal(alpha, beta, gamma, damping, season, new double[season + 2]);
        if (Math.abs(growth - 1) > .01) {
            assertThat(isAdmissible).isEqualTo(growth < 1);
        }
    }

    /** How much the states of a model grow in a step in the long run, when nothing but zeros is seen. */
    private static double growth(double alpha, double beta, double gamma, double damping, int season) {
        double[] indexes = DoubleStream.iterate(1, i -> -i / 2).limit(season).toArray();
        double level = 1;
        double slope = .3;
        double logs = 0;
        int steps = 3000 * season;
        for (int t = 0; t < steps; t++) {
            double base = level + damping * slope;
            double error = -(base + indexes[t % season]);
            level = base + alpha * error;
            slope = damping * slope + beta * error;
            indexes[t % season] += gamma * error;
            // level and season may shift against each other for ever: only what shows in forecasts counts
            double size = Math.abs(error) + Math.abs(slope) + 1e-290;
            if (t % season == 0) {
                logs = Math.log(size) / (t + 1);
            }
        }
        return Math.exp(logs);
    }

    @Test
    void anIndexIsFoundWhereTheSeasonIsPure() {
        double[] pattern = {.5, 1, 1.5, 1};
        var series = Series.of(
                IntStream.range(0, 24).mapToDouble(t -> 20 * pattern[t % 4]).toArray(), 4);
        assertThat(SeasonalIndex.of(series).index()).containsExactly(pattern, within(1e-12));
        assertThat(SeasonalIndex.shrunken(series).index()).containsExactly(pattern, within(1e-9));
        assertThat(SeasonalIndex.of(series, Form.ADDITIVE).index())
                .containsExactly(new double[] {-10, 0, 10, 0}, within(1e-12));
    }

    @RepeatedTest(20)
    void anIndexOfNoiseIsDrawnTowardsNoneAndNeverAwayFromIt(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var noise = Series.of(random.doubles(48, 90, 110).toArray(), 12);
        double[] whole = SeasonalIndex.of(noise).index();
        double[] shrunken = SeasonalIndex.shrunken(noise).index();
        for (int i = 0; i < 12; i++) {
            assertThat(Math.abs(shrunken[i] - 1)).isLessThanOrEqualTo(Math.abs(whole[i] - 1));
        }
        assertThat(Arrays.stream(whole).average().orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(Arrays.stream(shrunken).map(i -> Math.abs(i - 1)).sum())
                .isLessThan(.75 * Arrays.stream(whole).map(i -> Math.abs(i - 1)).sum());
    }

    @Test
    void aPatternNearZeroIsTakenAsDifferences() {
        var christmas = Series.of(
                IntStream.range(0, 48)
                        .mapToDouble(t -> t % 12 == 11 ? 500 : 1e-3)
                        .toArray(),
                12);
        assertThat(SeasonalIndex.of(christmas).form()).isEqualTo(Form.ADDITIVE);
    }
}
