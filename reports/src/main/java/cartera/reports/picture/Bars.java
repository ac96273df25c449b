package cartera.reports.picture;

import cartera.reports.Palette;
import cartera.reports.Typeface;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.IntervalBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultIntervalCategoryDataset;

/** Plots of flat bars without gridlines; numbers stand at the bars, so the value axis is not drawn. */
final class Bars {

    private Bars() {}

    /** Bars from {@code start} to {@code end} with their labels: better upwards, worse downwards. */
    static CategoryPlot floating(List<BridgePicture.Bar> bars, CategoryAxis names) {
        CategoryPlot plot = plot(floatingData(bars), names, new IntervalBarRenderer() {
            @Override
            public Color getItemPaint(int row, int column) {
                return Picture.color(bars.get(column).isBetter() ? Palette.GOOD : Palette.BAD);
            }
        });
        bars.forEach(bar -> plot.addAnnotation(label(bar)));
        return plot;
    }

    private static DefaultIntervalCategoryDataset floatingData(List<BridgePicture.Bar> bars) {
        Number[][] lows = {
            bars.stream().map(bar -> (Number) Math.min(bar.start(), bar.end())).toArray(Number[]::new)
        };
        Number[][] highs = {
            bars.stream().map(bar -> (Number) Math.max(bar.start(), bar.end())).toArray(Number[]::new)
        };
        DefaultIntervalCategoryDataset data = new DefaultIntervalCategoryDataset(lows, highs);
        data.setCategoryKeys(bars.stream().map(BridgePicture.Bar::name).toArray(String[]::new));
        return data;
    }

    private static CategoryTextAnnotation label(BridgePicture.Bar bar) {
        CategoryTextAnnotation label = new CategoryTextAnnotation(
                bar.label(),
                bar.name(),
                bar.isBetter() ? Math.max(bar.start(), bar.end()) : Math.min(bar.start(), bar.end()));
        label.setFont(Typeface.plain(11));
        label.setPaint(Picture.color(bar.isBetter() ? Palette.GOOD : Palette.BAD));
        label.setTextAnchor(bar.isBetter() ? TextAnchor.BOTTOM_CENTER : TextAnchor.TOP_CENTER);
        return label;
    }

    static CategoryPlot plot(CategoryDataset data, CategoryAxis names, BarRenderer bars) {
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        NumberAxis values = new NumberAxis();
        values.setVisible(false);
        CategoryPlot plot = new CategoryPlot(data, names, values, bars);
        plot.setRangeGridlinesVisible(false);
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(Picture.color(Palette.MUTED));
        plot.setRangeZeroBaselineStroke(new BasicStroke(1));
        plot.setOutlineVisible(false);
        plot.setBackgroundPaint(Color.WHITE);
        return plot;
    }

    static CategoryAxis names() {
        CategoryAxis names = new CategoryAxis();
        names.setTickLabelFont(Typeface.plain(11));
        names.setTickLabelPaint(Picture.color(Palette.HEADER_INK));
        names.setAxisLineVisible(false);
        names.setTickMarksVisible(false);
        names.setMaximumCategoryLabelLines(3);
        names.setLowerMargin(0.01);
        names.setUpperMargin(0.01);
        return names;
    }
}
