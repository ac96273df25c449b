package cartera.jobs.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import org.jspecify.annotations.Nullable;

/** A stream of small trees without namespaces: the records of an XML file or of a text in sections. */
public interface Trees extends Closeable {

    /**
     * A record.
     *
     * @param line where it starts; grows from record to record even if several start on one physical line
     * @param position line or number of the record, for people
     * @param element its topmost element; null if the record is damaged
     */
    record Tree(
            long line,
            String position,
            @Nullable XdmNode element,
            @Nullable Fault fault) {}

    /** The next record; null at the end. */
    @Nullable
    Tree next() throws IOException;

    /** What stands beside the records and was seen so far: the attributes of the root, and what was asked to be kept. */
    XdmValue file();

    /** Physical records so far that are no data: the head of the file and the like. */
    long headerRecords();

    /** Names of parts of the file in which no record was found, once all was read. */
    Set<String> passed();

    /** What the user should know about the carrier, once all was read. */
    List<String> notices();
}
