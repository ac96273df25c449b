package cartera.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.model.Reference;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IntermittentTest {

    private static final List<String> NAMES = List.of("croston", "sba", "tsb", "adida", "imapa");

    static Stream<Reference> published() {
        return Reference.rows("intermittent.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("published")
    void methodsAreAsGoodAsPublished(Reference published) {
        List<CountSeries> set = CountSeries.of(published.text("set"));
        Method method = Methods.of(published.text("method"));
        Measures measures = Measures.mean(set.stream()
                .map(series -> series.measures(method.fit(series.history()).forecast(series.actual().length)))
                .toList());

        assertThat(measures.series()).isEqualTo(published.whole("series"));
        published.assertPrints("rmsse", measures.rmsse());
        published.assertPrints("mase", measures.mase());
        if (published.has("bias")) {
            published.assertPrints("bias", measures.bias());
        }
    }

    @Test
    void demandIsClassedByRhythmAndSize() {
        assertThat(pattern(5, 5, 6, 5)).isEqualTo(Demand.Pattern.SMOOTH);
        assertThat(pattern(1, 9, 1, 30)).isEqualTo(Demand.Pattern.ERRATIC);
        assertThat(pattern(0, 0, 5, 0, 0, 5, 0, 6)).isEqualTo(Demand.Pattern.INTERMITTENT);
        assertThat(pattern(1, 0, 0, 30, 0, 0, 1)).isEqualTo(Demand.Pattern.LUMPY);
    }

    @RepeatedTest(10)
    void forecastsStayBetweenZeroAndTheLargestDemand(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        double[] values =
                random.doubles(40).map(u -> u < .7 ? 0 : Math.ceil(20 * u)).toArray();
        for (String name : NAMES) {
            FittedMethod fitted = Methods.of(name).fit(Series.of(values, 1));
            for (int origin = 0; origin <= values.length; origin++) {
                assertThat(fitted.forecast(origin, 2)[1]).as(name).isBetween(0.0, 20.0);
            }
        }
    }

    @Test
    void aProductThatStoppedSellingFadesWhereTheMethodForgets() {
        double[] values = new double[60];
        for (int t = 0; t < 30; t++) {
            values[t] = 10;
        }
        assertThat(forecast("croston", values)).isEqualTo(10);
        for (String name : List.of("tsb", "adida", "imapa")) {
            assertThat(forecast(name, values)).as(name).isLessThan(.5);
        }
    }

    @Test
    void zerosBeforeTheFirstDemandChangeNothing() {
        double[] values = {3, 0, 0, 2, 0, 4, 0, 0, 1};
        double[] later = {0, 0, 0, 0, 3, 0, 0, 2, 0, 4, 0, 0, 1};
        for (String name : NAMES) {
            assertThat(forecast(name, later)).as(name).isEqualTo(forecast(name, values));
        }
    }

    private static double forecast(String name, double... values) {
        return Methods.of(name).fit(Series.of(values, 1)).forecast(1)[0];
    }

    private static Demand.Pattern pattern(double... values) {
        return Demand.of(Series.of(values, 1)).pattern();
    }
}
