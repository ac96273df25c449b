package cartera.reports.weekly;

import cartera.reports.Value;
import cartera.reports.picture.BridgePicture;
import cartera.reports.picture.Picture;
import cartera.reports.picture.WeeksPicture;
import cartera.reports.text.Language;
import cartera.reports.text.Scale;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The two charts of Summary as PNG, from the same values and with the same titles. */
record WeeklyPictures(WeeklyData data, Language language) {

    /** Writes those for which there are data. */
    List<Path> write(Path folder) throws IOException {
        List<Path> written = new ArrayList<>();
        Headline headline = new Headline(data, language);
        Kpi revenue = data.kpi("revenue");
        if (revenue.actual() != null) {
            written.add(write(weeks(revenue, headline), folder, "revenue"));
        }
        Bridge bridge = data.bridge();
        if (!bridge.bars().isEmpty()) {
            written.add(write(bridge(bridge, headline), folder, "bridge"));
        }
        return written;
    }

    private Path write(Picture picture, Path folder, String name) throws IOException {
        Path file = folder.resolve(data.identity().fileName("weekly", name + "_" + language.code()) + ".png");
        picture.write(file);
        return file;
    }

    private Picture weeks(Kpi revenue, Headline headline) {
        BigDecimal largest = revenue.weeks().stream()
                .map(week -> size(revenue.actual(week)))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        Scale scale = Scale.ofColumn(largest);
        int decimals = decimals(largest, scale);
        List<WeeksPicture.Week> weeks = revenue.weeks().stream()
                .map(week -> week(revenue, week, scale, decimals))
                .toList();
        String legend = revenue.hasPlan() ? "legend.weeks.plan" : "legend.weeks";
        return WeeksPicture.of(
                headline.ofWeeks().text(),
                language.word(legend, Map.of("unit", Formats.money(language, scale))),
                weeks);
    }

    private WeeksPicture.Week week(Kpi revenue, LocalDate week, Scale scale, int decimals) {
        Value actual = revenue.actual(week);
        Value gap = revenue.gap(week);
        return new WeeksPicture.Week(
                SeriesSheet.weekName(language, week),
                scaled(actual, scale),
                scaled(revenue.plan(week), scale),
                scaled(gap, scale),
                actual == null ? "" : language.number(actual.number().movePointLeft(scale.power()), decimals),
                gap == null ? "" : language.change(gap.number().movePointLeft(scale.power()), decimals));
    }

    private Picture bridge(Bridge bridge, Headline headline) {
        Scale scale = Scale.ofColumn(bridge.size());
        int decimals = decimals(bridge.size(), scale);
        List<BridgePicture.Bar> bars = bridge.all().stream()
                .map(bar -> new BridgePicture.Bar(
                        language.name("segment.rfm", bar.segment()),
                        bar.start().movePointLeft(scale.power()).doubleValue(),
                        bar.end().movePointLeft(scale.power()).doubleValue(),
                        language.change(bar.change().number().movePointLeft(scale.power()), decimals)))
                .toList();
        return BridgePicture.of(
                headline.ofBridge(bridge).text(),
                language.word("legend.bridge", Map.of("unit", Formats.money(language, scale))),
                bars);
    }

    /** As in the native charts: large numbers go without decimals. */
    private static int decimals(BigDecimal largest, Scale scale) {
        return largest.movePointLeft(scale.power()).compareTo(BigDecimal.valueOf(1000)) >= 0 ? 0 : 1;
    }

    private static @Nullable Double scaled(@Nullable Value value, Scale scale) {
        return value == null
                ? null
                : value.number().movePointLeft(scale.power()).doubleValue();
    }

    private static BigDecimal size(@Nullable Value value) {
        return value == null ? BigDecimal.ZERO : value.number().abs();
    }
}
