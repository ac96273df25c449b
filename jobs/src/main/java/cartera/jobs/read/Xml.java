package cartera.jobs.read;

import java.io.InputStream;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The streaming XML parser of the JDK with everything dangerous off. The factory is named, so that no other parser on
 * the class path takes its place.
 */
final class Xml {

    static final int MAX_TEXT_CHARS = 1 << 20;

    private Xml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", "64");
        factory.setProperty("http://www.oracle.com/xml/jaxp/properties/elementAttributeLimit", "200");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("an external entity is not allowed");
        });
        return factory;
    }

    static XMLStreamReader of(Reader text) throws XMLStreamException {
        return factory().createXMLStreamReader(text);
    }

    static XMLStreamReader of(InputStream bytes) throws XMLStreamException {
        return factory().createXMLStreamReader(bytes, "UTF-8");
    }

    /** The next event; refuses a document type, an entity and a text without end. */
    static int next(XMLStreamReader xml) {
        try {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new Refused("DOCTYPE is not allowed");
            }
            if (event == XMLStreamConstants.ENTITY_REFERENCE || event == XMLStreamConstants.ENTITY_DECLARATION) {
                throw new Refused("entities are not allowed (line %d)"
                        .formatted(xml.getLocation().getLineNumber()));
            }
            return event;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** The parser's words are not for users: they may quote the text of the file. */
    static Refused broken(XMLStreamException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        String text = e.getMessage() == null ? "" : e.getMessage();
        if (text.contains("JAXP00")) {
            return new Refused("the XML goes beyond the limits of depth or attributes (line %d)".formatted(line));
        }
        return new Refused("the XML is cut or damaged at line %d: nothing is loaded from it, export it again"
                .formatted(Math.max(1, line)));
    }
}
