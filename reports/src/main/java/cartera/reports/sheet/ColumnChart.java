package cartera.reports.sheet;

import cartera.reports.Palette;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDLblPos;
import org.openxmlformats.schemas.drawingml.x2006.main.CTPatternFillProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.STPresetPatternVal;

/**
 * A native column chart, bound to ranges: no legend, no gridlines, no border, no title inside; the value axis is drawn only as its zero line.
 *
 * <p>Usage: make it, add the series, then {@link #draw} it on a page.
 */
public final class ColumnChart {

    /** How the columns stand to each other. */
    public enum Arrangement {
        /** Behind each other, a little apart: actual before plan. */
        OVERLAPPED(BarGrouping.CLUSTERED, 85, 25),
        /** At the same place; only one of the series has a value there. */
        ALTERNATIVE(BarGrouping.CLUSTERED, 100, 120),
        /** On each other. */
        STACKED(BarGrouping.STACKED, 100, 40);

        private final BarGrouping grouping;
        private final int overlap;
        private final int gap;

        Arrangement(BarGrouping grouping, int overlap, int gap) {
            this.grouping = grouping;
            this.overlap = overlap;
            this.gap = gap;
        }
    }

    /** Where the names of the columns stand. */
    public enum Names {
        BELOW(AxisTickLabelPosition.LOW),
        ABOVE(AxisTickLabelPosition.HIGH),
        NOWHERE(AxisTickLabelPosition.NONE);

        private final AxisTickLabelPosition position;

        Names(AxisTickLabelPosition position) {
            this.position = position;
        }
    }

    /** Where the numbers of a series stand. */
    public enum Labels {
        NONE(STDLblPos.CTR),
        INSIDE(STDLblPos.IN_END),
        AT_BASE(STDLblPos.IN_BASE),
        OUTSIDE(STDLblPos.OUT_END);

        private final STDLblPos.Enum position;

        Labels(STDLblPos.Enum position) {
            this.position = position;
        }
    }

    /** How a column is filled. */
    public enum Filling {
        NONE,
        SOLID,
        /** What is expected and has not come yet. */
        HATCHED
    }

    /**
     * @param fill RRGGBB
     * @param outline RRGGBB, or empty for none
     * @param ink colour of the labels
     */
    public record Series(
            CellRangeAddress values,
            String name,
            Filling filling,
            String fill,
            String outline,
            Labels labels,
            String ink,
            String format) {

        /** A solid series without outline and labels; invisible if {@code fill} is empty. */
        public static Series bare(CellRangeAddress values, String name, String fill) {
            return new Series(
                    values, name, fill.isEmpty() ? Filling.NONE : Filling.SOLID, fill, "", Labels.NONE, "", "");
        }
    }

    private final Arrangement arrangement;
    private final Names names;
    private final List<Series> series = new ArrayList<>();

    public ColumnChart(Arrangement arrangement, Names names) {
        this.arrangement = arrangement;
        this.names = names;
    }

    public ColumnChart add(Series one) {
        series.add(one);
        return this;
    }

    /**
     * Draws the chart.
     *
     * @param data the page that holds the ranges
     * @param low lower end of the value axis
     * @param high its upper end
     * @param description read out to those who do not see it
     */
    public void draw(
            Page page,
            ChartFrame frame,
            Page data,
            CellRangeAddress categories,
            double low,
            double high,
            String description) {
        XSSFChart chart = Charts.frame(page.sheet(), frame, description);
        XDDFCategoryAxis across = across(chart);
        XDDFValueAxis up = up(chart, low, high);
        across.crossAxis(up);
        up.crossAxis(across);
        XDDFBarChartData bars = bars(chart, across, up, categories.getNumberOfCells());
        XDDFDataSource<String> labels = XDDFDataSourcesFactory.fromStringCellRange(data.sheet(), categories);
        for (Series one : series) {
            XDDFChartData.Series added =
                    bars.addSeries(labels, XDDFDataSourcesFactory.fromNumericCellRange(data.sheet(), one.values()));
            added.setTitle(one.name(), null);
        }
        chart.plot(bars);
        for (int i = 0; i < series.size(); i++) {
            dress(chart.getCTChart().getPlotArea().getBarChartArray(0).getSerArray(i), series.get(i));
        }
    }

    private XDDFCategoryAxis across(XSSFChart chart) {
        XDDFCategoryAxis axis = chart.createCategoryAxis(AxisPosition.BOTTOM);
        axis.setMajorTickMark(AxisTickMark.NONE);
        axis.setMinorTickMark(AxisTickMark.NONE);
        axis.setTickLabelPosition(names.position);
        var plain = chart.getCTChart().getPlotArea().getCatAxArray(0);
        Charts.line((plain.isSetSpPr() ? plain.getSpPr() : plain.addNewSpPr()).addNewLn(), Palette.MUTED);
        Charts.font(plain.isSetTxPr() ? plain.getTxPr() : plain.addNewTxPr(), Palette.HEADER_INK);
        plain.addNewTickLblSkip().setVal(1); // never leave names out
        return axis;
    }

    private static XDDFValueAxis up(XSSFChart chart, double low, double high) {
        XDDFValueAxis axis = chart.createValueAxis(AxisPosition.LEFT);
        axis.setCrosses(AxisCrosses.AUTO_ZERO);
        axis.setCrossBetween(AxisCrossBetween.BETWEEN);
        axis.setMinimum(low);
        axis.setMaximum(high);
        axis.setVisible(false);
        return axis;
    }

    private XDDFBarChartData bars(XSSFChart chart, XDDFCategoryAxis across, XDDFValueAxis up, int categories) {
        XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, across, up);
        bars.setBarDirection(BarDirection.COL);
        bars.setBarGrouping(arrangement.grouping);
        bars.setOverlap((byte) arrangement.overlap);
        bars.setGapWidth(Math.max(arrangement.gap, 500 / categories - 60)); // a few columns are not slabs
        bars.setVaryColors(false);
        return bars;
    }

    private static void dress(CTBarSer bar, Series one) {
        CTShapeProperties shape = bar.isSetSpPr() ? bar.getSpPr() : bar.addNewSpPr();
        switch (one.filling()) {
            case NONE -> shape.addNewNoFill();
            case SOLID -> shape.addNewSolidFill().addNewSrgbClr().setVal(Styles.rgb(one.fill()));
            case HATCHED -> hatch(shape.addNewPattFill(), one.fill());
        }
        if (one.outline().isEmpty()) {
            shape.addNewLn().addNewNoFill();
        } else {
            Charts.line(shape.addNewLn(), one.outline());
        }
        bar.addNewInvertIfNegative().setVal(false);
        if (one.labels() != Labels.NONE) {
            label(bar.addNewDLbls(), one);
        }
    }

    /** By hand: the library leaves the colours of a pattern empty, which is not valid. */
    private static void hatch(CTPatternFillProperties pattern, String color) {
        pattern.setPrst(STPresetPatternVal.WD_UP_DIAG);
        pattern.addNewFgClr().addNewSrgbClr().setVal(Styles.rgb(color));
        pattern.addNewBgClr().addNewSrgbClr().setVal(Styles.rgb(Palette.WHITE));
    }

    private static void label(CTDLbls labels, Series one) {
        labels.addNewNumFmt().setFormatCode(one.format());
        labels.getNumFmt().setSourceLinked(false);
        CTShapeProperties shape = labels.addNewSpPr();
        if (one.filling() == Filling.HATCHED) {
            shape.addNewSolidFill()
                    .addNewSrgbClr()
                    .setVal(Styles.rgb(Palette.WHITE)); // a number is not read on a hatch
        } else {
            shape.addNewNoFill();
        }
        shape.addNewLn().addNewNoFill();
        Charts.font(labels.addNewTxPr(), one.ink());
        labels.addNewDLblPos().setVal(one.labels().position);
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
    }
}
