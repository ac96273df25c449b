package cartera.reports.weekly;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTAreaSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTAxDataSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumDataSource;

/** A workbook as text: sheet, cell, value, number format; formulas with their value; charts by their series. */
final class Dump {

    private Dump() {}

    static List<String> lines(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() != CellType.BLANK) {
                            lines.add(line(cell));
                        }
                    }
                }
                charts((XSSFSheet) sheet, lines);
            }
        }
        return lines;
    }

    /** Sheet number and cell to number, of all cells that hold one. */
    static Map<String, Double> numbers(Path file) throws IOException {
        Map<String, Double> numbers = new TreeMap<>();
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (isNumber(cell)) {
                            numbers.put(workbook.getSheetIndex(sheet) + "!" + name(cell), cell.getNumericCellValue());
                        }
                    }
                }
            }
        }
        return numbers;
    }

    private static boolean isNumber(Cell cell) {
        return cell.getCellType() == CellType.NUMERIC
                || cell.getCellType() == CellType.FORMULA && cell.getCachedFormulaResultType() == CellType.NUMERIC;
    }

    private static String line(Cell cell) {
        String value = isNumber(cell)
                ? String.valueOf(cell.getNumericCellValue())
                : cell.getStringCellValue().replace("\n", "\\n");
        String formula = cell.getCellType() == CellType.FORMULA ? "\t=" + cell.getCellFormula() : "";
        String format = isNumber(cell) ? "\t" + cell.getCellStyle().getDataFormatString() : "";
        return cell.getSheet().getSheetName() + "!" + name(cell) + "\t" + value + format + formula;
    }

    private static String name(Cell cell) {
        return new CellReference(cell.getRowIndex(), cell.getColumnIndex()).formatAsString();
    }

    private static void charts(XSSFSheet sheet, List<String> lines) {
        XSSFDrawing drawing = sheet.getDrawingPatriarch();
        if (drawing == null) {
            return;
        }
        for (XSSFChart chart : drawing.getCharts()) {
            var plot = chart.getCTChart().getPlotArea();
            for (var bars : plot.getBarChartArray()) {
                for (CTBarSer one : bars.getSerArray()) {
                    lines.add(line(sheet, one.getCat(), one.getVal()));
                }
            }
            for (var areas : plot.getAreaChartArray()) {
                for (CTAreaSer one : areas.getSerArray()) {
                    lines.add(line(sheet, one.getCat(), one.getVal()));
                }
            }
            for (var drawn : plot.getLineChartArray()) {
                for (CTLineSer one : drawn.getSerArray()) {
                    lines.add(line(sheet, one.getCat(), one.getVal()));
                }
            }
        }
    }

    private static String line(XSSFSheet sheet, CTAxDataSource names, CTNumDataSource values) {
        return sheet.getSheetName() + " chart\t" + names.getStrRef().getF() + "\t"
                + values.getNumRef().getF();
    }
}
