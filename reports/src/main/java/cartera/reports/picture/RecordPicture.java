package cartera.reports.picture;

import cartera.reports.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.annotations.CategoryLineAnnotation;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jspecify.annotations.Nullable;

/** How past forecasts came true: the dark line is what came; beside it the forecast with its limits, last year repeated, and the plan. */
public final class RecordPicture {

    /**
     * One past forecast. What is unknown is null.
     *
     * @param low lower limit of the forecast, {@code high} the upper one
     */
    public record Forecast(
            String name,
            double actual,
            @Nullable Double forecast,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double naive,
            @Nullable Double plan) {}

    private static final Shape DOT = new Ellipse2D.Double(-5, -5, 10, 10);
    private static final Shape POINT = new Ellipse2D.Double(-3, -3, 6, 6);
    private static final Shape DASH = new Rectangle2D.Double(-16, -1.5, 32, 3);
    private static final Shape FRAME = new Rectangle2D.Double(-5, -5, 10, 10);

    private RecordPicture() {}

    /** @param forecasts oldest first; their names differ */
    public static Picture of(String title, String subtitle, List<Forecast> forecasts, FanPicture.Axis axis) {
        DefaultCategoryDataset marks = new DefaultCategoryDataset();
        for (Forecast one : forecasts) {
            marks.addValue(one.naive(), "naive", one.name());
            marks.addValue(one.plan(), "plan", one.name());
            marks.addValue(one.actual(), "actual", one.name());
            marks.addValue(one.forecast(), "forecast", one.name());
        }
        CategoryPlot plot = Bars.plot(marks, Bars.names(), new BarRenderer());
        plot.setRenderer(marks());
        plot.setRangeAxis(FanPicture.values(axis));
        plot.setRangeGridlinesVisible(true);
        plot.setRangeGridlinePaint(Picture.color(Palette.ROW_LINE));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setRangeZeroBaselineVisible(false);
        forecasts.forEach(one -> limits(plot, one));
        return new Picture(title, subtitle, plot);
    }

    /** Last year as a grey dash, the plan as an empty square, what came as a line, the forecast as a dot. */
    private static LineAndShapeRenderer marks() {
        LineAndShapeRenderer marks = new LineAndShapeRenderer(false, true);
        marks.setUseFillPaint(true);
        marks.setDrawOutlines(true);
        mark(marks, 0, DASH, Palette.PREVIOUS, Picture.color(Palette.PREVIOUS));
        mark(marks, 1, FRAME, Palette.ACTUAL, Color.WHITE);
        mark(marks, 2, POINT, Palette.ACTUAL, Picture.color(Palette.ACTUAL));
        marks.setSeriesLinesVisible(2, true);
        marks.setSeriesStroke(2, new BasicStroke(2.4f));
        mark(marks, 3, DOT, Palette.FORECAST, Picture.color(Palette.FORECAST));
        return marks;
    }

    private static void mark(LineAndShapeRenderer marks, int series, Shape shape, String outline, Color fill) {
        marks.setSeriesShape(series, shape);
        marks.setSeriesPaint(series, Picture.color(outline));
        marks.setSeriesFillPaint(series, fill);
        marks.setSeriesOutlinePaint(series, Picture.color(outline));
    }

    private static void limits(CategoryPlot plot, Forecast one) {
        if (one.low() != null && one.high() != null) {
            plot.addAnnotation(new CategoryLineAnnotation(
                    one.name(),
                    one.low(),
                    one.name(),
                    one.high(),
                    Picture.color(Palette.FORECAST),
                    new BasicStroke(2.4f)));
        }
    }
}
