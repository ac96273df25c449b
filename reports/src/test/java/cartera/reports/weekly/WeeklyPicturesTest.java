package cartera.reports.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import cartera.reports.text.Language;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeeklyPicturesTest {

    @TempDir
    Path folder;

    @Test
    void thereArePicturesOfTheWeeksTheBridgeTheForecastAndItsRecord() throws IOException {
        List<Path> files = Fixture.wholesale().report().writePictures(Language.of("ru"), folder);

        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "Альфа-Снаб_weekly_2026-W47_revenue_ru.png",
                        "Альфа-Снаб_weekly_2026-W47_bridge_ru.png",
                        "Альфа-Снаб_weekly_2026-W47_forecast_ru.png",
                        "Альфа-Снаб_weekly_2026-W47_record_ru.png");
        assertThat(colours(files.get(0))).contains(0xC8442F, 0x0F7B73, 0xFFFFFF);
        assertThat(colours(files.get(1))).contains(0xC8442F, 0x0F7B73, 0xFFFFFF);
        assertThat(colours(files.get(2))).contains(0x404040, 0x2B6CB0, 0x9DBFE2, 0xC6DAEE, 0xE3ECF6);
        assertThat(colours(files.get(3))).contains(0x404040, 0x2B6CB0, 0xA6A6A6);
    }

    @Test
    void aFirstWeekHasNoBridgeAndNoDataHaveNoPicture() throws IOException {
        assertThat(Fixture.single().report().writePictures(Language.of("en"), folder))
                .hasSize(1);
        assertThat(Fixture.empty().report().writePictures(Language.of("en"), folder))
                .isEmpty();
    }

    @Test
    void aWeekWithoutDataLeavesThePictureOfThoseBefore() throws IOException {
        Fixture fixture = Fixture.wholesale()
                .unknown(
                        "metric_value",
                        "actual",
                        row -> row.day("period_on").toString().equals("2026-11-16"));

        assertThat(fixture.report().writePictures(Language.of("en"), folder).get(0))
                .hasFileName("Альфа-Снаб_weekly_2026-W47_revenue_en.png");
        assertThat(Dump.lines(fixture.report().writeWorkbook(Language.of("en"), folder)))
                .as("strip, plan, fact and forecast of the weeks")
                .filteredOn(line -> line.startsWith("Summary chart"))
                .hasSizeGreaterThan(3);
    }

    private static Set<Integer> colours(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(1800);
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x += 3) {
            for (int y = 0; y < image.getHeight(); y += 3) {
                colours.add(image.getRGB(x, y) & 0xFFFFFF);
            }
        }
        return colours;
    }
}
