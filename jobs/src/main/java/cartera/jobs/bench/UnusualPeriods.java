package cartera.jobs.bench;

import cartera.model.forecast.SeriesFinding;
import cartera.model.forecast.SeriesFinding.Kind;
import cartera.model.forecast.SeriesFindings;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Outliers and level shifts of a table's series, told to its reader: the forecasts are made from the series as they are. */
record UnusualPeriods(List<Found> found) {

    private static final Comparator<Found> LARGEST = Comparator.comparingDouble(Found::share)
            .reversed()
            .thenComparing(one -> one.series().key())
            .thenComparing(one -> one.finding().position());

    /** A finding and where it was made. */
    private record Found(LabelledSeries series, SeriesFinding finding) {

        /** Its size by what was usual. */
        double share() {
            return Math.abs(finding.size()) / Math.max(Math.abs(finding.usual()), Double.MIN_NORMAL);
        }
    }

    static UnusualPeriods of(List<LabelledSeries> series) {
        return new UnusualPeriods(
                series.parallelStream().flatMap(UnusualPeriods::found).toList());
    }

    private static Stream<Found> found(LabelledSeries series) {
        return SeriesFindings.of(series.series()).stream().map(finding -> new Found(series, finding));
    }

    /** How many there are, and the largest; empty without any. */
    Optional<String> note() {
        return found.stream()
                .min(LARGEST)
                .map(largest -> "Unusual, and left in: outliers %d, level shifts %d; the largest: %s"
                        .formatted(count(Kind.OUTLIER), count(Kind.LEVEL_SHIFT), text(largest)));
    }

    private long count(Kind kind) {
        return found.stream().filter(one -> one.finding().kind() == kind).count();
    }

    private static String text(Found one) {
        SeriesFinding finding = one.finding();
        return String.format(
                Locale.ROOT,
                finding.kind() == Kind.OUTLIER
                        ? "%s, period %d of %d: %.6g where %.6g is usual"
                        : "%s, from period %d of %d on about %.6g where it was %.6g",
                one.series().key(),
                finding.position() + 1,
                one.series().series().length(),
                finding.usual() + finding.size(),
                finding.usual());
    }
}
