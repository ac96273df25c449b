package cartera.jobs.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet needs of the rest of its workbook.
 *
 * @param sheets in their order
 * @param counts1904 whether days count from 1904
 * @param dateStyles for each cell style whether it shows a date
 */
record WorkbookParts(List<Sheet> sheets, boolean counts1904, List<Boolean> dateStyles) {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    record Sheet(String name, String relation, boolean isVisible) {}

    static WorkbookParts read(InputStream workbook, @Nullable InputStream styles)
            throws IOException, XMLStreamException {
        List<Sheet> sheets = new ArrayList<>();
        boolean counts1904 = false;
        try (workbook) {
            XMLStreamReader xml = Xml.of(workbook);
            while (Xml.next(xml) != XMLStreamConstants.END_DOCUMENT) {
                if (xml.isStartElement() && xml.getLocalName().equals("sheet")) {
                    sheets.add(sheet(xml));
                } else if (xml.isStartElement() && xml.getLocalName().equals("workbookPr")) {
                    String flag = xml.getAttributeValue(null, "date1904");
                    counts1904 = "1".equals(flag) || "true".equals(flag);
                }
            }
        }
        return new WorkbookParts(sheets, counts1904, styles == null ? List.of() : dateStyles(styles));
    }

    Sheet firstVisible() {
        return sheets.stream()
                .filter(Sheet::isVisible)
                .findFirst()
                .orElseThrow(() -> new Refused("the workbook has no visible sheet"));
    }

    boolean isDate(int style) {
        return style >= 0 && style < dateStyles.size() && dateStyles.get(style);
    }

    private static Sheet sheet(XMLStreamReader xml) {
        String relation = xml.getAttributeValue(RELATIONS, "id");
        String state = xml.getAttributeValue(null, "state");
        return new Sheet(
                xml.getAttributeValue(null, "name"),
                relation == null ? xml.getAttributeValue(STRICT_RELATIONS, "id") : relation,
                state == null || state.equals("visible"));
    }

    private static List<Boolean> dateStyles(InputStream styles) throws IOException, XMLStreamException {
        Map<Integer, String> formats = new HashMap<>();
        List<Boolean> dates = new ArrayList<>();
        boolean isInCells = false;
        try (styles) {
            XMLStreamReader xml = Xml.of(styles);
            for (int event = Xml.next(xml); event != XMLStreamConstants.END_DOCUMENT; event = Xml.next(xml)) {
                if (xml.isEndElement() && xml.getLocalName().equals("cellXfs")) {
                    isInCells = false;
                } else if (xml.isStartElement() && xml.getLocalName().equals("cellXfs")) {
                    isInCells = true;
                } else if (xml.isStartElement() && xml.getLocalName().equals("numFmt")) {
                    formats.put(number(xml, "numFmtId"), xml.getAttributeValue(null, "formatCode"));
                } else if (isInCells
                        && xml.isStartElement()
                        && xml.getLocalName().equals("xf")) {
                    int id = number(xml, "numFmtId");
                    dates.add(DateUtil.isADateFormat(id, formats.get(id)));
                }
            }
        }
        return dates;
    }

    private static int number(XMLStreamReader xml, String attribute) {
        String text = xml.getAttributeValue(null, attribute);
        return text != null && text.matches("\\d{1,8}") ? Integer.parseInt(text) : 0;
    }
}
