package cartera.jobs.read;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.sf.saxon.s9api.BuildingStreamWriter;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.streams.Steps;

/** Copies parts of an XML stream into trees, names without their namespaces. */
final class TreeMaker {

    private final Processor saxon;

    TreeMaker(Processor saxon) {
        this.saxon = saxon;
    }

    /** The element at the cursor with all that is in it; leaves the cursor at its end. */
    XdmNode subtree(XMLStreamReader xml) throws XMLStreamException {
        BuildingStreamWriter writer = writer();
        start(xml, writer);
        int textChars = 0;
        for (int depth = 1; depth > 0; ) {
            switch (Xml.next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    start(xml, writer);
                    textChars = 0;
                    depth++;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    writer.writeEndElement();
                    textChars = 0;
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    textChars += xml.getTextLength();
                    if (textChars > Xml.MAX_TEXT_CHARS) {
                        throw new Refused("a text of more than %d letters stands at line %d"
                                .formatted(Xml.MAX_TEXT_CHARS, xml.getLocation().getLineNumber()));
                    }
                    writer.writeCharacters(xml.getText());
                }
                default -> {}
            }
        }
        return finish(writer);
    }

    /** The element at the cursor with its attributes alone. */
    XdmNode bare(XMLStreamReader xml) throws XMLStreamException {
        BuildingStreamWriter writer = writer();
        start(xml, writer);
        writer.writeEndElement();
        return finish(writer);
    }

    BuildingStreamWriter writer() throws XMLStreamException {
        try {
            BuildingStreamWriter writer = saxon.newDocumentBuilder().newBuildingStreamWriter();
            writer.writeStartDocument();
            return writer;
        } catch (SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }

    XdmNode finish(BuildingStreamWriter writer) throws XMLStreamException {
        writer.writeEndDocument();
        try {
            return writer.getDocumentNode().select(Steps.child()).asNode();
        } catch (SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void start(XMLStreamReader xml, BuildingStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            writer.writeAttribute(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
    }
}
