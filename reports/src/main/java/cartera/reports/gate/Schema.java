package cartera.reports.gate;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;

/** Whether all parts follow the schema of Office Open XML: what does not, makes Excel offer a repair. */
final class Schema {

    private final List<String> faults = new ArrayList<>();

    private Schema() {}

    static List<String> faults(XSSFWorkbook workbook) {
        Schema schema = new Schema();
        schema.check("workbook", workbook.getCTWorkbook());
        schema.check("styles", workbook.getStylesSource().getCTStylesheet());
        for (Sheet sheet : workbook) {
            schema.check((XSSFSheet) sheet);
        }
        return schema.faults;
    }

    private void check(XSSFSheet sheet) {
        check(sheet.getSheetName(), sheet.getCTWorksheet());
        for (XSSFTable table : sheet.getTables()) {
            check(sheet.getSheetName() + " table " + table.getName(), table.getCTTable());
        }
        XSSFDrawing drawing = sheet.getDrawingPatriarch();
        if (drawing != null) {
            check(sheet.getSheetName() + " drawing", drawing.getCTDrawing());
            for (XSSFChart chart : drawing.getCharts()) {
                check(sheet.getSheetName() + " chart", chart.getCTChartSpace());
            }
        }
    }

    private void check(String part, XmlObject bean) {
        List<XmlError> errors = new ArrayList<>();
        bean.validate(new XmlOptions().setErrorListener(errors));
        errors.forEach(error -> faults.add("schema: %s: %s".formatted(part, error.getMessage())));
    }
}
