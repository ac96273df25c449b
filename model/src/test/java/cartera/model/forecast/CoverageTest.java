package cartera.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals of the M3 competition's series, learnt from their own past, against what came. */
class CoverageTest {

    @ParameterizedTest
    @CsvSource({"yearly, 1", "quarterly, 3", "monthly, 5"})
    void intervalsCoverWhatTheyPromise(String group, int every) {
        assertCovered(measures("mean", group, every));
    }

    @Test
    @Tag("slow")
    void intervalsOfAllMonthlySeriesCoverWhatTheyPromiseAndScoreNoWorseThanExponentialSmoothing() {
        Measures mean = measures("mean", "monthly", 1);

        assertCovered(mean);
        assertThat(mean.msis())
                .isLessThanOrEqualTo(measures("ets", "monthly", 1).msis());
    }

    private static void assertCovered(Measures measures) {
        assertThat(measures.coverage80()).as("%s", measures).isBetween(.78, .82);
        assertThat(measures.coverage95()).isBetween(.93, .97);
    }

    private static Measures measures(String method, String group, int every) {
        List<Competition.Entry> all = Competition.whole().entries().stream()
                .filter(entry -> entry.group().equals(group))
                .toList();
        List<Competition.Entry> entries = IntStream.range(0, all.size())
                .filter(i -> i % every == 0)
                .mapToObj(all::get)
                .toList();
        List<Bands> bands = PooledScores.bands(entries.parallelStream()
                .map(entry -> SeriesForecast.of(entry.history(), Methods.of(method), entry.actual().length))
                .toList());
        return Measures.mean(IntStream.range(0, entries.size())
                .mapToObj(i -> Measures.of(
                        entries.get(i).history().values(),
                        entries.get(i).history().season(),
                        entries.get(i).actual(),
                        bands.get(i)))
                .toList());
    }
}
