package cartera.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The committed CommerceML documents, read with the JDK's own parser: a second opinion on what the writers wrote. */
final class OneC {

    /** A document in its latest version. */
    record Booked(
            String id,
            String day,
            String operation,
            String role,
            String party,
            boolean counts,
            BigDecimal amount,
            List<Sold> lines) {

        BigDecimal sum() {
            return lines.stream().map(Sold::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        boolean isSale() {
            return counts && role.equals("Продавец") && operation.equals("Отпуск товара");
        }

        boolean isReturn() {
            return counts && role.equals("Продавец") && operation.equals("Возврат товара");
        }
    }

    /** A line. */
    record Sold(String product, BigDecimal amount) {}

    private OneC() {}

    /** All documents by id; a later file wins. */
    static Map<String, Booked> documents() throws IOException {
        Map<String, Booked> documents = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> file :
                Folders.contents(Folders.COMMITTED).entrySet()) {
            if (file.getKey().startsWith("exports/1c/documents_")) {
                for (Element element : children(root(file.getValue()), "Документ")) {
                    Booked document = document(element);
                    documents.put(document.id(), document);
                }
            }
        }
        return documents;
    }

    private static Booked document(Element element) {
        Element party = children(child(element, "Контрагенты"), "Контрагент").get(0);
        boolean isPosted = children(child(element, "ЗначенияРеквизитов"), "ЗначениеРеквизита").stream()
                .anyMatch(fact -> text(fact, "Наименование").equals("Проведен")
                        && text(fact, "Значение").equals("true"));
        return new Booked(
                text(element, "Ид"),
                text(element, "Дата"),
                text(element, "ХозОперация"),
                text(element, "Роль"),
                text(party, "Ид"),
                isPosted && text(element, "ПометкаУдаления").equals("false"),
                new BigDecimal(text(element, "Сумма")),
                children(child(element, "Товары"), "Товар").stream()
                        .map(line -> new Sold(text(line, "Ид"), new BigDecimal(text(line, "Сумма"))))
                        .toList());
    }

    static Element root(byte[] xml) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    static Element child(Element parent, String name) {
        return children(parent, name).get(0);
    }

    static String text(Element parent, String name) {
        return child(parent, name).getTextContent();
    }
}
