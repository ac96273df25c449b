package cartera.reports.sheet;

import cartera.reports.Palette;
import cartera.reports.Typeface;
import cartera.reports.Value;
import cartera.reports.text.Sentence;
import java.awt.Font;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Color;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFColorScaleFormatting;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingThreshold;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.apache.poi.xssf.usermodel.XSSFTable;

/** One sheet. Rows and columns count from 0. Data become cells only through {@link #text}, {@link #value} and {@link #date}; a formula is never made of data. */
public final class Page {

    private static final double LOW_ROW = 17;
    private static final double LINE = 14.5;

    private final Book book;
    private final XSSFSheet sheet;
    private final List<Extensions.Sparkline> sparklines = new ArrayList<>();
    private final List<Extensions.DataBar> bars = new ArrayList<>();

    Page(Book book, XSSFSheet sheet) {
        this.book = book;
        this.sheet = sheet;
        sheet.setDisplayGridlines(false);
        sheet.setPrintGridlines(false);
    }

    public String name() {
        return sheet.getSheetName();
    }

    public XSSFSheet sheet() {
        return sheet;
    }

    /** Widths of the first columns, in characters. */
    public void widths(double... characters) {
        for (int i = 0; i < characters.length; i++) {
            width(i, characters[i]);
        }
    }

    public void width(int column, double characters) {
        sheet.setColumnWidth(column, (int) Math.round(characters * 256));
    }

    public void height(int row, double points) {
        row(row).setHeightInPoints((float) points);
    }

    /** Makes the row as high as its longest wrapped text needs. */
    public void fit(int row) {
        int lines = 1;
        for (Cell cell : row(row)) {
            if (cell.getCellType() == CellType.STRING && cell.getCellStyle().getWrapText()) {
                lines = Math.max(lines, lines((XSSFCell) cell));
            }
        }
        height(row, Math.max(LOW_ROW, LINE * lines + 2.5));
    }

    private int lines(XSSFCell cell) {
        XSSFFont font = cell.getCellStyle().getFont();
        float points = font.getFontHeightInPoints();
        double characters = sheet.getColumnWidth(cell.getColumnIndex()) / 256.0;
        Font measure = font.getBold() ? Typeface.bold(points) : Typeface.plain(points);
        return Lines.of(
                cell.getStringCellValue(),
                characters,
                measure,
                cell.getCellStyle().getIndention());
    }

    public void text(int row, int column, String text, Style style) {
        XSSFCell cell = cell(row, column, style);
        String clean = Text.clean(text);
        cell.setCellValue(clean);
        if (Text.isFormulaLike(clean)) {
            quote(cell, style);
        }
    }

    /** Keeps the text a text after somebody edits the cell. */
    private void quote(XSSFCell cell, Style style) {
        var quoted = book.workbook().createCellStyle();
        quoted.cloneStyleFrom(book.styles().style(style));
        quoted.setQuotePrefixed(true);
        cell.setCellStyle(quoted);
    }

    public void sentence(int row, int column, Sentence sentence, Style style) {
        text(row, column, sentence.text(), style);
        book.said(this, row, column, sentence);
    }

    /** The value, unrounded, in the unit of its column: {@code number / 10^power}. */
    public void value(int row, int column, Value value, int power, Style style) {
        BigDecimal number = value.number().movePointLeft(power);
        cell(row, column, style.ofNumber(number)).setCellValue(number.doubleValue());
        book.placed(new Book.Place(this, row, column, power, value));
    }

    /** A live formula that must come to {@code value}. */
    public void formula(int row, int column, String formula, Value value, int power, Style style) {
        cell(row, column, style.ofNumber(value.number().movePointLeft(power))).setCellFormula(formula);
        book.placed(new Book.Place(this, row, column, power, value));
    }

    public void number(int row, int column, double number, Style style) {
        cell(row, column, style).setCellValue(number);
    }

    public void date(int row, int column, LocalDate date, Style style) {
        cell(row, column, style).setCellValue(date);
    }

    public void moment(int row, int column, LocalDateTime moment, Style style) {
        cell(row, column, style).setCellValue(moment);
    }

    /** Style without content, for lines and fills that run on. */
    public void blank(int row, int from, int to, Style style) {
        for (int column = from; column <= to; column++) {
            if (row(row).getCell(column) == null) {
                cell(row, column, style);
            }
        }
    }

    /** Joins cells of a row: only for headings over a table, never inside one. */
    public void merge(int row, int from, int to) {
        sheet.addMergedRegion(new CellRangeAddress(row, row, from, to));
    }

    /** Makes the cell a link to a cell of this workbook. */
    public void link(int row, int column, String reference) {
        XSSFHyperlink link = book.workbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress(reference);
        row(row).getCell(column).setHyperlink(link);
    }

    /** A note that shows when the pointer rests on the cell. */
    public void note(int row, int column, String text) {
        XSSFClientAnchor anchor = new XSSFClientAnchor(0, 0, 0, 0, column + 1, row, column + 4, row + 5);
        Comment note = sheet.createDrawingPatriarch().createCellComment(anchor);
        note.setString(book.workbook().getCreationHelper().createRichTextString(text));
        note.setAuthor("Cartera");
        row(row).getCell(column).setCellComment(note);
    }

    public void sparkline(int row, int column, String range, String lastColor) {
        sparklines.add(new Extensions.Sparkline(range, new CellReference(row, column).formatAsString(), lastColor));
    }

    public void bars(CellRangeAddress range, String color) {
        bars.add(new Extensions.DataBar(range, color));
    }

    /** Shades from white at zero to {@code color} at the largest number of all these cells. */
    public void shade(List<CellRangeAddress> ranges, String color) {
        XSSFSheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
        XSSFConditionalFormattingRule rule = formats.createConditionalFormattingColorScaleRule();
        XSSFColorScaleFormatting scale = rule.getColorScaleFormatting();
        scale.setNumControlPoints(2);
        XSSFConditionalFormattingThreshold[] ends = scale.getThresholds();
        ends[0].setRangeType(ConditionalFormattingThreshold.RangeType.NUMBER);
        ends[0].setValue(0d);
        ends[1].setRangeType(ConditionalFormattingThreshold.RangeType.MAX);
        scale.setThresholds(ends);
        scale.setColors(new Color[] {Styles.color(Palette.WHITE), Styles.color(color)});
        formats.addConditionalFormatting(ranges.toArray(CellRangeAddress[]::new), rule);
    }

    /** Makes the range, whose first row holds the headers, an Excel table with filter buttons. */
    public void table(CellRangeAddress range, String name) {
        AreaReference area = new AreaReference(range.formatAsString(), SpreadsheetVersion.EXCEL2007);
        XSSFTable table = sheet.createTable(area);
        table.setName(name);
        table.setDisplayName(name);
        table.getCTTable().addNewAutoFilter().setRef(range.formatAsString());
        table.updateHeaders();
    }

    /** The next printed page begins after this row. */
    public void breakAfter(int row) {
        sheet.setRowBreak(row);
    }

    /** The cell with its sheet, absolute, for formulas and links. */
    public String reference(int row, int column) {
        return new CellReference(name(), row, column, true, true).formatAsString();
    }

    /** The cell on this sheet, relative, for formulas. */
    public static String cellName(int row, int column) {
        return new CellReference(row, column).formatAsString();
    }

    /** A range of one row with its sheet. */
    public String rowRange(int row, int from, int to) {
        return reference(row, from) + ":" + new CellReference(row, to, true, true).formatAsString();
    }

    /** A4 landscape, one page wide; {@code pagesTall} 0 is as many as it takes. */
    public void print(int lastRow, int lastColumn, int pagesTall, String footerLeft, String footerRight) {
        var setup = sheet.getPrintSetup();
        setup.setPaperSize(PaperSize.A4_PAPER);
        setup.setLandscape(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) pagesTall);
        sheet.setFitToPage(true);
        sheet.setMargin(PageMargin.LEFT, 0.4);
        sheet.setMargin(PageMargin.RIGHT, 0.4);
        sheet.setMargin(PageMargin.TOP, 0.45);
        sheet.setMargin(PageMargin.BOTTOM, 0.55);
        sheet.getFooter().setLeft("&8" + footerLeft.replace("&", "&&"));
        sheet.getFooter().setRight("&8" + footerRight.replace("&", "&&") + " · &P / &N");
        book.workbook().setPrintArea(book.workbook().getSheetIndex(sheet), 0, lastColumn, 0, lastRow);
    }

    /** Rows that every printed page after them repeats. */
    public void repeatRows(int from, int to) {
        sheet.setRepeatingRows(new CellRangeAddress(from, to, -1, -1));
    }

    public void freeze(int columns, int rows) {
        sheet.createFreezePane(columns, rows);
    }

    void finish() {
        if (!bars.isEmpty()) {
            Extensions.dataBars(sheet, bars);
        }
        if (!sparklines.isEmpty()) {
            Extensions.sparklines(sheet, sparklines);
        }
    }

    private XSSFCell cell(int row, int column, Style style) {
        XSSFRow line = row(row);
        XSSFCell cell = line.getCell(column) == null ? line.createCell(column) : line.getCell(column);
        cell.setCellStyle(book.styles().style(style));
        return cell;
    }

    private XSSFRow row(int row) {
        XSSFRow line = sheet.getRow(row);
        return line == null ? sheet.createRow(row) : line;
    }
}
