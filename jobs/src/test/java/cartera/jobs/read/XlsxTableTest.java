package cartera.jobs.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxTableTest {

    @TempDir
    Path folder = Path.of("");

    private interface Fill {
        void accept(XSSFWorkbook workbook);
    }

    private Path write(Fill fill) throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            fill.accept(workbook);
            workbook.write(out);
        }
        return file;
    }

    private static List<String> shown(Path file) throws IOException {
        List<String> rows = new ArrayList<>();
        try (XlsxTable table = XlsxTable.open(file)) {
            for (Row row = table.next(); row != null; row = table.next()) {
                rows.add(row.line() + ":" + String.join("|", row.cells()) + faults(table, row));
            }
        }
        return rows;
    }

    private static String faults(XlsxTable table, Row row) {
        StringBuilder faults = new StringBuilder(
                row.fault() == null ? "" : "!" + row.fault().reason().code());
        row.cellFaults()
                .forEach((column, fault) -> faults.append("!")
                        .append(table.position(row.line(), column))
                        .append(" ")
                        .append(fault.reason().code()));
        return faults.toString();
    }

    /** The same workbook with the text of its first sheet changed. */
    private Path edited(Path file, UnaryOperator<String> edit) throws IOException {
        Path changed = folder.resolve("b.xlsx");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                String written = entry.getName().endsWith("sheet1.xml") ? edit.apply(text) : text;
                out.write(written.getBytes(StandardCharsets.UTF_8));
            }
        }
        return changed;
    }

    @Test
    void numbersDatesTruthAndTextComeOutAsPlainText() throws IOException {
        Path file = write(workbook -> {
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy hh:mm:ss"));
            XSSFRow row = workbook.createSheet().createRow(2);
            row.createCell(0).setCellValue(101);
            row.createCell(1).setCellValue(0.1 + 0.2);
            row.createCell(2).setCellValue("text\nof two lines");
            Cell day = row.createCell(3);
            day.setCellValue(LocalDateTime.of(2026, 9, 5, 0, 0));
            day.setCellStyle(date);
            Cell time = row.createCell(4);
            time.setCellValue(LocalDateTime.of(2026, 9, 5, 12, 30, 15));
            time.setCellStyle(date);
            row.createCell(5).setCellValue(true);
            row.createCell(7).setCellValue(7707083893d);
            row.createCell(8).setCellValue(-1234.5);
        });
        assertThat(shown(file))
                .containsExactly(
                        "3:101|0.3|text\nof two lines|2026-09-05|2026-09-05T12:30:15|true||7707083893|-1234.5");
    }

    @Test
    void aFormulaGivesItsStoredValueAndAnErrorNothing() throws IOException {
        Path file = write(workbook -> {
            XSSFRow row = workbook.createSheet().createRow(0);
            row.createCell(0).setCellFormula("6*7");
            row.createCell(1).setCellValue("x");
        });
        assertThat(shown(edited(
                        file,
                        xml -> xml.replace(
                                        "<v>0</v></c></row>", "<v>0</v></c><c r=\"C1\" t=\"e\"><v>#N/A</v></c></row>")
                                .replace("<f>6*7</f>", "<f>6*7</f><v>42</v>"))))
                .containsExactly("1:42|x");
    }

    @Test
    void theFirstVisibleSheetIsReadAndTheOthersAreTold() throws IOException {
        Path file = write(workbook -> {
            workbook.createSheet("hidden").createRow(0).createCell(0).setCellValue("no");
            XSSFSheet visible = workbook.createSheet("visible");
            visible.createRow(0).createCell(0).setCellValue("yes");
            workbook.setActiveSheet(1);
            workbook.setSheetHidden(0, true);
        });
        assertThat(shown(file)).containsExactly("1:yes");
        try (XlsxTable table = XlsxTable.open(file)) {
            assertThat(table.notices()).containsExactly("only its first visible sheet was read, of 2");
        }
    }

    @Test
    void daysOfA1904WorkbookAreCountedFrom1904() throws IOException {
        Path file = write(workbook -> {
            workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat((short) 14);
            Cell cell = workbook.createSheet().createRow(0).createCell(0);
            cell.setCellValue(1);
            cell.setCellStyle(date);
        });
        assertThat(shown(file)).containsExactly("1:1904-01-02");
    }

    @Test
    void aNumberOfMoreThan15DigitsHasLostItsLastOnes() throws IOException {
        Path file = write(
                workbook -> workbook.createSheet().createRow(0).createCell(0).setCellValue(40702810900000000001d));
        assertThat(shown(file)).containsExactly("1:!A1 precision_lost");
    }

    @Test
    void referencesThatCannotBeAreFaultsOfTheirRow() throws IOException {
        Path file = write(workbook -> {
            XSSFSheet sheet = workbook.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("a");
            sheet.createRow(1).createCell(0).setCellValue("b");
            sheet.createRow(2).createCell(0).setCellValue("c");
        });
        assertThat(shown(edited(file, xml -> xml.replace("r=\"A2\"", "r=\"ZZZZ2\""))))
                .containsExactly("1:a", "2:!A2 bad_cell", "3:c");
        assertThat(shown(edited(file, xml -> xml.replace("<row r=\"2\"", "<row r=\"99999999999\""))))
                .containsExactly("1:a", "2:!bad_cell", "3:c");
        assertThat(shown(edited(file, xml -> xml.replace("<v>1</v>", "<v>abc</v>"))))
                .containsExactly("1:a", "2:!A2 bad_cell", "3:c");
    }

    @Test
    void aCutOrHostileWorkbookIsRefused() throws IOException {
        Path file = write(
                workbook -> workbook.createSheet().createRow(0).createCell(0).setCellValue("a"));
        byte[] bytes = Files.readAllBytes(file);
        Path cut = Files.write(folder.resolve("cut.xlsx"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> Carrier.of(new Export(cut, "cut.xlsx"))).isInstanceOf(Refused.class);
        Path doctype = edited(file, xml -> xml.replace("?>", "?><!DOCTYPE x [<!ENTITY y 'z'>]>"));
        assertThatThrownBy(() -> shown(doctype)).isInstanceOf(Refused.class).hasMessage("DOCTYPE is not allowed");
    }
}
