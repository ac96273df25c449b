package cartera.reports.sheet;

import cartera.reports.Palette;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.poi.ss.usermodel.HorizontalAlignment;

/**
 * How a cell looks. Equal styles share one entry of the workbook, so the 64,000 it may have are never reached.
 *
 * @param fill RRGGBB, or empty
 * @param format number format, {@code General} for texts
 * @param top colour of the line above, or empty
 * @param bottom colour of the line below, or empty
 */
public record Style(
        int size,
        boolean isBold,
        boolean isItalic,
        boolean isUnderlined,
        String ink,
        String fill,
        String format,
        HorizontalAlignment align,
        int indent,
        boolean isWrapped,
        String top,
        String bottom) {

    public static final Style TEXT =
            new Style(11, false, false, false, Palette.INK, "", "General", HorizontalAlignment.LEFT, 0, false, "", "");
    public static final Style NUMBER = TEXT.right();
    public static final Style TITLE = TEXT.sized(17).bold();
    public static final Style SUBTITLE = TEXT.inked(Palette.MUTED);
    public static final Style HEADING = TEXT.sized(12).bold();
    public static final Style LINK = TEXT.inked(Palette.LINK).underlined();
    public static final Style HEADER = TEXT.bold()
            .inked(Palette.HEADER_INK)
            .filled(Palette.HEADER_FILL)
            .below(Palette.ACTUAL)
            .wrapped();

    public Style sized(int points) {
        return new Style(
                points, isBold, isItalic, isUnderlined, ink, fill, format, align, indent, isWrapped, top, bottom);
    }

    public Style bold() {
        return new Style(size, true, isItalic, isUnderlined, ink, fill, format, align, indent, isWrapped, top, bottom);
    }

    public Style italic() {
        return new Style(size, isBold, true, isUnderlined, ink, fill, format, align, indent, isWrapped, top, bottom);
    }

    public Style underlined() {
        return new Style(size, isBold, isItalic, true, ink, fill, format, align, indent, isWrapped, top, bottom);
    }

    public Style inked(String color) {
        return new Style(
                size, isBold, isItalic, isUnderlined, color, fill, format, align, indent, isWrapped, top, bottom);
    }

    public Style filled(String color) {
        return new Style(
                size, isBold, isItalic, isUnderlined, ink, color, format, align, indent, isWrapped, top, bottom);
    }

    public Style formatted(String numberFormat) {
        return new Style(
                size, isBold, isItalic, isUnderlined, ink, fill, numberFormat, align, indent, isWrapped, top, bottom);
    }

    /**
     * The same for a number that is shown as zero: written as zero is, without a sign.
     *
     * @param number as it stands in the cell
     */
    Style ofNumber(BigDecimal number) {
        String[] sections = format.split(";", -1);
        if (sections.length != 3
                || !sections[2].contains("0")
                || number.setScale(decimals(sections[2]), RoundingMode.HALF_UP).signum() != 0) {
            return this;
        }
        return formatted(sections[2] + ";" + sections[2] + ";" + sections[2]);
    }

    private static int decimals(String section) {
        int point = section.indexOf('.');
        int shown = 0;
        while (point >= 0 && point + 1 + shown < section.length() && section.charAt(point + 1 + shown) == '0') {
            shown++;
        }
        return section.contains("%") ? shown + 2 : shown;
    }

    public Style right() {
        return aligned(HorizontalAlignment.RIGHT);
    }

    public Style centred() {
        return aligned(HorizontalAlignment.CENTER);
    }

    private Style aligned(HorizontalAlignment alignment) {
        return new Style(
                size, isBold, isItalic, isUnderlined, ink, fill, format, alignment, indent, isWrapped, top, bottom);
    }

    /** Moves a text away from the number before it; needs the alignment that this style states. */
    public Style indented() {
        return indented(1);
    }

    /** The same by so many characters, from the side to which the cell is aligned. */
    public Style indented(int characters) {
        return new Style(
                size, isBold, isItalic, isUnderlined, ink, fill, format, align, characters, isWrapped, top, bottom);
    }

    public Style wrapped() {
        return new Style(size, isBold, isItalic, isUnderlined, ink, fill, format, align, indent, true, top, bottom);
    }

    public Style above(String color) {
        return new Style(
                size, isBold, isItalic, isUnderlined, ink, fill, format, align, indent, isWrapped, color, bottom);
    }

    public Style below(String color) {
        return new Style(size, isBold, isItalic, isUnderlined, ink, fill, format, align, indent, isWrapped, top, color);
    }
}
