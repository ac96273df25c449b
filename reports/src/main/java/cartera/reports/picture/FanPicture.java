package cartera.reports.picture;

import cartera.reports.Palette;
import cartera.reports.Typeface;
import java.awt.BasicStroke;
import java.text.NumberFormat;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.jspecify.annotations.Nullable;

/** What was and what is expected: a dark line, a dashed one for the forecast with bands that fade outwards, and the plan. */
public final class FanPicture {

    /**
     * A point in time. What is unknown is null.
     *
     * @param limits of the bands, the outermost first: low and high in turn; empty where there is no forecast
     */
    public record Point(
            String name,
            @Nullable Double actual,
            @Nullable Double plan,
            @Nullable Double forecast,
            List<Double> limits) {}

    /**
     * The value axis.
     *
     * @param step between its numbers
     * @param numbers how they are written
     */
    public record Axis(double low, double high, double step, NumberFormat numbers) {}

    private static final List<String> FILLS = List.of(Palette.BAND_95, Palette.BAND_80, Palette.BAND_50);
    /** About so many names fit along the axis. */
    private static final int NAMES = 20;

    private FanPicture() {}

    /** @param points oldest first */
    public static Picture of(String title, String subtitle, List<Point> points, Axis axis) {
        XYPlot plot = new XYPlot(null, names(points), values(axis), null);
        for (int band = 0; band < FILLS.size(); band++) {
            plot.setDataset(band, band(points, band));
            plot.setRenderer(band, filled(FILLS.get(band)));
        }
        plot.setDataset(FILLS.size(), lines(points));
        plot.setRenderer(FILLS.size(), drawn());
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Picture.color(Palette.ROW_LINE));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        return new Picture(title, subtitle, plot);
    }

    private static ValueAxis names(List<Point> points) {
        SymbolAxis names = new SymbolAxis(null, points.stream().map(Point::name).toArray(String[]::new));
        names.setTickUnit(new NumberTickUnit(Math.max(1, (points.size() + NAMES - 1) / NAMES)));
        names.setGridBandsVisible(false);
        names.setTickMarksVisible(false);
        names.setAxisLinePaint(Picture.color(Palette.MUTED));
        return lettered(names);
    }

    /** The axis with its numbers, without a line of its own. */
    static ValueAxis values(Axis axis) {
        NumberAxis values = new NumberAxis();
        values.setRange(axis.low(), axis.high());
        values.setTickUnit(new NumberTickUnit(axis.step(), axis.numbers()));
        values.setAxisLineVisible(false);
        values.setTickMarksVisible(false);
        return lettered(values);
    }

    private static ValueAxis lettered(ValueAxis axis) {
        axis.setTickLabelFont(Typeface.plain(11));
        axis.setTickLabelPaint(Picture.color(Palette.HEADER_INK));
        return axis;
    }

    private static YIntervalSeriesCollection band(List<Point> points, int band) {
        YIntervalSeries series = new YIntervalSeries("band " + band);
        for (int x = 0; x < points.size(); x++) {
            List<Double> limits = points.get(x).limits();
            if (!limits.isEmpty()) {
                double low = limits.get(2 * band);
                series.add(x, low, low, limits.get(2 * band + 1));
            }
        }
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        data.addSeries(series);
        return data;
    }

    /** The band alone, without a line of its own. */
    private static DeviationRenderer filled(String color) {
        DeviationRenderer renderer = new DeviationRenderer(false, false);
        renderer.setSeriesFillPaint(0, Picture.color(color));
        renderer.setAlpha(1);
        return renderer;
    }

    private static XYSeriesCollection lines(List<Point> points) {
        XYSeries plan = new XYSeries("plan");
        XYSeries actual = new XYSeries("actual");
        XYSeries forecast = new XYSeries("forecast");
        for (int x = 0; x < points.size(); x++) {
            plan.add(x, points.get(x).plan());
            actual.add(x, points.get(x).actual());
            forecast.add(x, points.get(x).forecast());
        }
        XYSeriesCollection data = new XYSeriesCollection();
        data.addSeries(plan);
        data.addSeries(actual);
        data.addSeries(forecast);
        return data;
    }

    private static XYLineAndShapeRenderer drawn() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        line(renderer, 0, Palette.PREVIOUS, new BasicStroke(1.2f));
        line(renderer, 1, Palette.ACTUAL, new BasicStroke(2.4f));
        float[] dashes = {6, 4};
        line(
                renderer,
                2,
                Palette.FORECAST,
                new BasicStroke(2.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
        return renderer;
    }

    private static void line(XYLineAndShapeRenderer renderer, int series, String color, BasicStroke stroke) {
        renderer.setSeriesPaint(series, Picture.color(color));
        renderer.setSeriesStroke(series, stroke);
    }
}
