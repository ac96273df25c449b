package cartera.reports.gate;

import cartera.reports.text.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Whether the numbers in sentences are those of the cells that they quote. The workbook names, for each number of each sentence, its cell (the range {@code quotes}); here the sentence is
 * read as its reader does, in the language of the document, and each number compared with its cell. A number that the list does not know, or one that is missing, is a fault too.
 */
final class Headlines {

    private static final String LIST = "quotes";

    private final XSSFWorkbook workbook;
    private final Numbers numbers;
    private final String currency;
    private final List<String> faults = new ArrayList<>();

    private Headlines(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.numbers = new Numbers(Locale.forLanguageTag(property("language").orElse("")));
        this.currency = property("currency").orElse("");
    }

    /** One line of the list: the number at a position of a sentence stands in {@code cell} as {@code number / 10^cellPower}, the sentence writes it by {@code 10^textPower}. */
    private record Quote(String cell, int cellPower, int textPower, int decimals, boolean isMagnitude) {}

    static List<String> faults(XSSFWorkbook workbook) {
        Headlines headlines = new Headlines(workbook);
        Name list = workbook.getName(LIST);
        if (list == null) {
            return List.of("headlines: the workbook has no range " + LIST);
        }
        headlines.quotes(list).forEach(headlines::check);
        return headlines.faults;
    }

    private Map<String, List<Quote>> quotes(Name list) {
        Map<String, List<Quote>> quotes = new LinkedHashMap<>();
        AreaReference area = new AreaReference(list.getRefersToFormula(), SpreadsheetVersion.EXCEL2007);
        Sheet sheet = workbook.getSheet(area.getFirstCell().getSheetName());
        for (int i = area.getFirstCell().getRow(); i <= area.getLastCell().getRow(); i++) {
            Row row = sheet.getRow(i);
            if (row != null && row.getCell(0) != null) {
                quotes.computeIfAbsent(row.getCell(0).getStringCellValue(), cell -> new ArrayList<>())
                        .add(quote(row));
            }
        }
        return quotes;
    }

    private static Quote quote(Row row) {
        return new Quote(
                row.getCell(2).getStringCellValue(), whole(row, 3), whole(row, 4), whole(row, 5), whole(row, 6) == 1);
    }

    private static int whole(Row row, int column) {
        return (int) row.getCell(column).getNumericCellValue();
    }

    private void check(String place, List<Quote> quotes) {
        String text = cell(place).getStringCellValue();
        List<BigDecimal> written = numbers.parse(currency.isEmpty() ? text : text.replace(currency, ""));
        if (written.size() != quotes.size()) {
            faults.add("headlines: %s has %d numbers, %d are listed: %s"
                    .formatted(place, written.size(), quotes.size(), text));
            return;
        }
        for (int i = 0; i < quotes.size(); i++) {
            check(place, text, written.get(i), quotes.get(i));
        }
    }

    private void check(String place, String text, BigDecimal written, Quote quote) {
        Cell cell = cell(quote.cell());
        BigDecimal number = BigDecimal.valueOf(cell.getNumericCellValue())
                .movePointRight(quote.cellPower())
                .movePointLeft(quote.textPower());
        BigDecimal said = quote.isMagnitude() ? number.abs() : number;
        // half a unit of the last place, and a little for the halves that a double cannot hold
        BigDecimal tolerance = new BigDecimal("0.5000001").movePointLeft(quote.decimals());
        if (said.subtract(written).abs().compareTo(tolerance) > 0 || written.scale() > quote.decimals()) {
            faults.add("headlines: %s says %s, %s holds %s: %s"
                    .formatted(place, written.toPlainString(), quote.cell(), said.toPlainString(), text));
        }
    }

    private Cell cell(String reference) {
        CellReference place = new CellReference(reference);
        Cell cell =
                workbook.getSheet(place.getSheetName()).getRow(place.getRow()).getCell(place.getCol());
        if (cell.getCellType() == CellType.BLANK) {
            throw new IllegalStateException("Cannot compare %s: it is empty".formatted(reference));
        }
        return cell;
    }

    private Optional<String> property(String name) {
        POIXMLProperties.CustomProperties properties = workbook.getProperties().getCustomProperties();
        return Optional.ofNullable(properties.getProperty(name)).map(property -> property.getLpwstr());
    }
}
