package cartera.reports.sheet;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The workbook's styles and fonts, one for each {@link Style}. */
final class Styles {

    private final XSSFWorkbook workbook;
    private final Map<Style, XSSFCellStyle> styles = new HashMap<>();
    private final Map<Style, XSSFFont> fonts = new HashMap<>();

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    XSSFCellStyle style(Style style) {
        return styles.computeIfAbsent(style, this::make);
    }

    private XSSFCellStyle make(Style style) {
        XSSFCellStyle made = workbook.createCellStyle();
        made.setFont(font(style));
        made.setDataFormat(workbook.createDataFormat().getFormat(style.format()));
        made.setAlignment(style.align());
        made.setVerticalAlignment(VerticalAlignment.CENTER);
        made.setIndention((short) style.indent());
        made.setWrapText(style.isWrapped());
        fill(made, style.fill());
        lines(made, style);
        return made;
    }

    private static void fill(XSSFCellStyle made, String color) {
        if (!color.isEmpty()) {
            made.setFillForegroundColor(color(color));
            made.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
    }

    private static void lines(XSSFCellStyle made, Style style) {
        if (!style.top().isEmpty()) {
            made.setBorderTop(BorderStyle.THIN);
            made.setTopBorderColor(color(style.top()));
        }
        if (!style.bottom().isEmpty()) {
            made.setBorderBottom(BorderStyle.THIN);
            made.setBottomBorderColor(color(style.bottom()));
        }
    }

    /** Fonts depend on four of the properties: the others are levelled before looking them up. */
    private XSSFFont font(Style style) {
        Style key = Style.TEXT.sized(style.size()).inked(style.ink());
        key = style.isBold() ? key.bold() : key;
        key = style.isItalic() ? key.italic() : key;
        key = style.isUnderlined() ? key.underlined() : key;
        return fonts.computeIfAbsent(key, this::makeFont);
    }

    private XSSFFont makeFont(Style style) {
        XSSFFont font = workbook.createFont();
        font.setFontName("Calibri");
        font.setFontHeightInPoints((short) style.size());
        font.setBold(style.isBold());
        font.setItalic(style.isItalic());
        font.setUnderline(style.isUnderlined() ? Font.U_SINGLE : Font.U_NONE);
        font.setColor(color(style.ink()));
        return font;
    }

    /** Four bytes: the schema refuses colours without alpha. */
    static XSSFColor color(String hex) {
        byte[] rgb = rgb(hex);
        return new XSSFColor(new byte[] {(byte) 0xFF, rgb[0], rgb[1], rgb[2]}, null);
    }

    static byte[] rgb(String hex) {
        int value = Integer.parseInt(hex, 16);
        return new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }
}
