package cartera.reports.sheet;

import cartera.reports.Palette;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDLblPos;
import org.openxmlformats.schemas.drawingml.x2006.main.CTLineProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBodyProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.STTextVerticalType;

/**
 * A native column chart, bound to ranges: no legend, no gridlines, no border, no title inside; the value axis is drawn only as its zero line.
 *
 * <p>Usage: make it, add the series, then {@link #draw} it on a page.
 */
public final class ColumnChart {

    /** How the columns stand to each other. */
    public enum Arrangement {
        /** Behind each other, a little apart: actual before plan. */
        OVERLAPPED(BarGrouping.CLUSTERED, 80, 35),
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
        NONE,
        INSIDE,
        OUTSIDE
    }

    /**
     * @param fill RRGGBB, or empty for an invisible series
     * @param outline RRGGBB, or empty for none
     * @param ink colour of the labels
     */
    public record Series(
            CellRangeAddress values,
            String name,
            String fill,
            String outline,
            Labels labels,
            String ink,
            String format) {}

    /** From the top left corner of one cell to that of another. */
    public record Frame(int left, int top, int right, int bottom) {}

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
            Frame frame,
            Page data,
            CellRangeAddress categories,
            double low,
            double high,
            String description) {
        XSSFChart chart = chart(page.sheet(), frame, description);
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

    private static XSSFChart chart(XSSFSheet sheet, Frame frame, String description) {
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        XSSFClientAnchor anchor =
                drawing.createAnchor(0, 0, 0, 0, frame.left(), frame.top(), frame.right(), frame.bottom());
        anchor.setAnchorType(ClientAnchor.AnchorType.MOVE_DONT_RESIZE);
        XSSFChart chart = drawing.createChart(anchor);
        chart.setAutoTitleDeleted(true);
        chart.displayBlanksAs(DisplayBlanks.GAP);
        var space = chart.getCTChartSpace();
        (space.isSetRoundedCorners() ? space.getRoundedCorners() : space.addNewRoundedCorners()).setVal(false);
        CTShapeProperties shape = space.isSetSpPr() ? space.getSpPr() : space.addNewSpPr();
        shape.addNewNoFill();
        shape.addNewLn().addNewNoFill();
        describe(drawing, description);
        return chart;
    }

    private static void describe(XSSFDrawing drawing, String description) {
        var anchors = drawing.getCTDrawing().getTwoCellAnchorArray();
        anchors[anchors.length - 1]
                .getGraphicFrame()
                .getNvGraphicFramePr()
                .getCNvPr()
                .setDescr(description);
    }

    private XDDFCategoryAxis across(XSSFChart chart) {
        XDDFCategoryAxis axis = chart.createCategoryAxis(AxisPosition.BOTTOM);
        axis.setMajorTickMark(AxisTickMark.NONE);
        axis.setMinorTickMark(AxisTickMark.NONE);
        axis.setTickLabelPosition(names.position);
        var plain = chart.getCTChart().getPlotArea().getCatAxArray(0);
        line((plain.isSetSpPr() ? plain.getSpPr() : plain.addNewSpPr()).addNewLn(), Palette.MUTED);
        font(plain.isSetTxPr() ? plain.getTxPr() : plain.addNewTxPr(), Palette.HEADER_INK);
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
        if (one.fill().isEmpty()) {
            shape.addNewNoFill();
        } else {
            shape.addNewSolidFill().addNewSrgbClr().setVal(Styles.rgb(one.fill()));
        }
        if (one.outline().isEmpty()) {
            shape.addNewLn().addNewNoFill();
        } else {
            line(shape.addNewLn(), one.outline());
        }
        bar.addNewInvertIfNegative().setVal(false);
        if (one.labels() != Labels.NONE) {
            label(bar.addNewDLbls(), one);
        }
    }

    private static void label(CTDLbls labels, Series one) {
        labels.addNewNumFmt().setFormatCode(one.format());
        labels.getNumFmt().setSourceLinked(false);
        CTShapeProperties shape = labels.addNewSpPr();
        shape.addNewNoFill();
        shape.addNewLn().addNewNoFill();
        font(labels.addNewTxPr(), one.ink());
        labels.addNewDLblPos().setVal(one.labels() == Labels.INSIDE ? STDLblPos.IN_END : STDLblPos.OUT_END);
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
    }

    private static void line(CTLineProperties line, String color) {
        line.setW(9525);
        line.addNewSolidFill().addNewSrgbClr().setVal(Styles.rgb(color));
    }

    /** Nine points: the smallest that may be printed. */
    private static void font(CTTextBody body, String color) {
        CTTextBodyProperties frame = body.getBodyPr() == null ? body.addNewBodyPr() : body.getBodyPr();
        frame.setRot(0); // wrap long names, do not slant them
        frame.setVert(STTextVerticalType.HORZ);
        CTTextCharacterProperties letters = body.addNewP().addNewPPr().addNewDefRPr();
        letters.setSz(900);
        letters.addNewSolidFill().addNewSrgbClr().setVal(Styles.rgb(color));
        letters.addNewLatin().setTypeface("Calibri");
    }
}
