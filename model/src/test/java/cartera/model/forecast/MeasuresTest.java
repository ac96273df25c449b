package cartera.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cartera.model.Reference;
import cartera.model.SharedData;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MeasuresTest {

    @Test
    void aForecastByHandHasTheMeasuresByHand() {
        double[] history = {2, 4, 3, 5};
        double[] actual = {4, 0};
        Measures measures = Measures.of(history, 2, actual, new double[] {5, 0});

        assertThat(measures.smape()).isCloseTo(100.0 / 9, within(1e-12));
        assertThat(measures.mase()).isEqualTo(.5);
        assertThat(measures.rmsse()).isCloseTo(Math.sqrt(.5 / 3), within(1e-12));
        assertThat(measures.bias()).isEqualTo(.5);
        assertThat(measures.coverage80()).isNaN();
    }

    @Test
    void anIntervalThatMissesPaysFortyTimesTheGap() {
        double[] history = {1, 2, 1, 2};
        assertThat(Measures.msis(history, 1, new double[] {5}, new double[] {1}, new double[] {3}))
                .isCloseTo(2 + 40 * 2, within(1e-9));
        assertThat(Measures.coverage(new double[] {5, 3}, new double[] {1, 1}, new double[] {3, 3}))
                .isEqualTo(.5);
    }

    @Test
    void aHistoryThatNeverChangesHasNoScaledErrorAndTakesNoPartInTheirMean() {
        double[] actual = {3};
        Measures constant = Measures.of(new double[] {2, 2, 2}, 1, actual, actual);
        Measures other = Measures.of(new double[] {1, 2, 1}, 1, actual, new double[] {4});
        Measures both = Measures.mean(List.of(constant, other));

        assertThat(constant.mase()).isNaN();
        assertThat(both.series()).isEqualTo(2);
        assertThat(both.mase()).isEqualTo(other.mase());
        assertThat(both.smape()).isCloseTo(other.smape() / 2, within(1e-12));
    }

    @Test
    void aHistoryShorterThanASeasonIsScaledByItsLastChanges() {
        assertThat(Measures.absoluteScale(new double[] {1, 3}, 12)).isEqualTo(2);
        assertThat(Measures.absoluteScale(new double[] {1}, 12)).isZero();
    }

    @Test
    void everySeriesOfTheCompetitionHasTheErrorsThatWereComputedForIt() {
        Map<String, Reference> seasonal = new HashMap<>();
        SharedData.rows("m3/r_forecasts_snaive.csv.gz").forEach(row -> seasonal.put(row.text("id"), row));
        for (String file : List.of("m3_yearly.csv", "m3_quarterly.csv.gz", "m3_monthly.csv.gz", "m3_other.csv")) {
            for (Reference series : SharedData.rows("m3/" + file)) {
                Reference forecast = Objects.requireNonNull(seasonal.get(series.text("id")));
                Measures measures = Measures.of(
                        numbers(series, "train"),
                        series.whole("frequency"),
                        numbers(series, "test"),
                        numbers(forecast, "forecasts"));
                forecast.assertPrints("smape", measures.smape());
                forecast.assertPrints("mase", measures.mase());
            }
        }
    }

    private static double[] numbers(Reference row, String column) {
        return Arrays.stream(row.text(column).split(";"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
