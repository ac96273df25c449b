package cartera.reports.gate;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Whether every formula carries its value: phones and parsers do not compute. */
final class Cached {

    private Cached() {}

    static List<String> faults(XSSFWorkbook workbook) {
        List<String> faults = new ArrayList<>();
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    check((XSSFCell) cell, faults);
                }
            }
        }
        return faults;
    }

    private static void check(XSSFCell cell, List<String> faults) {
        if (cell.getCellType() == CellType.ERROR) {
            faults.add("error value: " + place(cell));
        }
        if (cell.getCellType() != CellType.FORMULA) {
            return;
        }
        if (!cell.getCTCell().isSetV()) {
            faults.add("formula without value: %s =%s".formatted(place(cell), cell.getCellFormula()));
        } else if (cell.getCachedFormulaResultType() == CellType.ERROR) {
            faults.add("formula with error: %s =%s".formatted(place(cell), cell.getCellFormula()));
        }
    }

    private static String place(XSSFCell cell) {
        return cell.getSheet().getSheetName() + "!" + cell.getReference();
    }
}
