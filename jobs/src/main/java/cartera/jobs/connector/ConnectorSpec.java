package cartera.jobs.connector;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A connector file, read and checked.
 *
 * @param variables paths of a tree by name, each evaluated once a record and seen by those below it
 */
record ConnectorSpec(
        String name,
        String about,
        Carried carried,
        @Nullable String defaultSource,
        boolean isPartial,
        Detect detect,
        Layout layout,
        Map<String, String> variables,
        Map<String, ValueSpec> fields,
        List<Block> blocks,
        @Nullable CustomFields customFields,
        @Nullable ValueSpec extractedAt,
        List<Total> totals,
        List<Check> checks) {

    enum Carried {
        TABLE,
        TREE,
        SECTIONS
    }

    /**
     * By what a file is recognised.
     *
     * @param headers of a table: of each group one must be there
     * @param without headers that must not be there
     * @param shapes of a tree: any of them
     */
    record Detect(List<List<HeaderMatch>> headers, List<HeaderMatch> without, List<Shape> shapes) {}

    /**
     * A shape of a tree.
     *
     * @param children of the root, any of them; empty for a root whatever is in it
     * @param isWeak counts only if no other shape of any connector fits
     * @param isEmpty a root without children
     */
    record Shape(String root, Set<String> children, boolean isWeak, boolean isEmpty) {}

    /**
     * How the carrier is laid out.
     *
     * @param records names of the elements that are records
     * @param context names of elements kept beside the records
     * @param ignored names of elements that hold nothing for this connector; others of that kind are told
     * @param system headers that the system itself writes: no custom fields
     */
    record Layout(
            @Nullable Charset encoding,
            List<Character> delimiters,
            int titleRows,
            boolean isRagged,
            boolean mayRepeatHeaders,
            List<Pattern> footers,
            List<HeaderMatch> system,
            Set<String> records,
            Set<String> context,
            Set<String> ignored) {}

    /**
     * What makes rows of one entity.
     *
     * @param each a row for each of these values or nodes; null for one row a record
     * @param when a row is made only if one of these columns has a value; empty for always
     * @param tombstone column that, if true, makes all but the key optional; null if there is none
     * @param sameSign columns whose numbers must not have different signs
     */
    record Block(
            Entity entity,
            @Nullable ValueSpec each,
            List<String> when,
            EntityRow.Repeat repeat,
            @Nullable String tombstone,
            boolean isPartial,
            List<String> sameSign,
            Map<String, ValueSpec> columns,
            Map<String, ValueSpec> extra) {}

    /**
     * Where the fields come from that only this company has.
     *
     * @param each, field, value paths of a tree; null for a table, whose columns that nobody takes they are
     */
    record CustomFields(
            String entity,
            @Nullable ValueSpec each,
            @Nullable ValueSpec field,
            @Nullable ValueSpec value) {}

    /**
     * A sum over the rows that the file itself states.
     *
     * @param where columns and the words that one of which they must be
     */
    record Total(String about, Entity entity, String column, Map<String, List<String>> where, String xpath) {}

    /** Something that should hold for the file. */
    record Check(String xpath, String notice) {}
}
