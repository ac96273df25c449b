package cartera.reports.picture;

import java.util.List;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.plot.CategoryPlot;

/** What made a change: bars that begin where the last one ended, and the total from zero. */
public final class BridgePicture {

    /**
     * @param start where the bar begins
     * @param end where it ends; above the start is better
     * @param label its number as the reader writes it
     */
    public record Bar(String name, double start, double end, String label) {

        boolean isBetter() {
            return end >= start;
        }
    }

    private BridgePicture() {}

    /** @param bars in their order; their names differ */
    public static Picture of(String title, String subtitle, List<Bar> bars) {
        CategoryAxis names = Bars.names();
        names.setCategoryMargin(0.28);
        CategoryPlot plot = Bars.floating(bars, names);
        double low = bars.stream()
                .mapToDouble(bar -> Math.min(bar.start(), bar.end()))
                .min()
                .orElse(0);
        double high = bars.stream()
                .mapToDouble(bar -> Math.max(bar.start(), bar.end()))
                .max()
                .orElse(0);
        double room = 0.09 * Math.max(high - low, 1e-9);
        plot.getRangeAxis().setRange(Math.min(low, 0) - room, Math.max(high, 0) + room);
        return new Picture(title, subtitle, plot);
    }
}
