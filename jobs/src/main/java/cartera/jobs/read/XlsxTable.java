package cartera.jobs.read;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * The first visible sheet of a workbook, row by row. Formulas are not computed: their stored value counts. Dates come
 * out in ISO form, numbers as plain digits, errors as empty cells. The dimension that a sheet declares is not believed.
 */
public final class XlsxTable implements Table {

    private static final int MAX_ROW = 1_048_576;
    private static final int MAX_COLUMN = 16_384;
    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})(\\d{1,7})");
    /** As many digits as Excel itself keeps: what stands beyond them is noise of binary fractions. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    private final OPCPackage zip;
    private final InputStream stream;
    private final XMLStreamReader xml;
    private final ReadOnlySharedStringsTable strings;
    private final WorkbookParts parts;
    private long rowNumber;

    private XlsxTable(OPCPackage zip) throws IOException, OpenXML4JException, SAXException, XMLStreamException {
        XSSFReader reader = new XSSFReader(zip);
        this.zip = zip;
        this.strings = new ReadOnlySharedStringsTable(zip);
        this.parts = WorkbookParts.read(reader.getWorkbookData(), styles(reader));
        this.stream = reader.getSheet(parts.firstVisible().relation());
        this.xml = Xml.of(stream);
    }

    private static @Nullable InputStream styles(XSSFReader reader) throws IOException, OpenXML4JException {
        return reader.getStylesData();
    }

    public static XlsxTable open(Path file) throws IOException {
        try (ZipFile zip = ZipLimits.open(file)) {
            ZipLimits.entries(zip, ZipLimits.MAX_WORKBOOK_BYTES);
        }
        OPCPackage zip = null;
        try {
            zip = OPCPackage.open(file.toFile(), PackageAccess.READ);
            return new XlsxTable(zip);
        } catch (OpenXML4JException
                | OpenXML4JRuntimeException
                | SAXException
                | XMLStreamException
                | IllegalArgumentException
                | IllegalStateException
                | NullPointerException e) {
            // POI throws any of these for a workbook that is not whole
            revert(zip);
            throw new Refused("it is no whole XLSX workbook: save it again");
        } catch (IOException | Refused e) {
            revert(zip);
            throw e;
        }
    }

    private static void revert(@Nullable OPCPackage zip) {
        if (zip != null) {
            zip.revert();
        }
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            while (xml.hasNext()) {
                if (Xml.next(xml) == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    Row row = row();
                    if (row.fault() != null
                            || row.cells().length > 0
                            || !row.cellFaults().isEmpty()) {
                        return row;
                    }
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw Xml.broken(e);
        }
    }

    /** One row; it grows from row to row, so that a number that stands twice or goes back is a fault. */
    private Row row() throws XMLStreamException {
        String declared = xml.getAttributeValue(null, "r");
        long number = declared == null ? rowNumber + 1 : declared.matches("\\d{1,7}") ? Long.parseLong(declared) : 0;
        boolean isGood = number > rowNumber && number <= MAX_ROW;
        rowNumber = isGood ? number : rowNumber + 1;
        Cells cells = new Cells();
        while (!(Xml.next(xml) == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals("row"))) {
            if (xml.isStartElement() && xml.getLocalName().equals("c")) {
                cell(cells);
            }
        }
        return isGood
                ? cells.row(rowNumber)
                : Row.damaged(rowNumber, new Fault(Reason.BAD_CELL, "a row number that cannot be"));
    }

    private void cell(Cells cells) throws XMLStreamException {
        int column = column(xml.getAttributeValue(null, "r"), cells.length);
        String type = xml.getAttributeValue(null, "t");
        String style = xml.getAttributeValue(null, "s");
        StringBuilder value = new StringBuilder();
        String inside = "";
        while (!(Xml.next(xml) == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals("c"))) {
            if (xml.isStartElement()) {
                // phonetic runs of an inline string are no part of it
                inside = inside.equals("rPh") ? inside : xml.getLocalName();
            } else if (xml.isEndElement()) {
                inside = inside.equals("rPh") && !xml.getLocalName().equals("rPh") ? inside : "";
            } else if (xml.isCharacters() && (inside.equals("v") || inside.equals("t"))) {
                value.append(xml.getText());
            }
        }
        if (column < 0) {
            cells.fault(cells.length, new Fault(Reason.BAD_CELL, "a cell reference that cannot be"));
        } else if (value.length() > CsvTable.MAX_FIELD_CHARS) {
            cells.fault(column, new Fault(Reason.TOO_LONG, "a cell of more than %d letters".formatted(value.length())));
        } else {
            put(cells, column, type == null ? "n" : type, style, value.toString());
        }
    }

    private int column(@Nullable String reference, int next) {
        if (reference == null) {
            return next;
        }
        Matcher matcher = REFERENCE.matcher(reference);
        if (!matcher.matches() || Long.parseLong(matcher.group(2)) != rowNumber) {
            return -1;
        }
        int column = CellReference.convertColStringToIndex(matcher.group(1));
        return column < MAX_COLUMN ? column : -1;
    }

    private void put(Cells cells, int column, String type, @Nullable String style, String value) {
        switch (type) {
            case "s" -> shared(cells, column, value);
            case "str", "inlineStr", "d" -> cells.put(column, value);
            case "b" -> cells.put(column, value.equals("1") ? "true" : "false");
            case "e" -> cells.put(column, "");
            default -> number(cells, column, style, value);
        }
    }

    private void shared(Cells cells, int column, String value) {
        int index = value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
        if (index < 0 || index >= strings.getUniqueCount()) {
            cells.fault(column, new Fault(Reason.BAD_CELL, "it points to a text that the workbook has not"));
        } else {
            cells.put(column, strings.getItemAt(index).getString());
        }
    }

    private void number(Cells cells, int column, @Nullable String style, String value) {
        if (value.isBlank()) {
            cells.put(column, "");
            return;
        }
        if (!value.matches("[+-]?[0-9]{0,40}(\\.[0-9]{0,40})?([eE][+-]?[0-9]{1,2})?") || !value.matches(".*[0-9].*")) {
            cells.fault(column, new Fault(Reason.BAD_CELL, "it says number and is none"));
            return;
        }
        BigDecimal number = new BigDecimal(value);
        if (parts.isDate(style == null || !style.matches("\\d{1,6}") ? 0 : Integer.parseInt(style))) {
            date(cells, column, number);
        } else if (isWhole(number) && number.precision() - number.scale() > DIGITS.getPrecision()) {
            cells.fault(column, new Fault(Reason.PRECISION_LOST, "a number of more than 15 digits: format it as text"));
        } else {
            cells.put(column, plain(number));
        }
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private static String plain(BigDecimal number) {
        BigDecimal rounded = number.round(DIGITS).stripTrailingZeros();
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }

    private void date(Cells cells, int column, BigDecimal serial) {
        double days = serial.doubleValue();
        if (!DateUtil.isValidExcelDate(days) || days > 2_958_465.99999) {
            cells.fault(column, new Fault(Reason.DATE, "a day that no calendar has"));
            return;
        }
        LocalDateTime time = DateUtil.getLocalDateTime(days, parts.counts1904(), true);
        boolean isDay = time.toLocalTime().toSecondOfDay() == 0;
        cells.put(
                column,
                isDay
                        ? time.toLocalDate().toString()
                        : time.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", java.util.Locale.ROOT)));
    }

    @Override
    public String position(long line, int column) {
        return column < 0 ? "row " + line : CellReference.convertNumToColString(column) + line;
    }

    @Override
    public boolean mayEndEarly() {
        return true;
    }

    @Override
    public List<String> notices() {
        return parts.sheets().size() > 1
                ? List.of("only its first visible sheet was read, of %d"
                        .formatted(parts.sheets().size()))
                : List.of();
    }

    @Override
    public void close() throws IOException {
        stream.close();
        zip.revert();
    }

    /** The cells of a row as they come. */
    private static final class Cells {

        private String[] texts = new String[16];
        private int length;
        private final Map<Integer, Fault> faults = new HashMap<>();

        void put(int column, String text) {
            if (text.isEmpty()) {
                return;
            }
            if (column >= texts.length) {
                texts = Arrays.copyOf(texts, Math.max(2 * texts.length, column + 1));
            }
            texts[column] = text;
            length = Math.max(length, column + 1);
        }

        void fault(int column, Fault fault) {
            faults.putIfAbsent(column, fault);
        }

        Row row(long number) {
            String[] cells = new String[length];
            for (int i = 0; i < length; i++) {
                cells[i] = texts[i] == null ? "" : texts[i];
            }
            return new Row(number, cells, null, faults.isEmpty() ? Map.of() : Map.copyOf(faults));
        }
    }
}
