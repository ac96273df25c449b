package cartera.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The leads export as a workbook: text cells, numbers as numbers or text, some dates as true dates. */
final class Workbook {

    private static final Pattern SCIENTIFIC = Pattern.compile("<v>(\\d[\\d.]*E\\d+|\\d+(?=\\.0<))(?:\\.0)?</v>");

    private Workbook() {}

    static byte[] write(List<Deal> deals, Map<String, Function<Deal, String>> columns) {
        try (XSSFWorkbook inner = new XSSFWorkbook();
                SXSSFWorkbook workbook = new SXSSFWorkbook(inner, 100, false, true)) {
            // the JDK reads no streamed entry with sizes of 64 bits
            workbook.setZip64Mode(Zip64Mode.AsNeeded);
            CoreProperties properties = inner.getProperties().getCoreProperties();
            properties.setCreated(Optional.of(Date.from(Crm.EXPORTED_AT.toInstant(ZoneOffset.UTC))));
            properties.setCreator("amoCRM");
            fill(workbook, deals, columns);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return withFixedTimes(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(SXSSFWorkbook workbook, List<Deal> deals, Map<String, Function<Deal, String>> columns) {
        CellStyle moment = workbook.createCellStyle();
        moment.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy hh:mm:ss"));
        Sheet sheet = workbook.createSheet("Сделки");
        Row header = sheet.createRow(0);
        columns.keySet().forEach(name -> next(header).setCellValue(name));
        for (Deal deal : deals) {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            columns.forEach((name, value) -> cell(next(row), name, value.apply(deal), deal, moment));
        }
    }

    private static Cell next(Row row) {
        return row.createCell(Math.max(0, row.getLastCellNum()));
    }

    /** Every seventh budget is text with a blank between thousands, every eleventh moment of creation a date cell. */
    private static void cell(Cell cell, String name, String text, Deal deal, CellStyle moment) {
        if (name.equals("ID")) {
            cell.setCellValue(deal.id());
        } else if (name.startsWith("Бюджет") && deal.id() % 7 > 0) {
            cell.setCellValue(deal.roubles());
        } else if (name.startsWith("Бюджет")) {
            cell.setCellValue(text.replaceAll("\\B(?=(\\d{3})+$)", " "));
        } else if (name.equals("Дата создания") && deal.id() % 11 == 0) {
            cell.setCellValue(deal.createdAt());
            cell.setCellStyle(moment);
        } else if (!text.isEmpty()) {
            cell.setCellValue(text);
        }
    }

    /** A number of a sheet as other programs write it: 26900010, where POI writes 2.690001E7. */
    private static byte[] plainNumbers(String name, byte[] xml) {
        if (!name.startsWith("xl/worksheets/")) {
            return xml;
        }
        String plain = SCIENTIFIC
                .matcher(new String(xml, StandardCharsets.UTF_8))
                .replaceAll(number -> "<v>" + new BigDecimal(number.group(1)).toPlainString() + "</v>");
        return plain.getBytes(StandardCharsets.UTF_8);
    }

    /** The same archive with entries by name and one time for all, so that equal workbooks have equal bytes. */
    private static byte[] withFixedTimes(byte[] workbook) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), plainNumbers(entry.getName(), in.readAllBytes()));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setLevel(9);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(Export.entry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
