package cartera.sample;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML as 1C does: UTF-8 with a byte order mark, one element a line, indented by tabs. */
final class Xml {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;
    private final Deque<String> open = new ArrayDeque<>();

    Xml() {
        try {
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            text.write("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An element with a text; attributes as name, value, name, value. */
    Xml element(String name, String value, String... attributes) {
        try {
            indent();
            if (value.isEmpty()) {
                out.writeEmptyElement(name);
                attributes(attributes);
            } else {
                out.writeStartElement(name);
                attributes(attributes);
                out.writeCharacters(value);
                out.writeEndElement();
            }
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An element around what {@code content} writes. */
    Xml within(String name, Runnable content, String... attributes) {
        try {
            indent();
            out.writeStartElement(name);
            attributes(attributes);
            open.push(name);
            content.run();
            open.pop();
            indent();
            out.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] bytes() {
        try {
            out.flush();
            return text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private void indent() throws XMLStreamException {
        out.writeCharacters("\n" + "\t".repeat(open.size()));
    }
}
