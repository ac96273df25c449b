package cartera.jobs.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmValue;
import org.jspecify.annotations.Nullable;

/**
 * The records of an XML file: every element of a given name, wherever it stands but inside another record. Only one
 * record is in memory at a time. A file that is cut or damaged anywhere is refused as a whole.
 */
public final class XmlTrees implements Trees {

    private final Reader text;
    private final XMLStreamReader xml;
    private final TreeMaker maker;
    private final Set<String> records;
    private final Set<String> context;
    private final Charset charset;
    private final List<XdmItem> file = new ArrayList<>();
    private final Set<String> passed = new TreeSet<>();
    private int depth;
    private String part = "";
    private boolean isPartUsed;
    private long line;
    private long count;

    private XmlTrees(
            Reader text,
            XMLStreamReader xml,
            Charset charset,
            Processor saxon,
            Set<String> records,
            Set<String> context) {
        this.text = text;
        this.xml = xml;
        this.charset = charset;
        this.maker = new TreeMaker(saxon);
        this.records = records;
        this.context = context;
    }

    /**
     * Opens a file.
     *
     * @param records names of the elements that are records
     * @param context names of elements that stand before the records and are kept for {@link #file}
     */
    public static XmlTrees open(Path file, Processor saxon, Set<String> records, Set<String> context)
            throws IOException {
        Encoding encoding = Encoding.of(file);
        Reader text = text(file, encoding);
        try {
            return new XmlTrees(text, Xml.of(text), encoding.charset(), saxon, records, context);
        } catch (XMLStreamException e) {
            text.close();
            throw Xml.broken(e);
        }
    }

    private static Reader text(Path file, Encoding encoding) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(encoding.markBytes());
        return new AfterBlanks(new InputStreamReader(
                in,
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /**
     * Names of the root and of its children, children in their order and each once; for recognition. Stops at the first
     * child that {@code decisive} holds.
     */
    public static List<String> outline(Path file, Set<String> decisive) throws IOException {
        Encoding encoding = Encoding.of(file);
        try (Reader text = text(file, encoding)) {
            XMLStreamReader xml = Xml.of(text);
            List<String> names = new ArrayList<>();
            int depth = 0;
            for (int event = Xml.next(xml); event != XMLStreamConstants.END_DOCUMENT; event = Xml.next(xml)) {
                depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
                if (event == XMLStreamConstants.START_ELEMENT && depth++ < 2 && !names.contains(xml.getLocalName())) {
                    names.add(xml.getLocalName());
                    if (decisive.contains(xml.getLocalName())) {
                        return names;
                    }
                }
            }
            return names;
        } catch (XMLStreamException e) {
            throw Xml.broken(e);
        }
    }

    @Override
    public @Nullable Tree next() throws IOException {
        try {
            return advance();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof CharacterCodingException ? undecodable() : Xml.broken(e);
        }
    }

    private @Nullable Tree advance() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                leavePart();
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (records.contains(xml.getLocalName()) && depth > 0) {
                    return record();
                }
                keep();
            }
        }
        return null;
    }

    private void leavePart() {
        if (depth == 1 && !isPartUsed) {
            passed.add(part);
        }
    }

    private Tree record() throws XMLStreamException {
        long physical = xml.getLocation().getLineNumber();
        boolean isOwnLine = physical > line;
        line = Math.max(physical, line + 1);
        count++;
        isPartUsed = true;
        return new Tree(line, isOwnLine ? "line " + physical : "record " + count, maker.subtree(xml), null);
    }

    private void keep() throws XMLStreamException {
        if (depth == 0) {
            file.add(maker.bare(xml));
            depth++;
        } else if (context.contains(xml.getLocalName())) {
            file.add(maker.subtree(xml));
        } else {
            if (depth == 1) {
                part = xml.getLocalName();
                isPartUsed = false;
            }
            depth++;
        }
    }

    private Refused undecodable() {
        return new Refused("bytes that are no %s text stand near line %d: export it again"
                .formatted(charset.name(), xml.getLocation().getLineNumber()));
    }

    @Override
    public XdmValue file() {
        return new XdmValue(file);
    }

    @Override
    public Set<String> passed() {
        return passed;
    }

    @Override
    public long headerRecords() {
        return 0;
    }

    @Override
    public List<String> notices() {
        String declared = xml.getCharacterEncodingScheme();
        boolean isOther = declared != null && !charset.name().equalsIgnoreCase(declared);
        return isOther
                ? List.of("it says encoding %s, but its bytes are %s and were read so"
                        .formatted(declared, charset.name()))
                : List.of();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** Skips blanks before the XML declaration, where a parser may not find them. */
    private static final class AfterBlanks extends java.io.FilterReader {

        private boolean isStarted;

        AfterBlanks(Reader in) {
            super(new java.io.BufferedReader(in));
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            if (!isStarted) {
                isStarted = true;
                in.mark(1);
                while (Character.isWhitespace(in.read())) {
                    in.mark(1);
                }
                in.reset();
            }
            return super.read(buffer, offset, length);
        }
    }
}
