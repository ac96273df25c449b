package cartera.reports.picture;

import cartera.reports.Palette;
import cartera.reports.Typeface;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.TexturePaint;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainCategoryPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jspecify.annotations.Nullable;

/** A number by week: dark columns before outlined plan, hatched ones for what is expected, and over them a strip of the gaps. */
public final class WeeksPicture {

    /**
     * What is unknown is null.
     *
     * @param forecast what is expected of a week that has not come
     * @param label the actual or expected number as the reader writes it, {@code gapLabel} the gap
     */
    public record Week(
            String name,
            @Nullable Double actual,
            @Nullable Double forecast,
            @Nullable Double plan,
            @Nullable Double gap,
            String label,
            String gapLabel) {}

    private static final int TILE = 5;

    private WeeksPicture() {}

    /** @param weeks oldest first; their names differ */
    public static Picture of(String title, String subtitle, List<Week> weeks) {
        CombinedDomainCategoryPlot both = new CombinedDomainCategoryPlot(Bars.names());
        both.getDomainAxis().setCategoryMargin(0.3);
        both.setGap(4);
        both.add(strip(weeks), 1);
        both.add(columns(weeks), 3);
        return new Picture(title, subtitle, both);
    }

    private static CategoryPlot strip(List<Week> weeks) {
        List<BridgePicture.Bar> bars = weeks.stream()
                .map(week ->
                        new BridgePicture.Bar(week.name(), 0, week.gap() == null ? 0 : week.gap(), week.gapLabel()))
                .toList();
        CategoryPlot plot = Bars.floating(bars, new CategoryAxis());
        double size = Math.max(
                1e-9,
                bars.stream().mapToDouble(bar -> Math.abs(bar.end())).max().orElse(0));
        plot.getRangeAxis().setRange(-1.9 * size, 1.9 * size);
        return plot;
    }

    private static CategoryPlot columns(List<Week> weeks) {
        DefaultCategoryDataset plan = new DefaultCategoryDataset();
        DefaultCategoryDataset actual = new DefaultCategoryDataset();
        DefaultCategoryDataset forecast = new DefaultCategoryDataset();
        for (Week week : weeks) {
            plan.addValue(week.plan(), "plan", week.name());
            actual.addValue(week.actual(), "actual", week.name());
            forecast.addValue(week.forecast(), "forecast", week.name());
        }
        CategoryPlot plot = Bars.plot(plan, Bars.names(), outlined());
        plot.setDataset(1, actual);
        plot.setRenderer(1, narrow(Picture.color(Palette.ACTUAL)));
        plot.setDataset(2, forecast);
        plot.setRenderer(2, narrow(hatch()));
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        for (Week week : weeks) {
            if (week.actual() != null) {
                plot.addAnnotation(label(week, week.actual(), Color.WHITE));
            } else if (week.forecast() != null) {
                plot.addAnnotation(above(week, week.forecast()));
            }
        }
        double high = weeks.stream()
                .mapToDouble(week -> Math.max(Math.max(or(week.actual()), or(week.forecast())), or(week.plan())))
                .max()
                .orElse(0);
        double low = weeks.stream()
                .mapToDouble(week -> Math.min(0, or(week.actual())))
                .min()
                .orElse(0);
        plot.getRangeAxis().setRange(low * 1.05, Math.max(high, 1e-9) * 1.09);
        return plot;
    }

    private static double or(@Nullable Double number) {
        return number == null ? 0 : number;
    }

    /** Inside the column, at its top. */
    private static CategoryTextAnnotation label(Week week, double actual, Color ink) {
        CategoryTextAnnotation label = new CategoryTextAnnotation(week.label(), week.name(), actual * 0.985);
        label.setFont(Typeface.plain(11));
        label.setPaint(ink);
        label.setTextAnchor(actual >= 0 ? TextAnchor.TOP_CENTER : TextAnchor.BOTTOM_CENTER);
        return label;
    }

    /** Over the column: a number is not read on a hatch. */
    private static CategoryTextAnnotation above(Week week, double forecast) {
        double plan = or(week.plan());
        CategoryTextAnnotation label = label(week, Math.max(forecast, plan) / 0.985, Picture.color(Palette.HEADER_INK));
        label.setTextAnchor(TextAnchor.BOTTOM_CENTER);
        return label;
    }

    private static BarRenderer outlined() {
        BarRenderer bars = new BarRenderer();
        bars.setSeriesPaint(0, Color.WHITE);
        bars.setDrawBarOutline(true);
        bars.setSeriesOutlinePaint(0, Picture.color(Palette.ACTUAL));
        bars.setSeriesOutlineStroke(0, new BasicStroke(1));
        return bars;
    }

    /** Narrower than the plan behind it. */
    private static BarRenderer narrow(Paint fill) {
        BarRenderer bars = new BarRenderer();
        bars.setSeriesPaint(0, fill);
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setMaximumBarWidth(0.043);
        return bars;
    }

    /** Thin lines from the lower left to the upper right, drawn as sharp as the picture. */
    private static Paint hatch() {
        int size = TILE * Picture.SHARPNESS;
        BufferedImage tile = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = tile.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, size, size);
        pen.setColor(Picture.color(Palette.ACTUAL));
        pen.setStroke(new BasicStroke(1.5f));
        for (int offset = -size; offset <= size; offset += size) {
            pen.drawLine(offset, size, offset + size, 0);
        }
        pen.dispose();
        return new TexturePaint(tile, new Rectangle(TILE, TILE));
    }
}
