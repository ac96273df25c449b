package cartera.jobs.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import net.sf.saxon.s9api.BuildingStreamWriter;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import org.jspecify.annotations.Nullable;

/**
 * The bank exchange of 1C: lines {@code key=value}, some of them in sections. A document section becomes the tree {@code
 * <Документ Вид="kind"><key>value</key>..</Документ>}; the head of the file and the sections of accounts are kept for
 * {@link #file} as {@code <Файл>} and {@code <Счет>}. A document that is not finished, or names a key twice, is damaged
 * and does not touch its neighbours. A file without its last line is refused: it was cut.
 */
public final class SectionTrees implements Trees {

    private static final String FIRST = "1CClientBankExchange";
    private static final String DOCUMENT = "СекцияДокумент";
    private static final String DOCUMENT_END = "КонецДокумента";
    private static final String ACCOUNT = "СекцияРасчСчет";
    private static final String ACCOUNT_END = "КонецРасчСчет";
    private static final String FILE_END = "КонецФайла";
    /** What can be the name of an element; a key that cannot is left out. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_.-]*");

    private final Lines lines;
    private final TreeMaker maker;
    private final List<XdmItem> file = new ArrayList<>();
    private final List<Map.Entry<String, String>> head = new ArrayList<>();
    private long headerRecords;
    private @Nullable Line pushedBack;
    private boolean isHeadDone;
    private boolean isEnded;
    private boolean isDamagedOutside;

    private SectionTrees(Lines lines, Processor saxon) {
        this.lines = lines;
        this.maker = new TreeMaker(saxon);
    }

    public static SectionTrees open(Path file, Processor saxon) throws IOException {
        SectionTrees trees = new SectionTrees(new Lines(file, Encoding.of(file)), saxon);
        Line first = trees.line();
        if (first == null || !first.text().strip().equals(FIRST)) {
            trees.close();
            throw new Refused("its first line is not %s".formatted(FIRST));
        }
        return trees;
    }

    @Override
    public @Nullable Tree next() throws IOException {
        for (Line line = line(); line != null; line = line()) {
            String key = key(line);
            if (key.equals(DOCUMENT)) {
                finishHead();
                return document(line);
            } else if (key.equals(ACCOUNT)) {
                finishHead();
                account(line);
            } else if (key.equals(FILE_END)) {
                isEnded = true;
                finishHead();
            } else if (line.fault() != null) {
                isDamagedOutside = true;
            } else if (!isHeadDone && !key.isEmpty()) {
                head.add(Map.entry(key, value(line)));
            }
        }
        if (!isEnded) {
            throw new Refused("the line %s is missing: the file was cut, export it again".formatted(FILE_END));
        }
        return null;
    }

    private Tree document(Line first) throws IOException {
        Content content = content(DOCUMENT_END);
        String position = "line " + first.number();
        if (content.fault() != null) {
            return new Tree(first.number(), position, null, content.fault());
        }
        XdmNode tree = tree("Документ", value(first), content.pairs());
        return new Tree(first.number(), position, tree, null);
    }

    private void account(Line first) throws IOException {
        Content content = content(ACCOUNT_END);
        headerRecords++;
        isDamagedOutside |= content.fault() != null;
        file.add(tree("Счет", value(first), content.pairs()));
    }

    private record Content(
            List<Map.Entry<String, String>> pairs, @Nullable Fault fault) {}

    /** Reads up to the end of a section; a line that opens another one is given back. */
    private Content content(String end) throws IOException {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        Fault fault = null;
        Predicate<String> opensOther = key -> key.equals(DOCUMENT) || key.equals(ACCOUNT) || key.equals(FILE_END);
        for (Line line = line(); line != null; line = line()) {
            String key = key(line);
            if (key.equals(end)) {
                return new Content(pairs, fault);
            }
            if (opensOther.test(key)) {
                pushedBack = line;
                break;
            }
            fault = fault == null ? line.fault() : fault;
            if (!key.isEmpty() && !keys.add(key) && fault == null) {
                fault = new Fault(Reason.REPEATED_KEY, "a key stands twice, again on line " + line.number());
            }
            if (!key.isEmpty()) {
                pairs.add(Map.entry(key, value(line)));
            }
        }
        return new Content(pairs, new Fault(Reason.CUT, "the section has no " + end));
    }

    private void finishHead() {
        if (!isHeadDone) {
            isHeadDone = true;
            headerRecords++;
            file.add(0, tree("Файл", "", head));
        }
    }

    private XdmNode tree(String name, String kind, List<Map.Entry<String, String>> pairs) {
        try {
            BuildingStreamWriter writer = maker.writer();
            writer.writeStartElement(name);
            if (!kind.isBlank()) {
                writer.writeAttribute("Вид", kind);
            }
            for (Map.Entry<String, String> pair : pairs) {
                if (NAME.matcher(pair.getKey()).matches()) {
                    writer.writeStartElement(pair.getKey());
                    writer.writeCharacters(pair.getValue());
                    writer.writeEndElement();
                }
            }
            writer.writeEndElement();
            return maker.finish(writer);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String key(Line line) {
        int equals = line.text().indexOf('=');
        return (equals < 0 ? line.text() : line.text().substring(0, equals)).strip();
    }

    private static String value(Line line) {
        int equals = line.text().indexOf('=');
        return equals < 0 ? "" : line.text().substring(equals + 1);
    }

    private @Nullable Line line() throws IOException {
        if (pushedBack != null) {
            Line line = pushedBack;
            pushedBack = null;
            return line;
        }
        return lines.next();
    }

    @Override
    public XdmValue file() {
        return new XdmValue(file);
    }

    @Override
    public long headerRecords() {
        return headerRecords;
    }

    @Override
    public Set<String> passed() {
        return Set.of();
    }

    @Override
    public List<String> notices() {
        List<String> notices = new ArrayList<>(lines.notices());
        if (isDamagedOutside) {
            notices.add("the head of the file or the section of an account is damaged");
        }
        return notices;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
