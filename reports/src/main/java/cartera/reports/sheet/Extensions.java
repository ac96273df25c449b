package cartera.reports.sheet;

import cartera.reports.Palette;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCfRule;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTConditionalFormatting;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataBar;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTExtension;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTExtensionList;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCfType;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCfvoType;

/** Sparklines and solid data bars, for which POI has no interface: Office's 2009 extensions, written by hand. */
final class Extensions {

    private static final String NAMESPACES =
            "xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\""
                    + " xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\"";
    private static final String SPARKLINES = "{05C60535-1F16-4fd2-B633-F4F36F0B64E0}";
    private static final String FORMATS = "{78C0D931-6437-407d-A8EE-F0AAD7539E65}";
    private static final String RULE_ID = "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}";

    private Extensions() {}

    /** One line in a cell: {@code range} with its sheet, {@code cell} on this sheet. */
    record Sparkline(String range, String cell, String lastColor) {}

    record DataBar(CellRangeAddress range, String color) {

        /** The same for the same place of the same sheet: ids must not be random. */
        String id(String sheet) {
            String place = sheet + "!" + range.formatAsString();
            return "{"
                    + UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8))
                            .toString()
                            .toUpperCase(Locale.ROOT) + "}";
        }
    }

    static void sparklines(XSSFSheet sheet, List<Sparkline> lines) {
        StringBuilder xml = new StringBuilder("<x14:sparklineGroups " + NAMESPACES + ">");
        lines.forEach(line -> xml.append(group(line)));
        extend(
                extensions(sheet.getCTWorksheet()),
                SPARKLINES,
                xml.append("</x14:sparklineGroups>").toString());
    }

    private static String group(Sparkline line) {
        return """
                <x14:sparklineGroup lineWeight="1.5" displayEmptyCellsAs="gap" last="1">\
                <x14:colorSeries rgb="FF%1$s"/><x14:colorNegative rgb="FF%2$s"/><x14:colorAxis rgb="FF000000"/>\
                <x14:colorMarkers rgb="FF%1$s"/><x14:colorFirst rgb="FF%1$s"/><x14:colorLast rgb="FF%2$s"/>\
                <x14:colorHigh rgb="FF%1$s"/><x14:colorLow rgb="FF%1$s"/>\
                <x14:sparklines><x14:sparkline><xm:f>%3$s</xm:f><xm:sqref>%4$s</xm:sqref></x14:sparkline></x14:sparklines>\
                </x14:sparklineGroup>""".formatted(Palette.MUTED, line.lastColor(), escape(line.range()), line.cell());
    }

    /** A bar is two halves with one id: a plain rule, and its 2009 form. All bars of a sheet stand in one extension. */
    static void dataBars(XSSFSheet sheet, List<DataBar> bars) {
        StringBuilder xml = new StringBuilder("<x14:conditionalFormattings " + NAMESPACES + ">");
        for (int i = 0; i < bars.size(); i++) {
            rule(sheet, bars.get(i), 100 + i);
            xml.append(bar(bars.get(i), bars.get(i).id(sheet.getSheetName())));
        }
        extend(
                extensions(sheet.getCTWorksheet()),
                FORMATS,
                xml.append("</x14:conditionalFormattings>").toString());
    }

    private static void rule(XSSFSheet sheet, DataBar bar, int priority) {
        CTConditionalFormatting format = sheet.getCTWorksheet().addNewConditionalFormatting();
        format.setSqref(List.of(bar.range().formatAsString()));
        CTCfRule rule = format.addNewCfRule();
        rule.setType(STCfType.DATA_BAR);
        rule.setPriority(priority);
        CTDataBar plain = rule.addNewDataBar();
        plain.addNewCfvo().setType(STCfvoType.MIN);
        plain.addNewCfvo().setType(STCfvoType.MAX);
        plain.addNewColor().setRgb(Styles.color(bar.color()).getARGB());
        extend(
                rule.addNewExtLst(),
                RULE_ID,
                "<x14:id " + NAMESPACES + ">" + bar.id(sheet.getSheetName()) + "</x14:id>");
    }

    private static String bar(DataBar bar, String id) {
        return """
                <x14:conditionalFormatting><x14:cfRule type="dataBar" id="%1$s">\
                <x14:dataBar minLength="0" maxLength="100" gradient="0" axisPosition="automatic">\
                <x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="autoMax"/>\
                <x14:negativeFillColor rgb="FF%2$s"/><x14:axisColor rgb="FF%3$s"/>\
                </x14:dataBar></x14:cfRule><xm:sqref>%4$s</xm:sqref></x14:conditionalFormatting>""".formatted(id, Palette.BAR_BAD, Palette.MUTED, bar.range().formatAsString());
    }

    private static CTExtensionList extensions(CTWorksheet sheet) {
        return sheet.isSetExtLst() ? sheet.getExtLst() : sheet.addNewExtLst();
    }

    private static void extend(CTExtensionList list, String uri, String xml) {
        CTExtension extension = list.addNewExt();
        extension.setUri(uri);
        try (XmlCursor from = XmlObject.Factory.parse(xml).newCursor();
                XmlCursor to = extension.newCursor()) {
            from.toFirstChild();
            to.toEndToken();
            from.copyXml(to);
        } catch (XmlException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
