package cartera.reports.gate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * What must hold before a workbook may be handed to anybody: it follows the schema, every formula has a value, and every number in a sentence is the number of a cell.
 */
public final class WorkbookGate {

    private WorkbookGate() {}

    /** Everything that is wrong with a workbook, each with its place; empty if nothing is. */
    public static List<String> faults(Path file) throws IOException {
        List<String> faults = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            faults.addAll(Schema.faults(workbook));
            faults.addAll(Cached.faults(workbook));
            faults.addAll(Headlines.faults(workbook));
        }
        return faults;
    }
}
