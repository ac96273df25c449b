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
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFAreaChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTAreaSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineSer;
import org.openxmlformats.schemas.drawingml.x2006.main.CTLineProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.STPresetLineDashVal;

/**
 * A native fan chart, bound to ranges: bands stacked on each other, the lowest invisible, and lines over them. No legend, no border, no title inside.
 *
 * <p>Usage: make it, add bands from below and lines, then {@link #draw} it on a page.
 */
public final class FanChart {

    /** How a line is drawn. */
    public enum Stroke {
        SOLID,
        DASHED
    }

    /** @param fill RRGGBB, or empty for the invisible one below */
    private record Band(CellRangeAddress heights, String name, String fill) {}

    private record Line(CellRangeAddress values, String name, String color, Stroke stroke, double points) {}

    /**
     * The value axis.
     *
     * @param step between its numbers
     * @param format of its numbers
     */
    public record Axis(double low, double high, double step, String format) {}

    /** About so many names fit along the axis. */
    private static final int NAMES = 14;

    private static final int EMU_PER_POINT = 12_700;

    private final List<Band> bands = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    public FanChart band(CellRangeAddress heights, String name, String fill) {
        bands.add(new Band(heights, name, fill));
        return this;
    }

    public FanChart line(CellRangeAddress values, String name, String color, Stroke stroke, double points) {
        lines.add(new Line(values, name, color, stroke, points));
        return this;
    }

    /**
     * Draws the chart.
     *
     * @param data the page that holds the ranges
     * @param description read out to those who do not see it
     */
    public void draw(
            Page page, ChartFrame frame, Page data, CellRangeAddress categories, Axis axis, String description) {
        XSSFChart chart = Charts.frame(page.sheet(), frame, description);
        XDDFCategoryAxis across = across(chart, categories.getNumberOfCells());
        XDDFValueAxis up = up(chart, axis);
        across.crossAxis(up);
        up.crossAxis(across);
        XDDFDataSource<String> names = XDDFDataSourcesFactory.fromStringCellRange(data.sheet(), categories);
        drawBands(chart, across, up, names, data);
        drawLines(chart, across, up, names, data);
        renumber(chart);
    }

    private static XDDFCategoryAxis across(XSSFChart chart, int categories) {
        XDDFCategoryAxis axis = chart.createCategoryAxis(AxisPosition.BOTTOM);
        axis.setMajorTickMark(AxisTickMark.NONE);
        axis.setMinorTickMark(AxisTickMark.NONE);
        axis.setTickLabelPosition(AxisTickLabelPosition.LOW);
        var plain = chart.getCTChart().getPlotArea().getCatAxArray(0);
        Charts.line((plain.isSetSpPr() ? plain.getSpPr() : plain.addNewSpPr()).addNewLn(), Palette.MUTED);
        Charts.font(plain.isSetTxPr() ? plain.getTxPr() : plain.addNewTxPr(), Palette.HEADER_INK);
        plain.getTxPr().getBodyPr().unsetRot(); // leave names out rather than break them
        plain.addNewTickLblSkip().setVal(Math.max(1, (categories + NAMES - 1) / NAMES));
        return axis;
    }

    private static XDDFValueAxis up(XSSFChart chart, Axis axis) {
        XDDFValueAxis up = chart.createValueAxis(AxisPosition.LEFT);
        up.setCrosses(AxisCrosses.MIN);
        up.setCrossBetween(AxisCrossBetween.MIDPOINT_CATEGORY);
        up.setMinimum(axis.low());
        up.setMaximum(axis.high());
        up.setMajorUnit(axis.step());
        up.setNumberFormat(axis.format());
        up.setMajorTickMark(AxisTickMark.NONE);
        up.setMinorTickMark(AxisTickMark.NONE);
        up.getOrAddMajorGridProperties();
        var plain = chart.getCTChart().getPlotArea().getValAxArray(0);
        CTShapeProperties grid = plain.getMajorGridlines().isSetSpPr()
                ? plain.getMajorGridlines().getSpPr()
                : plain.getMajorGridlines().addNewSpPr();
        Charts.line(grid.isSetLn() ? grid.getLn() : grid.addNewLn(), Palette.ROW_LINE);
        (plain.isSetSpPr() ? plain.getSpPr() : plain.addNewSpPr()).addNewLn().addNewNoFill();
        Charts.font(plain.isSetTxPr() ? plain.getTxPr() : plain.addNewTxPr(), Palette.HEADER_INK);
        return up;
    }

    private void drawBands(
            XSSFChart chart, XDDFCategoryAxis across, XDDFValueAxis up, XDDFDataSource<String> names, Page data) {
        if (bands.isEmpty()) {
            return;
        }
        XDDFAreaChartData areas = (XDDFAreaChartData) chart.createData(ChartTypes.AREA, across, up);
        areas.setGrouping(Grouping.STACKED);
        for (Band band : bands) {
            XDDFChartData.Series series =
                    areas.addSeries(names, XDDFDataSourcesFactory.fromNumericCellRange(data.sheet(), band.heights()));
            series.setTitle(band.name(), null);
        }
        chart.plot(areas);
        for (int i = 0; i < bands.size(); i++) {
            CTAreaSer area =
                    chart.getCTChart().getPlotArea().getAreaChartArray(0).getSerArray(i);
            CTShapeProperties shape = area.isSetSpPr() ? area.getSpPr() : area.addNewSpPr();
            if (bands.get(i).fill().isEmpty()) {
                shape.addNewNoFill();
            } else {
                shape.addNewSolidFill()
                        .addNewSrgbClr()
                        .setVal(Styles.rgb(bands.get(i).fill()));
            }
            shape.addNewLn().addNewNoFill();
        }
    }

    private void drawLines(
            XSSFChart chart, XDDFCategoryAxis across, XDDFValueAxis up, XDDFDataSource<String> names, Page data) {
        XDDFLineChartData drawn = (XDDFLineChartData) chart.createData(ChartTypes.LINE, across, up);
        drawn.setGrouping(Grouping.STANDARD);
        drawn.setVaryColors(false);
        for (Line line : lines) {
            XDDFLineChartData.Series series = (XDDFLineChartData.Series)
                    drawn.addSeries(names, XDDFDataSourcesFactory.fromNumericCellRange(data.sheet(), line.values()));
            series.setTitle(line.name(), null);
            series.setSmooth(false);
            series.setMarkerStyle(MarkerStyle.NONE);
        }
        chart.plot(drawn);
        for (int i = 0; i < lines.size(); i++) {
            dress(chart.getCTChart().getPlotArea().getLineChartArray(0).getSerArray(i), lines.get(i));
        }
    }

    private static void dress(CTLineSer series, Line line) {
        CTShapeProperties shape = series.isSetSpPr() ? series.getSpPr() : series.addNewSpPr();
        CTLineProperties stroke = shape.isSetLn() ? shape.getLn() : shape.addNewLn();
        Charts.line(stroke, line.color());
        stroke.setW((int) Math.round(line.points() * EMU_PER_POINT));
        if (line.stroke() == Stroke.DASHED) {
            stroke.addNewPrstDash().setVal(STPresetLineDashVal.SYS_DASH);
        }
    }

    /** Bands and lines begin to count at zero each: one chart needs one count. */
    private static void renumber(XSSFChart chart) {
        int next = 0;
        var plot = chart.getCTChart().getPlotArea();
        for (var areas : plot.getAreaChartArray()) {
            for (CTAreaSer series : areas.getSerArray()) {
                series.getIdx().setVal(next);
                series.getOrder().setVal(next++);
            }
        }
        for (var drawn : plot.getLineChartArray()) {
            for (CTLineSer series : drawn.getSerArray()) {
                series.getIdx().setVal(next);
                series.getOrder().setVal(next++);
            }
        }
    }
}
