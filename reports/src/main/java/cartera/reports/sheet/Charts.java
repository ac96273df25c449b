package cartera.reports.sheet;

import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.drawingml.x2006.main.CTLineProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBodyProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.STTextVerticalType;

/** What all native charts have in common: no border, no title, no rounded corners, a text for those who do not see them; and how lines and letters are drawn. */
final class Charts {

    private Charts() {}

    /** An empty chart on a sheet. */
    static XSSFChart frame(XSSFSheet sheet, ChartFrame frame, String description) {
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

    static void line(CTLineProperties line, String color) {
        line.setW(9525);
        line.addNewSolidFill().addNewSrgbClr().setVal(Styles.rgb(color));
    }

    /** Nine points: the smallest that may be printed. */
    static void font(CTTextBody body, String color) {
        CTTextBodyProperties frame = body.getBodyPr() == null ? body.addNewBodyPr() : body.getBodyPr();
        frame.setRot(0); // wrap long names, do not slant them
        frame.setVert(STTextVerticalType.HORZ);
        CTTextCharacterProperties letters = body.addNewP().addNewPPr().addNewDefRPr();
        letters.setSz(900);
        letters.addNewSolidFill().addNewSrgbClr().setVal(Styles.rgb(color));
        letters.addNewLatin().setTypeface("Calibri");
    }
}
